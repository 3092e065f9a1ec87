import { createHash } from 'node:crypto'
import { record as audit } from '../audit/record.ts'
import { watchUpserts } from '../db/bulk.ts'
import type { Tx } from '../db/database.ts'
import { enterOrgan } from '../db/organ.ts'
import type { Actor } from '../organs/actor.ts'
import * as organs from '../organs/store.ts'
import type { Counts } from '../workbooks/counts.ts'
import type { LedgerCounts } from '../workbooks/import-outcome.ts'
import { keyOf, type Ledger } from '../workbooks/ledger.ts'
import { Problems } from '../workbooks/problem.ts'
import type { LedgerFile } from '../workbooks/read-ledgers.ts'
import { keepImportRows } from './imports/store.ts'
import { findSaidAgain } from './rows/said-again.ts'
import { recordImport } from './store.ts'
import { type TouchedYear, touchedYears, wholeYears } from './years/store.ts'
import { type ImportedYear, yearsOfRows } from './years/years-of-rows.ts'

/** A ledger and the store of its room, put together at the door: no room reaches into another's store. */
export interface KeptLedger {
  readonly ledger: Ledger
  save(tx: Tx, organId: number, entries: readonly unknown[]): Promise<Counts>
  /** Keys on record, where other ledgers refer to this one. */
  keysOnRecord?(tx: Tx, organId: number): Promise<readonly string[]>
}

export type LedgersImported =
  | { readonly problems: Problems }
  | {
      readonly counts: readonly LedgerCounts[]
      /** The ledgers and years whose rows it added or changed. */
      readonly touched: readonly TouchedYear[]
    }

/**
 * Stores a file that was read without problems, all or nothing; rows on record that the file does not name stay.
 * Refuses an unknown organ, and rows that say again what was corrected or taken out since. A second import of the same file changes no row, and says again that the ledger is whole until
 * the actor's day. `actor` is whoever imports, `reason` why rows on record change; the organ is the one that the slug names.
 */
export async function importLedgers(
  tx: Tx,
  actor: Omit<Actor, 'organId'>,
  slug: string,
  kept: readonly KeptLedger[],
  file: LedgerFile,
  source: { readonly name: string; readonly bytes: Uint8Array; readonly reason?: string | undefined },
): Promise<LedgersImported> {
  const organ = await organs.getForChange(tx, slug)
  await enterOrgan(tx, organ.id)
  if (file.problems.count > 0) return { problems: file.problems }
  const dangling = await findDangling(tx, organ.id, kept, file)
  if (dangling.count > 0) return { problems: dangling }
  const overcome = new Problems()
  for (const { ledger } of kept)
    for (const each of await findSaidAgain(tx, organ.id, ledger, file.rows.get(ledger.id) ?? [])) overcome.add(each)
  if (overcome.count > 0) return { problems: overcome }

  const counts: LedgerCounts[] = []
  const years: ImportedYear[] = []
  const written = watchUpserts(tx)
  for (const { ledger, save } of kept) {
    const rows = file.rows.get(ledger.id)
    if (!rows) continue
    const entries = rows.map(({ values }) => ledger.toEntry(values))
    counts.push({ ledger: ledger.id, sheet: ledger.sheet, ...(await save(tx, organ.id, entries)) })
    years.push(...yearsOfRows(ledger.id, rows))
  }
  const touched = await touchedYears(tx, organ.id)
  const total = (name: keyof Counts) => counts.reduce((sum, each) => sum + each[name], 0)
  const sha256 = createHash('sha256').update(source.bytes).digest('hex')
  const totals = { added: total('added'), changed: total('changed'), unchanged: total('unchanged') }
  const id = await recordImport(tx, organ.id, {
    fileName: source.name,
    sha256,
    ...totals,
    importedOn: actor.today,
    importedName: actor.name,
    years,
  })
  await keepImportRows(tx, organ.id, id, written)
  const sheets = counts.map(({ sheet, added, changed }) => ({ sheet, added, changed }))
  const whole = await wholeYears(tx, organ.id, years)
  const told = { sheets, touched, whole, reason: source.reason ?? '', by: actor.name }
  const detail = { file: source.name, sha256, ...totals, ...told }
  await audit(tx, { ...actor, organId: organ.id }, 'ledger.imported', { subject: id, detail })
  return { counts, touched }
}

/** Rows that name a row of another ledger which is neither in the file nor on record. */
async function findDangling(tx: Tx, organId: number, kept: readonly KeptLedger[], file: LedgerFile): Promise<Problems> {
  const problems = new Problems()
  for (const { ledger } of kept) {
    for (const { ledger: target, columns, statement } of ledger.references ?? []) {
      const rows = file.rows.get(ledger.id) ?? []
      const other = kept.find((each) => each.ledger.id === target)
      if (!other || rows.length === 0) continue
      const inFile = (file.rows.get(target) ?? []).map(({ values }) => keyOf(other.ledger.key, values))
      const known = new Set([...inFile, ...((await other.keysOnRecord?.(tx, organId)) ?? [])])
      const column = ledger.columns.find(({ id }) => id === columns.at(-1))?.header ?? ''
      for (const { sheet, row, values } of rows)
        if (!known.has(keyOf(columns, values))) problems.add({ sheet, row, column, reason: statement })
    }
  }
  return problems
}
