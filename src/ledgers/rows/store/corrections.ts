import { type RawBuilder, sql } from 'kysely'
import type { ContentCheck } from '../../../audit/deep.ts'
import type { PlainDate } from '../../../days/plain-date.ts'
import type { Tx } from '../../../db/database.ts'
import { newId } from '../../../db/new-id.ts'
import { opens, seal } from '../../../db/sealed.ts'
import { refusals } from '../../../refusal.ts'
import type { CorrectionState, RowCorrection } from '../correction.ts'
import type { RowLedgerId } from '../row-ledger.ts'

const corrections = (organId: number, chosen: RawBuilder<unknown>) => sql<RowCorrection>`
  select id, ledger, row_id, act, before, changes, reason, needs_second, reports, proposed_at, proposed_by,
    proposed_name, state, decided_on, decided_at, decided_name, decision_reason
  from row_corrections where organ_id = ${organId} and ${chosen}`

/** Everything that was ever corrected of a row, the newest first. */
export async function listOfRow(tx: Tx, organId: number, ledger: RowLedgerId, rowId: string): Promise<RowCorrection[]> {
  const { rows } = await corrections(
    organId,
    sql`ledger = ${ledger} and row_id = ${rowId} order by proposed_at desc, id desc`,
  ).execute(tx)
  return rows
}

/** What has taken effect in a ledger, the earliest first. */
export async function listDone(tx: Tx, organId: number, ledger: string): Promise<RowCorrection[]> {
  const { rows } = await corrections(
    organId,
    sql`ledger = ${ledger} and state = 'done' order by decided_at, id`,
  ).execute(tx)
  return rows
}

export const correctionViews = ['waiting', 'all'] as const

export interface WantedCorrections {
  readonly view: (typeof correctionViews)[number]
  readonly page: number
  readonly pageSize: number
}

/** A page of corrections: those that wait for a second person, the oldest first, or all, the newest first. */
export async function listCorrections(tx: Tx, organId: number, { view, page, pageSize }: WantedCorrections) {
  const isWaiting = view === 'waiting'
  const chosen = isWaiting ? sql`state = 'waiting'` : sql`true`
  const order = isWaiting ? sql`proposed_at, id` : sql`proposed_at desc, id desc`
  const { rows } = await corrections(
    organId,
    sql`${chosen} order by ${order} limit ${pageSize} offset ${(page - 1) * pageSize}`,
  ).execute(tx)
  const counted = await sql<{ total: number }>`
    select count(*) as total from row_corrections where organ_id = ${organId} and ${chosen}`.execute(tx)
  return { items: rows, total: counted.rows[0]?.total ?? 0 }
}

const mostMarked = 1000

/** Which rows wait for a second person, and who proposed it. */
export async function listWaiting(
  tx: Tx,
  organId: number,
): Promise<{ ledger: RowLedgerId; rowId: string; proposedBy: string | null }[]> {
  const { rows } = await sql<{ ledger: RowLedgerId; rowId: string; proposedBy: string | null }>`
    select ledger, row_id, proposed_by from row_corrections where organ_id = ${organId} and state = 'waiting'
    order by proposed_at limit ${mostMarked}`.execute(tx)
  return rows
}

/** Whether something of the row waits for a second person. */
export async function isWaiting(tx: Tx, organId: number, ledger: RowLedgerId, rowId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('rowCorrections')
    .select('id')
    .where('organId', '=', organId)
    .where('ledger', '=', ledger)
    .where('rowId', '=', rowId)
    .where('state', '=', 'waiting')
    .executeTakeFirst()
  return row !== undefined
}

/** The correction, locked until the transaction ends. Refuses an id that none of this organ has. */
export async function getForChange(tx: Tx, organId: number, id: string): Promise<RowCorrection> {
  const { rows } = await corrections(organId, sql`id = ${id} for update`).execute(tx)
  const [found] = rows
  if (!found) throw refusals.unknownRowCorrection()
  return found
}

export interface Decision {
  readonly state: CorrectionState
  readonly reports: readonly number[]
  readonly decidedOn: PlainDate
  readonly decidedBy: string | null
  readonly decidedName: string
  readonly decisionReason: string
}

export type NewCorrection = Pick<
  RowCorrection,
  'ledger' | 'rowId' | 'act' | 'before' | 'changes' | 'reason' | 'needsSecond' | 'reports' | 'proposedName'
> & {
  readonly proposedOn: PlainDate
  readonly proposedBy: string | null
  /** What of it is masked, whole: kept sealed. */
  readonly secret?: Readonly<Record<'before' | 'changes', Readonly<Record<string, string>>>>
}

const placeOf = (organId: number, id: string) => ({ table: 'row_corrections', organId, id })

/** Keeps a correction: one that waits, or one that its own proposer has put into effect. */
export async function addCorrection(tx: Tx, organId: number, correction: NewCorrection): Promise<string> {
  const { before, changes, reports, secret, needsSecond, proposedOn, proposedBy, proposedName, ...rest } = correction
  const id = newId()
  const decided = needsSecond
    ? { state: 'waiting' }
    : {
        state: 'done',
        decidedOn: proposedOn,
        decidedAt: sql<Date>`now()`,
        decidedBy: proposedBy,
        decidedName: proposedName,
      }
  await tx
    .insertInto('rowCorrections')
    .values({
      ...rest,
      ...decided,
      organId,
      id,
      sealed: secret ? seal(JSON.stringify(secret), placeOf(organId, id)) : null,
      needsSecond,
      proposedOn,
      proposedBy,
      proposedName,
      before: JSON.stringify(before),
      changes: JSON.stringify(changes),
      reports: [...reports],
    })
    .execute()
  return id
}

/** What is masked of every correction opens where it stands. */
export const correctionContents: ContentCheck = {
  label: '台账更正',
  run: async (tx, organId, report) => {
    const { rows } = await sql<{ id: string; sealed: string }>`
      select id, sealed from row_corrections where organ_id = ${organId} and sealed is not null order by id`.execute(tx)
    for (const { id, sealed } of rows) {
      if (opens(sealed, placeOf(organId, id))) continue
      const message = `台账更正（row_corrections ${id}）：加密内容不能解开，被改动或者不是这一项的`
      report({ table: 'row_corrections', key: id, message })
    }
  },
}

/** Notes what came of a correction. */
export async function decide(tx: Tx, organId: number, id: string, { reports, ...decision }: Decision): Promise<void> {
  await tx
    .updateTable('rowCorrections')
    .set({ ...decision, reports: [...reports], decidedAt: sql<Date>`now()` })
    .where('organId', '=', organId)
    .where('id', '=', id)
    .execute()
}

/** What waits for a second person on rows of an import. */
export async function listWaitingOfImport(tx: Tx, organId: number, importId: string): Promise<RowCorrection[]> {
  const { rows } = await corrections(
    organId,
    sql`state = 'waiting' and row_id in (select row_id from ledger_import_rows
      where organ_id = ${organId} and import_id = ${importId})`,
  ).execute(tx)
  return rows
}
