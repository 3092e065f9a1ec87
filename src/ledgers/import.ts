import { createHash } from 'node:crypto'
import { record as audit } from '../audit/record.ts'
import type { PlainDate } from '../days/plain-date.ts'
import { type TouchedRow, watchUpserts } from '../db/bulk.ts'
import type { Tx } from '../db/database.ts'
import { enterOrgan } from '../db/organ.ts'
import type { Actor } from '../organs/actor.ts'
import * as organs from '../organs/store.ts'
import { isReason } from '../organs/text.ts'
import { refusals } from '../refusal.ts'
import type { Counts } from '../workbooks/counts.ts'
import type { LedgerCounts } from '../workbooks/import-outcome.ts'
import { keyOf, keySign, type Ledger } from '../workbooks/ledger.ts'
import { nearest } from '../workbooks/nearest.ts'
import { type Problem, Problems } from '../workbooks/problem.ts'
import type { LedgerFile, LedgerRow } from '../workbooks/read-ledgers.ts'
import type { Table } from '../workbooks/table.ts'
import { watchFigures } from './figures-watch.ts'
import { keepImportRows } from './imports/store.ts'
import { findSaidAgain } from './rows/said-again.ts'
import { recordImport } from './store.ts'
import { type TouchedYear, touchedYears, wholeYears } from './years/store.ts'
import { type ImportedYear, yearsOfRows } from './years/years-of-rows.ts'

/** A ledger and the store of its room, put together at the door: no room reaches into another's store. */
export interface KeptLedger {
  readonly ledger: Ledger
  save(tx: Tx, organId: number, entries: readonly unknown[]): Promise<Counts>
  /**
   * The rows as what is on record has them, where a row is on record under another key, or the file does not say everything: what
   * it leaves unsaid stands.
   */
  asOnRecord?(tx: Tx, organId: number, rows: readonly LedgerRow[]): Promise<readonly LedgerRow[]>
  /** Reads a sheet whose heads are not the register's but a layout that the room knows; undefined for any other. */
  readOwn?(table: Table, today: PlainDate): Promise<OwnRows> | undefined
  /** What stands in the way of rows that were read so, beside what their sheet says. */
  whyNotOwn?(tx: Tx, organId: number, rows: readonly LedgerRow[]): Promise<readonly Problem[]>
  /** Stores rows that were read so; `save` stores all others. */
  saveOwn?(tx: Tx, organId: number, rows: readonly unknown[], unitId: string | null): Promise<Counts>
  /** Keys on record, where other ledgers refer to this one. */
  keysOnRecord?(tx: Tx, organId: number): Promise<readonly string[]>
}

/** The rows of such a sheet; where there are problems none of them may be stored. */
export interface OwnRows {
  readonly rows: readonly LedgerRow[]
  readonly problems: readonly Problem[]
}

export type LedgersImported =
  | { readonly problems: Problems }
  | {
      readonly counts: readonly LedgerCounts[]
      /** The ledgers and years whose rows it added or changed. */
      readonly touched: readonly TouchedYear[]
      /** Row by row what it added and changed. */
      readonly written: readonly TouchedRow[]
    }

/** A file as whoever imports it gave it. */
export interface ImportSource {
  readonly name: string
  readonly bytes: Uint8Array
  /** Why rows on record change. */
  readonly reason?: string | undefined
}

/**
 * Stores a file that was read without problems, all or nothing; rows on record that the file does not name stay.
 * Refuses an unknown organ, and rows that say again what was corrected or taken out since. A second import of the same file changes no row, and says again that the ledger is whole until
 * the actor's day. `actor` is whoever imports; the organ is the one that the slug names.
 */
export async function importLedgers(
  tx: Tx,
  actor: Omit<Actor, 'organId'>,
  slug: string,
  kept: readonly KeptLedger[],
  file: LedgerFile,
  source: ImportSource,
): Promise<LedgersImported> {
  const organ = await organs.getForChange(tx, slug)
  await enterOrgan(tx, organ.id)
  if (file.problems.count > 0) return { problems: file.problems }
  const dangling = await findDangling(tx, organ.id, kept, file)
  if (dangling.count > 0) return { problems: dangling }
  const overcome = new Problems()
  const asKept = async ({ ledger, asOnRecord }: KeptLedger) => {
    const rows = file.rows.get(ledger.id)
    return rows && asOnRecord ? asOnRecord(tx, organ.id, rows) : rows
  }
  for (const each of kept)
    for (const problem of await findSaidAgain(tx, organ.id, each.ledger, (await asKept(each)) ?? []))
      overcome.add(problem)
  for (const { ledger, whyNotOwn } of kept)
    for (const problem of (await whyNotOwn?.(tx, organ.id, ownRowsOf(file, ledger.id))) ?? []) overcome.add(problem)
  if (overcome.count > 0) return { problems: overcome }

  const counts: LedgerCounts[] = []
  const years: ImportedYear[] = []
  const written = watchUpserts(tx)
  for (const each of kept) {
    const { ledger, save } = each
    const rows = await asKept(each)
    if (!rows) continue
    const own = each.saveOwn && rows.some(({ whole }) => whole !== undefined) ? each.saveOwn : undefined
    const counted = own
      ? await own(
          tx,
          organ.id,
          rows.map(({ whole }) => whole),
          actor.unitId,
        )
      : await save(
          tx,
          organ.id,
          rows.map(({ values }) => ledger.toEntry(values)),
        )
    counts.push({ ledger: ledger.id, sheet: ledger.sheet, ...counted })
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
  return { counts, touched, written }
}

const ownRowsOf = (file: LedgerFile, id: string): readonly LedgerRow[] =>
  (file.rows.get(id) ?? []).filter(({ whole }) => whole !== undefined)

export type ImportDone = LedgersImported & {
  /** Published years in whose report something counts otherwise than before. */
  readonly moved: readonly number[]
}

/** The same, and refuses to change rows on record that a published report counts unless there is a reason. */
export async function importWithReason(
  tx: Tx,
  actor: Omit<Actor, 'organId'>,
  { id, slug }: { readonly id: number; readonly slug: string },
  kept: readonly KeptLedger[],
  file: LedgerFile,
  source: ImportSource,
): Promise<ImportDone> {
  const { done, moved, effects } = await watchFigures(tx, id, () => importLedgers(tx, actor, slug, kept, file, source))
  if ('counts' in done) {
    const changed = countChanged(done.counts)
    if (moved.length > 0 && changed > 0 && !isReason(source.reason))
      throw refusals.importNeedsReason(moved, changed, effects)
  }
  return { ...done, moved }
}

export const countChanged = (counts: readonly LedgerCounts[]): number =>
  counts.reduce((sum, { changed }) => sum + changed, 0)

/** Rows that name a row of another ledger which is neither in the file nor on record. */
async function findDangling(tx: Tx, organId: number, kept: readonly KeptLedger[], file: LedgerFile): Promise<Problems> {
  const problems = new Problems()
  for (const { ledger } of kept) {
    for (const { ledger: target, columns, statement } of ledger.references ?? []) {
      const rows = file.rows.get(ledger.id) ?? []
      const other = kept.find((each) => each.ledger.id === target)
      if (!other || rows.length === 0) continue
      const inFile = (file.rows.get(target) ?? []).map(({ values }) => keyOf(other.ledger.key, values))
      const keys = new Set([...inFile, ...((await other.keysOnRecord?.(tx, organId)) ?? [])])
      const column = ledger.columns.find(({ id }) => id === columns.at(-1))
      const names = [...keys].map((key) => key.split(keySign).at(-1) ?? '').map((label) => ({ label, names: [label] }))
      for (const { sheet, row, values } of rows) {
        if (!column || keys.has(keyOf(columns, values))) continue
        const written = values[column.id] ?? ''
        const unknown = { ledger: ledger.id, column: column.id, written, near: nearest(names, written) }
        problems.add({ sheet, row, column: column.header, reason: statement, unknown })
      }
    }
  }
  return problems
}
