import type { PlainDate } from '../../days/plain-date.ts'
import type { TouchedRow } from '../../db/bulk.ts'
import type { Database, Tx } from '../../db/database.ts'
import { lookInOrgan } from '../../db/organ.ts'
import type { Image } from '../../db/table-rows.ts'
import { tryOut } from '../../db/try-out.ts'
import type { Actor } from '../../organs/actor.ts'
import { roleLabel } from '../../organs/role.ts'
import * as organs from '../../organs/store.ts'
import { refusals } from '../../refusal.ts'
import type { SheetHeads } from '../../workbooks/mapping.ts'
import { type Problem, Problems } from '../../workbooks/problem.ts'
import { readFile } from '../../workbooks/read-file.ts'
import { type LedgerFile, type LedgerRow, readSheets } from '../../workbooks/read-ledgers.ts'
import { isBlankRow, type Table } from '../../workbooks/table.ts'
import { watchFigures } from '../figures-watch.ts'
import { countChanged, type ImportSource, importLedgers, importWithReason } from '../import.ts'
import { cellWords } from '../rows/corrected.ts'
import { keptRows, rowLedgerOf } from '../rows/kept-row.ts'
import { RowLedgerId } from '../rows/row-ledger.ts'
import type { HowToRead, ImportAnswer, ImportPreview, PreviewRow } from './import-view.ts'
import { importedLedgers } from './imported-ledgers.ts'
import * as store from './store.ts'

/** Of one sheet; more is for the command line, where it keeps nobody waiting. */
const mostRows = 20_000
const shownProblems = 500
const shownRows = 100

/** A file that was read, and how. */
export interface ReadImport {
  readonly file: LedgerFile
  readonly heads: readonly SheetHeads[]
  readonly mappings: HowToRead['mappings']
  readonly isAsking: boolean
}

/** Reads a file in a process apart. Long; not in a transaction. A sheet whose heads are not the template's is read as was told, else as it was before. */
export async function readImport(
  db: Database,
  { organId, today }: Actor,
  { name, bytes }: ImportSource,
  how: HowToRead,
): Promise<ReadImport> {
  const ledgers = importedLedgers.all().map(({ ledger }) => ledger)
  const limits = { rows: mostRows, apart: true }
  const tables = await readFile(bytes, name, limits)
  const own = await readOwnLayouts(tables, today)
  if (own) return { file: own, heads: [], mappings: {}, isAsking: false }
  const sheet = ledgers.find(({ id }) => id === how.ledger)?.sheet
  const options = { today, sheet, hidden: how.hidden ?? undefined, limits }
  const first = await readSheets(ledgers, tables, name, { ...options, mappings: how.mappings })
  const heads = first.heads.filter(({ isTemplate }) => !isTemplate)
  const untold = heads.filter(({ ledger }) => how.mappings[RowLedgerId.parse(ledger)] === undefined)
  const before = await lookInOrgan(db, organId, async (tx) => {
    const found: HowToRead['mappings'] = {}
    for (const each of untold) {
      const mapping = await store.findMapping(tx, organId, each)
      if (mapping) found[RowLedgerId.parse(each.ledger)] = mapping
    }
    return found
  })
  const mappings = { ...before, ...how.mappings }
  const isAsking = untold.some(({ ledger }) => mappings[RowLedgerId.parse(ledger)] === undefined)
  const isReadAnew = Object.keys(before).length > 0
  const file = isReadAnew ? await readSheets(ledgers, tables, name, { ...options, mappings }) : first
  return { file, heads, mappings, isAsking }
}

/** A file one of whose sheets is in a layout that a room knows; its other sheets are not read. Undefined where none is. */
async function readOwnLayouts(tables: readonly Table[], today: PlainDate): Promise<LedgerFile | undefined> {
  const problems = new Problems()
  const rows = new Map<string, readonly LedgerRow[]>()
  const skipped: string[] = []
  for (const table of tables.filter((each) => !each.rows.every(isBlankRow))) {
    const [found] = importedLedgers.all().flatMap(({ ledger, readOwn }) => {
      const reading = readOwn?.(table, today)
      return reading ? [{ id: ledger.id, reading }] : []
    })
    if (!found) {
      skipped.push(table.name)
      continue
    }
    const read = await found.reading
    if (read.rows.length > mostRows)
      problems.add({ sheet: table.name, reason: `超过${mostRows}行，请分成几个文件导入` })
    for (const problem of read.problems) problems.add(problem)
    rows.set(found.id, [...(rows.get(found.id) ?? []), ...read.rows])
  }
  return rows.size === 0 ? undefined : { rows, problems, skipped, heads: [] }
}

/** What the import would do, by doing it and undoing it. Refuses what the import refuses, but for a missing reason. */
export async function previewImport(
  tx: Tx,
  actor: Actor,
  source: ImportSource,
  { file, heads, mappings, isAsking }: ReadImport,
): Promise<ImportPreview> {
  const about = { heads, mappings, isAsking, skipped: file.skipped }
  if (isAsking) return { ...about, ...nothing }
  refuseOthersRegisters(actor, file)
  const { slug } = await organs.get(tx, actor.organId)
  const { done, moved, effects } = await tryOut(tx, () =>
    watchFigures(tx, actor.organId, () => importLedgers(tx, actor, slug, importedLedgers.all(), file, source)),
  )
  if ('problems' in done) {
    const { list, count } = done.problems
    return { ...about, ...nothing, problems: list.slice(0, shownProblems), count, unknown: unknownIn(list) }
  }
  const rows = done.written.slice(0, shownRows).map(asPreview)
  return { ...about, ...nothing, counts: done.counts, rows, moved, effects }
}

const nothing = { problems: [], count: 0, unknown: [], counts: null, rows: [], moved: [], effects: [] }

/** Takes the file in, all or nothing. Where a published report moves by a change, the head of the work body does it, with a reason. */
export async function takeIn(
  tx: Tx,
  actor: Actor,
  source: ImportSource,
  { file, heads, mappings }: ReadImport,
): Promise<ImportAnswer> {
  refuseOthersRegisters(actor, file)
  const organ = await organs.get(tx, actor.organId)
  const done = await importWithReason(tx, actor, organ, importedLedgers.all(), file, source)
  if ('problems' in done) {
    const { list, count } = done.problems
    return { counts: null, problems: list.slice(0, shownProblems), count, moved: [] }
  }
  const { counts, moved } = done
  if (moved.length > 0 && countChanged(counts) > 0 && !actor.roles.includes('ogiHead'))
    throw refusals.importByHead(moved)
  for (const each of heads) {
    const mapping = mappings[RowLedgerId.parse(each.ledger)]
    if (mapping) await store.keepMapping(tx, actor.organId, each, mapping, actor.name)
  }
  return { counts, problems: [], count: 0, moved }
}

/** Whoever may not put a row of a register right adds none by a file. */
function refuseOthersRegisters({ roles }: Actor, file: LedgerFile): void {
  for (const [id, rows] of file.rows) {
    const { label, proposers } = rowLedgerOf(RowLedgerId.parse(id))
    if (rows.length > 0 && !proposers.some((role) => roles.includes(role)))
      throw refusals.importNotYours(label, proposers.map(roleLabel))
  }
}

function unknownIn(problems: readonly Problem[]): ImportPreview['unknown'] {
  const words = problems.flatMap(({ unknown }) => (unknown ? [unknown] : []))
  const alike = Map.groupBy(words, ({ ledger, column, written }) => JSON.stringify([ledger, column, written]))
  return [...alike.values()].flatMap(([first, ...rest]) => (first ? [{ ...first, rows: rest.length + 1 }] : []))
}

const snake = (id: string): string => id.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

function asPreview({ table, id, before, after }: TouchedRow): PreviewRow {
  const kept = keptRows.all().find((each) => each.id === table)
  if (!kept) throw new Error(`no register ${table}`)
  const { columns, name } = kept.ledger
  const [then, now] = [imageOf(before), imageOf(after)]
  const said = (image: Image | null, column: string) => {
    const value = image?.[snake(column)]
    return value === null || value === undefined ? null : String(value)
  }
  const lines = columns
    .filter((column) => then !== null && said(then, column.id) !== said(now, column.id))
    .map((column) => ({
      label: column.header,
      from: cellWords(column, said(then, column.id)),
      to: cellWords(column, said(now, column.id)),
    }))
  return { ledger: kept.id, id, name: said(now, name) ?? '', isNew: then === null, lines }
}

const imageOf = (image: unknown): Image | null =>
  typeof image === 'object' && image !== null ? Object.fromEntries(Object.entries(image)) : null
