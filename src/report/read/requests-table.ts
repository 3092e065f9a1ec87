import { leafRows } from '../../law/report-format.ts'
import { reportFormats } from '../../law/report-formats.ts'
import { applicantLabels, columns, inUsualOrder, orderInText } from './applicant-columns.ts'
import { ordinalLength } from './bare.ts'
import type { RowHere } from './choose-rows.ts'
import { type Draft, enterRow, giveUp, isGivenUp, refuseTable, repeated, rowKey, twice } from './draft.ts'
import { cellsUnder, type Places, placesOf } from './grid-headers.ts'
import { rowLabels } from './labels.ts'
import type { Piece } from './pieces.ts'
import { isPrintedNone, readFigure } from './printed-figure.ts'
import { readByOrder } from './read-by-order.ts'
import { countSums, numbersOf } from './requests-sums.ts'
import { cellsBehind, type RowCells } from './row-figures.ts'
import type { Headers, Tables } from './tables.ts'
import { type Bounds, isRead, isTornApart, type RowReading } from './torn.ts'
import { fewStacks, stackedRows } from './wrapped-figures.ts'

const lastRow = rowLabels.filter(({ table }) => table === 'requests').reduce((a, b) => (a.order > b.order ? a : b))

/** Reads section three: every row by its label, every cell by its header. */
export function readRequests(tables: Tables, draft: Draft, bounds: Bounds): void {
  const rows = tables.rows.filter(({ label }) => label.table === 'requests')
  for (const { label } of rows) draft.seen.add(rowKey('requests', label.id))
  const inGrid = rows.filter((row) => gridLine(tables, row) !== undefined)
  const inText = rows.filter((row) => !inGrid.includes(row))
  const read = new Map<string, RowCells>()
  readGrid(tables, inGrid, draft, read)
  if (inText.length > 0) readText(tables, inText, draft, bounds, read)
  if (draft.refused.has('requests')) return
  if (repeated(draft, 'requests').length > 2)
    for (const id of read.keys()) giveUp(draft, { table: 'requests', id }, twice)
  for (const [id, cells] of read) if (!isGivenUp(draft, 'requests', id)) enterRow(draft, 'requests', id, columns, cells)
  refuseUnlabelled(tables, draft)
  if (inGrid.length > 0 && inText.length === 0 && !draft.hasStrangers) draft.whole.add('requests')
}

/** The line of a real table that a row fills, with its cells behind the label; undefined when there are none. */
export function gridLine({ pieces }: Tables, { occurrence }: RowHere): Piece[] | undefined {
  const label = pieces[occurrence.last]
  if (!label?.isGrid) return undefined
  const line: Piece[] = []
  for (let index = occurrence.last + 1; pieces[index]?.isGrid && pieces[index]?.line === label.line; index += 1) {
    const piece = pieces[index]
    if (piece) line.push(piece)
  }
  return line.length > 0 ? line : undefined
}

/** Enters a row, or gives it up where the page has it twice with other figures: then false. */
function keep(draft: Draft, read: Map<string, RowCells>, id: string, cells: RowCells): boolean {
  const known = read.get(id)
  const isOther = known !== undefined && known.join() !== cells.join()
  if (isOther) giveUp(draft, { table: 'requests', id }, twice)
  else read.set(id, cells)
  return !isOther
}

function readGrid(tables: Tables, rows: readonly RowHere[], draft: Draft, read: Map<string, RowCells>): void {
  const { headers } = tables
  const places = new Map<Headers, Places>()
  const firstUnder = new Map<string, Headers>()
  let isDouble = false
  for (const row of rows) {
    const line = gridLine(tables, row) ?? []
    const id = row.label.id
    draft.inCells.add(rowKey('requests', id))
    const above = headers.get(line[0]?.line ?? -1) ?? new Map()
    const isBlank = line.every(({ kind }) => kind === 'blank')
    if (isBlank) continue
    const known = places.get(above) ?? placesOf(applicantLabels, above, filledColumns(tables, rows, headers, above))
    places.set(above, known)
    // The headers of a table that was put together may stand where no table was seen.
    if (known === 'unclear' || (draft.isDrawn && above.size === 0)) {
      refuseTable(draft, 'requests', '表头的七列认不全，或者有重复、多出的列，无法判断数字各属哪一列')
      return
    }
    const cells = cellsUnder(line, known, above, applicantLabels)
    if (cells === 'unclear') giveUp(draft, row.label, '的格子与表头对不上（缺少或多出格子），无法判断数字各属哪一列')
    else if (slippedOnce(cells)) giveUp(draft, row.label, slipped)
    else if (keep(draft, read, id, cells)) firstUnder.set(id, firstUnder.get(id) ?? above)
    // The table stands there in two versions: a row found only once may be of either.
    else if (firstUnder.get(id) !== above) isDouble = true
  }
  if (isDouble) for (const id of read.keys()) giveUp(draft, { table: 'requests', id }, twice)
}

const slipped = '的总计空白，而前一格正是各格之和，数字很可能错开了一格'

/** The total is blank, and the cell before it is the sum of the others: a cell was taken out, and the rest moved up. */
function slippedOnce(cells: RowCells): boolean {
  const last = cells.at(-1)
  const numbers = cells.slice(0, -1).map((text) => (text === null ? 0 : readFigure(text, 'count')))
  if (last !== null || !numbers.every((value) => typeof value === 'number')) return false
  const sum = numbers.reduce((total, value) => total + value, 0)
  return sum > 0 && sum === 2 * (numbers.at(-1) ?? 0)
}

/** Columns in which figures stand under the same headers. */
function filledColumns(
  tables: Tables,
  rows: readonly RowHere[],
  headers: ReadonlyMap<number, Headers>,
  above: Headers,
): number[] {
  const filled = rows.flatMap((row) => {
    const line = gridLine(tables, row) ?? []
    return (headers.get(line[0]?.line ?? -1) ?? above) === above
      ? line.filter(({ kind }) => kind === 'figure').map(({ at }) => at)
      : []
  })
  return [...new Set(filled)].sort((a, b) => a - b)
}

function readText(
  tables: Tables,
  rows: readonly RowHere[],
  draft: Draft,
  bounds: Bounds,
  read: Map<string, RowCells>,
): void {
  const { pieces, found } = tables
  const readings = rows.map((row): RowReading => {
    const options = { isLastRow: row.label.id === lastRow.id, isSet: draft.isSet }
    return { ...row, figures: cellsBehind(pieces, found, row.occurrence, columns.length, options) }
  })
  const order = orderInText(tables, readings, bounds.from)
  const isBelieved = order && (!draft.isSet || order.every((id, index) => id === columns[index]?.id))
  if (!isBelieved) {
    refuseTable(draft, 'requests', '表头的七列认不全，或者次序互相矛盾，无法判断数字各属哪一列')
    return
  }
  const stacked = draft.isSet ? stackedRows(tables, readings, bounds) : []
  if (stacked.length > fewStacks) {
    refuseTable(draft, 'requests', '格子里的数字折成了几行，无法判断哪些数字连在一起')
    return
  }
  for (const at of stacked)
    for (const reading of readings.slice(Math.max(0, at - 1), at + 2))
      giveUp(draft, reading.label, '附近有折成几行的数字，无法判断哪些数字连在一起')
  const reorder = (cells: RowCells) => inUsualOrder(cells, order)
  const isWhole = readings.every(({ figures }) => isRead(figures))
  const isTorn = isTornApart(tables, readings, bounds)
  const ordered = isWhole && !isTorn ? undefined : readByOrder(pieces, readings, bounds.from, bounds.to, reorder)
  if (ordered) {
    draft.findings.push({
      code: 'READ_BY_ORDER',
      severity: 'warning',
      about: 'reading',
      row: 'requests',
      message: '第三部分表格的名称与数字分离，已按先后次序对应，全部勾稽关系成立，请与原件核对',
    })
    for (const [id, cells] of ordered) {
      draft.seen.add(rowKey('requests', id))
      keep(draft, read, id, cells)
    }
    return
  }
  // Blank cells that merged labels leave stand before the figures of such a table: one of them may stand for a lost figure.
  const hasSurplus = readings.some(({ figures }) => isRead(figures) && figures.isTrimmed)
  for (const { label, figures } of readings) {
    if (figures === 'unclear') giveUp(draft, label, '的数字不是7个（缺少或多出），无法判断各属哪一列')
    else if (isRead(figures) && isTorn && !figures.isLocked)
      giveUp(draft, label, '的名称与数字分离，无法判断数字属于哪一行')
    else if (isRead(figures) && hasSurplus && figures.cells[0] === null)
      giveUp(draft, label, '的第一格空白，可能是合并的格子，也可能缺了一格，无法判断各属哪一列')
    else if (isRead(figures) && figures.isTrimmed && !addsUp(reorder(figures.cells)))
      giveUp(draft, label, '的格子比表头多，去掉空格后合计不符，无法判断各属哪一列')
    else if (isRead(figures) && !figures.isLocked && lacksTotal(reorder(figures.cells)))
      giveUp(draft, label, '的总计空白，文字里的空格不能确定各是哪一格')
    else if (isRead(figures) && isBegunAgain(tables, label, bounds)) giveUp(draft, label, twice)
    else if (isRead(figures)) keep(draft, read, label.id, reorder(figures.cells))
  }
  for (const { label, figures } of readings) if (!isRead(figures) && read.has(label.id)) giveUp(draft, label, twice)
  if (looksShifted(readings, read))
    refuseTable(draft, 'requests', '多列的合计同时不符而各行的总计都相符，数字很可能错了行')
}

const shortestBeginning = 4

/** The beginning of the same label stands there once more, belonging to no row: another version of it, which was not read. */
const isBegunAgain = ({ pieces, found }: Tables, { names }: RowHere['label'], { from, to }: Bounds): boolean =>
  pieces.slice(Math.max(0, from), to).some(({ kind, raw, bare }, index) => {
    if (kind !== 'text' || found.owner[Math.max(0, from) + index] || found.isAside[Math.max(0, from) + index])
      return false
    const words = bare.slice(ordinalLength(raw))
    return words.length >= shortestBeginning && names.some((name) => name.startsWith(words))
  })

/** Blank cells of flattened text may be the rest of merged ones; without a total nothing shows whether the row moved. */
const lacksTotal = (cells: RowCells): boolean => cells.at(-1) === null

/** With nothing in blank cells the row adds up; true where a cell is no number, which proves nothing. */
function addsUp(cells: RowCells): boolean {
  const numbers = numbersOf(cells.map((text) => (text === null || isPrintedNone(text) ? '0' : text)))
  return !numbers || numbers.slice(0, -1).reduce((sum, value) => sum + value, 0) === numbers.at(-1)
}

/** Sums down the columns fail in many columns while every row adds up: the figures are right and stand in wrong rows. */
function looksShifted(readings: readonly RowReading[], read: ReadonlyMap<string, RowCells>): boolean {
  if (readings.every(({ figures }) => !isRead(figures) || figures.isLocked)) return false
  const grid = new Map(
    [...read].flatMap(([id, cells]) => {
      const numbers = numbersOf(cells)
      return numbers ? [[id, numbers] as const] : []
    }),
  )
  const form = Object.values(reportFormats).find(({ requests }) =>
    leafRows(requests.rows).every(({ id }) => grid.has(id)),
  )
  if (!form) return false
  const { brokenRows, brokenColumns } = countSums(form, grid)
  return brokenRows === 0 && brokenColumns > 4
}

/** Figures behind a group caption: the labels of its rows were lost, so nobody can say whose they are. */
function refuseUnlabelled({ pieces, found }: Tables, draft: Draft): void {
  for (const { candidates, last } of found.occurrences) {
    const [group] = candidates
    const next = pieces[last + 1]
    if (
      candidates.length !== 1 ||
      group?.kind !== 'group' ||
      next?.kind !== 'figure' ||
      next.line === pieces[last]?.line
    )
      continue
    if (group.id !== 'results') giveUp(draft, group, '之下各行的名称缺失，数字无法对应')
  }
}
