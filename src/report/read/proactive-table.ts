import type { ProactiveBlock } from '../../law/report-format.ts'
import { type ReportFormatId, reportFormats } from '../../law/report-formats.ts'
import type { RowHere } from './choose-rows.ts'
import { type Draft, enterRow, giveUp, isGivenUp, repeated, rowKey, twice } from './draft.ts'
import { cellsUnder, placesOf } from './grid-headers.ts'
import { type Label, labels } from './labels.ts'
import type { Piece } from './pieces.ts'
import { gridLine } from './requests-table.ts'
import { cellsBehind, type RowCells } from './row-figures.ts'
import type { Headers, Tables } from './tables.ts'
import { headerWords, speaksAgainst, toldOrder } from './text-headers.ts'
import { type Bounds, isRead, isTornApart, type RowReading } from './torn.ts'
import { unitOfFee } from './unit-of-fee.ts'

const isHeader = ({ table, kind }: Label): boolean => table === 'proactive' && kind === 'column'
const columnLabels = labels.filter(isHeader)
const formatIds = Object.values(reportFormats).map(({ id }) => id)

const blockOf = (format: ReportFormatId, row: string): ProactiveBlock | undefined =>
  reportFormats[format].proactive.find(({ rows }) => rows.some(({ id }) => id === row))

/** Formats that know a header or a row; empty when both do, because then it tells nothing. */
function signOf(label: Label): ReportFormatId[] {
  const knowing = formatIds.filter((id) =>
    reportFormats[id].proactive.some(({ rows, columns, item }) =>
      label.kind === 'row'
        ? rows.some((row) => row.id === label.id)
        : `item${item}` === label.id || columns.some((column) => column.id === label.id),
    ),
  )
  return knowing.length === 1 ? knowing : []
}

interface Read {
  readonly id: ReportFormatId
  readonly block: ProactiveBlock
  readonly cells: RowCells | 'none' | 'unclear' | 'disordered' | 'headless'
  readonly figures: RowReading['figures'] | undefined
}

/** Reads section two. Which format a block follows is told by its headers, then by the rest of the table. */
export function readProactive(tables: Tables, draft: Draft, bounds: Bounds): void {
  const { pieces, rows } = tables
  const headers = headerSigns(tables)
  const here = rows.filter(({ label }) => label.table === 'proactive')
  const rowSigns = here.flatMap(({ label, occurrence }) =>
    signOf(label).map((format) => ({ at: occurrence.first, format })),
  )
  const votes = [...headers, ...rowSigns]
  const usual = formatIds.toSorted((a, b) => count(votes, b) - count(votes, a))[0]
  const overall = votes.length > 0 ? usual : undefined
  const readings = here.map((row) => {
    const { label, occurrence } = row
    const format = signOf(label)[0] ?? headers.findLast(({ at }) => at < occurrence.first)?.format ?? overall
    const choices = format ? [format] : formatIds
    return { row, reads: choices.flatMap((id) => readAs(tables, row, id, bounds, draft.isSet)) }
  })
  const loose = readings.flatMap(({ row, reads }): RowReading[] => {
    const figures = reads.find((read) => read.figures !== undefined)?.figures
    return figures === undefined ? [] : [{ ...row, figures }]
  })
  const isTorn = isTornApart(tables, loose, bounds)
  const isHeadedElsewhere = ({ id }: Label): boolean =>
    readings.some(({ row, reads }) => row.label.id === id && reads.every(({ cells }) => cells !== 'headless'))
  for (const { row, reads } of readings) {
    const { label, occurrence } = row
    const key = rowKey('proactive', label.id)
    if (gridLine(tables, row)) draft.inCells.add(key)
    const read = reads.filter(({ cells }) => typeof cells !== 'string')
    const [reading] = read
    const isLoose = reading?.figures !== undefined && isRead(reading.figures) && !reading.figures.isLocked
    if (read.length > 1) giveUp(draft, label, '没有可辨认的表头，分不清是哪一种格式')
    else if (reading && typeof reading.cells !== 'string' && isTorn && isLoose)
      giveUp(draft, label, '的名称与数字分离，无法判断数字属于哪一行')
    else if (reading && typeof reading.cells !== 'string') {
      draft.signs.add(reading.id)
      const unit = unitOfFee(pieces, occurrence, bounds.from)
      const isAmount = reading.block.columns.some(({ kind }) => kind === 'amountWan')
      if (isAmount && unit === 'unclear') giveUp(draft, label, '的表头或名称写的单位不能确定是元还是万元')
      else enter(draft, label, reading.block, reading.cells, unit === 'yuan')
    } else if (reads.some(({ cells }) => cells === 'headless')) {
      if (!isHeadedElsewhere(label)) giveUp(draft, label, headless)
    } else if (reads.some(({ cells }) => cells === 'disordered'))
      giveUp(draft, label, '的表头认不全，或者次序互相矛盾，无法判断数字各属哪一列')
    else if (reads.some(({ cells }) => cells === 'unclear')) giveUp(draft, label, '的数字个数与表头不符')
    draft.seen.add(key)
  }
  if (repeated(draft, 'proactive').length > 1) forgetAll(draft, here)
  forgetGivenUp(draft)
  for (const { format } of votes) draft.signs.add(format)
  if (here.length > 0 && here.every((row) => gridLine(tables, row)) && !draft.hasStrangers) draft.whole.add('proactive')
}

const headless = '的上方没有统一格式的表头，却有别的文字，不能确定是不是第二部分表格的一行'

/** The headers of section two that belong to one format alone. */
function headerSigns({ pieces, found }: Tables): { readonly at: number; readonly format: ReportFormatId }[] {
  return found.occurrences.flatMap((occurrence) => {
    const label = occurrence.candidates.find(isHeader)
    if (!label) return []
    const words = pieces
      .slice(occurrence.first, occurrence.last + 1)
      .map((piece) => piece.bare)
      .join('')
    // 处理决定数量 and 本年处理决定数量 share an id, but their wordings belong to one format each.
    const sign: readonly ReportFormatId[] =
      label.id === 'decisions' ? [words.includes('本年') ? '2021' : '2019'] : signOf(label)
    return sign.map((format) => ({ at: occurrence.first, format }))
  })
}

/** The table stands there in two versions: a row found only once may be of either. */
function forgetAll(draft: Draft, rows: readonly RowHere[]): void {
  for (const { label } of rows) giveUp(draft, label, twice)
}

/** A row that was read in one place and not in another is not read. */
function forgetGivenUp(draft: Draft): void {
  for (const key of Object.keys(draft.figures.proactive)) {
    const row = key.slice(0, key.lastIndexOf('.'))
    if (isGivenUp(draft, 'proactive', row)) draft.figures.proactive[key] = null
  }
}

/** A row under the headers of its block, as one format has them. */
function readAs(tables: Tables, row: RowHere, id: ReportFormatId, bounds: Bounds, isSet: boolean): Read[] {
  const block = blockOf(id, row.label.id)
  if (!block) return []
  const wanted = block.columns.flatMap((column) => columnLabels.filter((label) => label.id === column.id))
  const line = gridLine(tables, row)
  if (line) return [{ id, block, cells: inGrid(line, tables.headers, wanted, isSet), figures: undefined }]
  const isLastRow = reportFormats[id].proactive.at(-1)?.rows.at(-1)?.id === row.label.id
  const figures = cellsBehind(tables.pieces, tables.found, row.occurrence, block.columns.length, {
    isLastRow,
    isSet,
    hasDecimals: block.columns.some(({ kind }) => kind === 'amountWan' || kind === 'asPrinted'),
  })
  if (!isRead(figures)) return [{ id, block, cells: figures, figures }]
  const header = tables.found.occurrences.findLast(
    ({ first, candidates }) => first < row.occurrence.first && candidates.some(isHeader),
  )
  const before = tables.rows.findLast(({ occurrence }) => header !== undefined && occurrence.last < header.first)
  const from = before ? before.occurrence.last + 1 : bounds.from
  const words = headerWords(tables, 'proactive', wanted, from, row.occurrence.first)
  const usual = wanted.map((label) => label.id)
  const own = [`item${block.item}`, ...usual]
  const hasOwn = header?.candidates.some((label) => isHeader(label) && own.includes(label.id))
  const parts = words.filter(({ id }) => id === '').length
  const isNamed = hasOwn || words.some(({ id }) => usual.includes(id)) || parts > usual.length
  if (!isNamed && hasOtherWords(tables, from, row.occurrence.first)) return [{ id, block, cells: 'headless', figures }]
  const told = toldOrder(words, usual)
  const isOther = told !== 'usual' && told !== 'unclear' && told.join() !== usual.join()
  if (told === 'unclear' || (told === 'usual' && speaksAgainst(words, usual)) || (isSet && isOther))
    return [{ id, block, cells: 'disordered', figures }]
  const cells = told === 'usual' ? figures.cells : usual.map((column) => figures.cells[told.indexOf(column)] ?? null)
  return [{ id, block, cells, figures }]
}

/** Words that the form has beside its headers. */
const formWord = /信息内容|主动公开|单位|第.{1,3}[条项]/

/** Words of no label of the form stand there, which may be the headers of another table, such as 类别、公开数量. */
const hasOtherWords = ({ pieces, found }: Tables, from: number, to: number): boolean =>
  pieces
    .slice(Math.max(0, from), to)
    .some(
      ({ kind, bare }, index) =>
        kind === 'text' && bare.length > 1 && !formWord.test(bare) && !found.owner[Math.max(0, from) + index],
    )

function inGrid(
  line: readonly Piece[],
  above: ReadonlyMap<number, Headers>,
  wanted: readonly Label[],
  isSet: boolean,
): Read['cells'] {
  const headers = above.get(line[0]?.line ?? -1) ?? new Map()
  if (line.every(({ kind }) => kind === 'blank')) return 'none'
  const filled = line.filter(({ kind }) => kind === 'figure').map(({ at }) => at)
  const places = placesOf(wanted, headers, filled)
  if (places === 'unclear' || (isSet && headers.size === 0)) return 'disordered'
  return cellsUnder(line, places, headers, wanted)
}

const count = (votes: readonly { format: ReportFormatId }[], id: ReportFormatId): number =>
  votes.filter(({ format }) => format === id).length

function enter(
  draft: Draft,
  label: Label,
  block: ProactiveBlock,
  cells: readonly (string | null)[],
  inYuan: boolean,
): void {
  const { proactive } = draft.figures
  const before = { ...proactive }
  const isAgain = block.columns.some(({ id }) => `${label.id}.${id}` in before)
  enterRow(draft, 'proactive', label.id, block.columns, cells, inYuan)
  if (inYuan && block.columns.some(({ kind }) => kind === 'amountWan')) {
    draft.findings.push({
      code: 'UNIT_SUSPECT',
      severity: 'warning',
      about: 'report',
      row: label.id,
      column: block.columns[0]?.id ?? '',
      message: '收费金额的表头写作“单位：元”，统一格式以万元为单位，已折算为万元',
    })
  }
  if (!isAgain) return
  const differs = block.columns.some(({ id }) => before[`${label.id}.${id}`] !== proactive[`${label.id}.${id}`])
  if (differs) giveUp(draft, label, twice)
}
