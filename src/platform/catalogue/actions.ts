import { createHash } from 'node:crypto'
import { record as audit } from '../../audit/record.ts'
import type { Tx } from '../../db/database.ts'
import type { Actor } from '../../organs/actor.ts'
import * as organs from '../../organs/store.ts'
import { refusals } from '../../refusal.ts'
import type { HiddenChoice } from '../../workbooks/hidden-parts.ts'
import type { ImportOutcome } from '../../workbooks/import-outcome.ts'
import { Problems } from '../../workbooks/problem.ts'
import { type LedgerFile, type LedgerRow, readLedgers } from '../../workbooks/read-ledgers.ts'
import { writeWorkbook } from '../../workbooks/workbook.ts'
import { holdsRecords } from '../columns/column.ts'
import { isColumn, listColumns } from '../columns/standing.ts'
import { catalogueLedger, valuesOf } from './catalogue-ledger.ts'
import { CatalogueEntry, type CatalogueForm } from './item.ts'
import { onCatalogueImported } from './on-imported.ts'
import * as store from './store/items.ts'

/** A county's catalogue has a few hundred items; beyond this nobody finds anything. */
const mostItems = 5_000

async function check(tx: Tx, { organId }: Actor, form: CatalogueForm, but: string | null): Promise<void> {
  if (form.columnId !== null && !(await isColumn(tx, organId, form.columnId))) throw refusals.unknownColumn()
  if (await store.isTaken(tx, organId, form, but)) throw refusals.itemTaken()
}

/** Adds an item of the catalogue. Answers with its id. */
export async function addItem(tx: Tx, actor: Actor, form: CatalogueForm): Promise<string> {
  const { organId } = actor
  await organs.lock(tx, organId)
  await check(tx, actor, form, null)
  if ((await store.countItems(tx, organId)) >= mostItems) throw refusals.catalogueFull(mostItems)
  const position = form.position ?? (await store.lastPosition(tx, organId)) + 1
  const id = await store.addItem(tx, organId, { ...form, position })
  await audit(tx, actor, 'catalogue.added', { subject: id, detail: form })
  return id
}

export async function changeItem(tx: Tx, actor: Actor, id: string, form: CatalogueForm): Promise<void> {
  const { organId } = actor
  await organs.lock(tx, organId)
  const before = await store.findItem(tx, organId, id)
  if (!before) throw refusals.unknownItem()
  await check(tx, actor, form, id)
  await store.saveItem(tx, organId, id, { ...form, position: form.position ?? before.position })
  await audit(tx, actor, 'catalogue.changed', { subject: id, detail: { before, after: form } })
}

export async function removeItem(tx: Tx, actor: Actor, id: string): Promise<void> {
  await organs.lock(tx, actor.organId)
  const before = await store.findItem(tx, actor.organId, id)
  if (!before) throw refusals.unknownItem()
  await store.removeItem(tx, actor.organId, id)
  await audit(tx, actor, 'catalogue.removed', { subject: id, detail: { ...before } })
}

export interface Source {
  readonly name: string
  readonly bytes: Uint8Array
}

/** Reads a workbook or csv in a process for files. Long; not in a transaction. */
export const readCatalogue = ({ today }: Actor, { bytes, name }: Source, hidden?: HiddenChoice): Promise<LedgerFile> =>
  readLedgers([catalogueLedger], bytes, name, {
    today,
    hidden,
    sheet: catalogueLedger.sheet,
    limits: { rows: mostItems, apart: true },
  })

/** Takes in what was read, all or nothing: with one wrong cell nothing is stored, and every wrong cell is named. */
export async function importCatalogue(tx: Tx, actor: Actor, source: Source, file: LedgerFile): Promise<ImportOutcome> {
  const { organId } = actor
  if (file.problems.count > 0) return { problems: file.problems }
  await organs.lock(tx, organId)
  const rows = file.rows.get(catalogueLedger.id) ?? []
  const columns = (await listColumns(tx, organId)).filter(
    ({ kind, closedOn }) => closedOn === null && holdsRecords(kind),
  )
  const { entries, problems } = withColumns(rows, new Map(columns.map(({ id, name }) => [name, id])))
  if (problems.count > 0) return { problems }
  const counts = await store.saveItems(tx, organId, entries)
  if ((await store.countItems(tx, organId)) > mostItems) throw refusals.catalogueFull(mostItems)
  const sha256 = createHash('sha256').update(source.bytes).digest('hex')
  const by = { importedOn: actor.today, importedName: actor.name }
  const imported = { fileName: source.name, sha256, ...counts, ...by }
  for (const note of onCatalogueImported.all()) await note(tx, organId, imported)
  await audit(tx, actor, 'catalogue.imported', { detail: { file: source.name, sha256, ...counts } })
  return { counts: [{ ledger: catalogueLedger.id, sheet: catalogueLedger.sheet, ...counts }] }
}

/** Columns by their names; what cannot stand in the catalogue is a problem of its row. */
function withColumns(rows: readonly LedgerRow[], columns: ReadonlyMap<string, string>) {
  const problems = new Problems()
  const entries = rows.flatMap(({ sheet, row, values }) => {
    const { columnName, ...entry } = catalogueLedger.toEntry(values)
    const columnId = columnName === null ? null : (columns.get(columnName) ?? null)
    if (columnName !== null && columnId === null)
      problems.add({ sheet, row, column: '栏目', reason: `没有名为“${columnName}”的栏目，请核对名称或者留空` })
    const read = CatalogueEntry.safeParse({ ...entry, columnId })
    for (const { path, message } of read.error?.issues ?? [])
      problems.add({ sheet, row, column: headerOf(path[0]), reason: message })
    return read.success ? [read.data] : []
  })
  return { entries, problems }
}

const headerOf = (id: unknown): string => catalogueLedger.columns.find((column) => column.id === id)?.header ?? ''

/** The catalogue in the form in which it is read in. */
export async function exportCatalogue(tx: Tx, organId: number): Promise<Uint8Array> {
  const { items } = await store.listItems(tx, organId, store.everyItem)
  return writeWorkbook([{ ledger: catalogueLedger, rows: items.map(valuesOf) }], { isTemplate: false })
}

export const catalogueTemplate = (): Promise<Uint8Array> =>
  writeWorkbook([{ ledger: catalogueLedger, rows: [] }], { isTemplate: true })
