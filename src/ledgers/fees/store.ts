import { sql } from 'kysely'
import { z } from 'zod'
import { enteredBy } from '../../audit/entered-by.ts'
import type { Tx } from '../../db/database.ts'
import { type Row, tableRows } from '../../db/table-rows.ts'
import { says } from '../../lists/sql.ts'
import { AdministrativeFee } from '../administrative-fee.ts'
import { administrativeFeesLedger } from '../administrative-fee-ledger.ts'
import { type KeptRows, keptRow } from '../rows/kept-row.ts'
import { told } from '../rows/row-event.ts'
import type { FeeItem, FeeSum } from './fee.ts'
import { feeRows } from './row-ledger.ts'

export interface WantedFees {
  readonly year: number
  readonly item: string
  readonly words: string
  readonly page: number
  readonly pageSize: number
}

/** Receipts of a year, the newest first, with how many there are and what they come to, in yuan. */
export async function listFees(tx: Tx, organId: number, { year, item, words, page, pageSize }: WantedFees) {
  const chosen = sql`organ_id = ${organId} and extract(year from collected_on) = ${year}::int
    and (${item} = '' or item = ${item}) and (${words} = '' or ${says([sql`receipt_number`, sql`item`], words)})`
  const { rows } = await sql<FeeItem>`
    select id, receipt_number, item, collected_on, amount::text as amount from administrative_fees where ${chosen}
    order by collected_on desc, receipt_number desc limit ${pageSize} offset ${(page - 1) * pageSize}`.execute(tx)
  const sums = await sql<{ total: number; amount: string }>`
    select count(*) as total, coalesce(sum(amount), 0)::text as amount from administrative_fees where ${chosen}`.execute(
    tx,
  )
  return { items: rows, total: sums.rows[0]?.total ?? 0, amount: sums.rows[0]?.amount ?? '0' }
}

/** What was collected by year and item, refunds taken off. */
export async function sumFees(tx: Tx, organId: number): Promise<FeeSum[]> {
  const { rows } = await sql<FeeSum>`
    select extract(year from collected_on)::int as year, item, count(*) as receipts, sum(amount)::text as amount
    from administrative_fees where organ_id = ${organId} group by 1, 2 order by 1 desc, 2`.execute(tx)
  return rows
}

export async function isReceiptTaken(tx: Tx, organId: number, receiptNumber: string): Promise<boolean> {
  const row = await tx
    .selectFrom('administrativeFees')
    .select('id')
    .where('organId', '=', organId)
    .where('receiptNumber', '=', receiptNumber)
    .executeTakeFirst()
  return row !== undefined
}

export async function addFee(tx: Tx, organId: number, fee: AdministrativeFee): Promise<string> {
  const { id } = await tx
    .insertInto('administrativeFees')
    .values({ organId, ...fee })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

const rows = tableRows('administrativeFees')
const valuesOf = (row: Row) => administrativeFeesLedger.toValues(AdministrativeFee.parse(row))

export const keptFees: KeptRows = {
  id: 'administrativeFees',
  ledger: feeRows,
  told: { 'fee.entered': told('登记', z.unknown(), () => ''), 'fee.changed': told('更正票据', z.unknown(), () => '') },
  find: async (tx, organId, id, lock) => {
    const row = await rows.find(tx, organId, id, lock)
    return row && keptRow(valuesOf(row))
  },
  listValues: async (tx, organId, among) => (await rows.list(tx, organId, among)).map(valuesOf),
  isTaken: (tx, organId, id, { receiptNumber }) => rows.isTaken(tx, organId, id, { receiptNumber }),
  save: (tx, organId, id, values) =>
    rows.change(tx, organId, id, { ...AdministrativeFee.parse(administrativeFeesLedger.toEntry(values)) }),
  remove: (tx, organId, id) => rows.remove(tx, organId, [id]),
  imported: { moving: [], listImages: rows.listImages, takeBack: rows.takeBack },
  years: {
    tables: ['administrative_fees'],
    standing: (organId) => sql`
      select 'administrativeFees' as ledger, collected_on as day, ${enteredBy('fee.entered', 'f')} as is_own, id
      from administrative_fees f where organ_id = ${organId}`,
  },
}
