import { leafColumns } from '../../law/report-format.ts'
import { reportFormats } from '../../law/report-formats.ts'
import { labels } from './labels.ts'
import { numbersOf } from './requests-sums.ts'
import type { RowCells } from './row-figures.ts'
import type { Tables } from './tables.ts'
import { areInOrder, columnsAbove, type HeaderWord, headerWords, speaksAgainst, toldOrder } from './text-headers.ts'
import { isRead, type RowReading } from './torn.ts'
import { totalStandsElsewhere } from './total-elsewhere.ts'

export const columns = leafColumns(reportFormats['2021'].requests.columns)
const usual = columns.map(({ id }) => id)
const mine = labels.filter(({ table, kind }) => table === 'requests' && kind === 'column')
/** The seven columns of applicants, as they are looked for. */
export const applicantLabels = usual.flatMap((id) => mine.filter((label) => label.id === id))
const group = 'organisations'
const withGroup = mine.filter(({ id }) => usual.includes(id) || id === group)
const isOrganisation = (id: string): boolean => id !== 'naturalPerson' && id !== 'total'

/** A header wrapped into columns leaves at least so many parts of words; fewer are only words cut off. */
const leastParts = 4

/** The order of the seven columns in flattened text, as the headers tell it; undefined when they contradict each other. */
export function orderInText(
  tables: Tables,
  readings: readonly RowReading[],
  from: number,
): readonly string[] | undefined {
  const { pieces } = tables
  const first = readings[0]?.occurrence.first ?? pieces.length
  const above = columnsAbove(pieces, firstLine(tables, readings), applicantLabels, from)
  const words = headerWords(tables, 'requests', withGroup, from, first)
  const told = orderTold(readings, words, above)
  if (!told) return undefined
  const isBroken =
    told.join() === usual.join() ? totalStandsElsewhere(cellsRead(readings)) : isWorseThanUsual(readings, told)
  return isBroken ? undefined : told
}

function orderTold(
  readings: readonly RowReading[],
  words: readonly HeaderWord[],
  above: readonly string[] | undefined,
): readonly string[] | undefined {
  if (above && new Set(above).size === above.length) return areInOrder(words, above) ? above : undefined
  const told = toldOrder(words, usual)
  if (typeof told === 'string') {
    const hasParts = words.filter(({ id }) => id === '').length >= leastParts
    const isUsual = told === 'usual' || hasParts || isFlattened(words.map(({ id }) => id))
    const isRefused = !isUsual || speaksAgainst(words, usual) || totalStandsElsewhere(cellsRead(readings))
    return isRefused ? undefined : usual
  }
  const orders = possibleOrders(words.filter(({ id }) => id === group || usual.includes(id)))
  const [only, ...others] = orders
  if (others.length === 0) return only
  const proved = orders.filter((order) => brokenRows(readings, order) === 0)
  const [first, ...rest] = proved
  if (!words.some(({ id }) => id === group) && rest.length > 0)
    return proved.find((order) => order.join() === usual.join())
  return first && rest.every((order) => isSame(readings, first, order)) ? first : undefined
}

/** All rows read the same in two orders, as rows of zeros do. */
const isSame = (readings: readonly RowReading[], one: readonly string[], other: readonly string[]): boolean =>
  cellsRead(readings).every((cells) => inUsualOrder(cells, one).join() === inUsualOrder(cells, other).join())

/** Another order than the usual one, with which more rows do not add up: the header was misunderstood. */
const isWorseThanUsual = (readings: readonly RowReading[], order: readonly string[]): boolean =>
  order.join() !== usual.join() && brokenRows(readings, order) > brokenRows(readings, usual)

/** 自然人、法人或其他组织、总计 first, then the five under the second: a header of two lines that keeps the usual order. */
const isFlattened = (ids: readonly string[]): boolean => {
  const known = ids.filter((id) => id === group || usual.includes(id))
  const places = [...usual.slice(0, 1), group, ...usual.slice(-1), ...usual.slice(1, -1)]
  let at = 0
  for (const id of places) if (known[at] === id) at += 1
  return at === known.length && !ids.includes('?')
}

/**
 * A header of two lines names the group and what stands beside it first; the five come below, in its place. Where the group and
 * what stands beside it are on lines of their own, as when one is set lower in its cell than the other, lines tell no order:
 * places do, where the words are set in columns; else all orders are possible that each line by itself keeps.
 */
function possibleOrders(words: readonly HeaderWord[]): (readonly string[])[] {
  const ids = words.map(({ id }) => id)
  const plain = ids.filter((id) => id !== group)
  const firstInGroup = ids.findIndex((id) => id !== group && isOrganisation(id))
  const alone = ids.filter((id, index) => !isOrganisation(id) && index < firstInGroup && id !== group)
  const top = words.slice(0, firstInGroup)
  if (alone.length < 2) return [plain]
  const five = plain.filter(isOrganisation)
  // With the group's own header lost, nothing says where its columns stand.
  if (!top.some(({ id }) => id === group))
    return [[...alone.slice(0, 1), ...five, ...alone.slice(1)], [...five, ...alone], plain]
  const expanded = (some: readonly string[]) => some.flatMap((id) => (id === group ? five : [id]))
  const inLines = top.map(({ id }) => id)
  const lines = [...Map.groupBy(top, ({ line }) => line).values()].map((line) => line.map(({ id }) => id))
  const isPlain = lines.length === top.length && expanded(inLines).join() === usual.join()
  if (isPlain) return [expanded(inLines)]
  const inPlaces = orderInPlaces(
    top,
    words.slice(firstInGroup).filter(({ id }) => isOrganisation(id)),
  )
  if (inPlaces && expanded(inPlaces).join() === usual.join()) return [usual]
  return ordersOf(inLines)
    .filter((order) => lines.every((line) => keeps(order, line)))
    .map(expanded)
}

/** Half of 法人或其他组织 in half-width columns. */
const halfOfGroup = 7

/** The order in which words stand from the left; undefined where one of them stands above or below the group or its five. */
function orderInPlaces(top: readonly HeaderWord[], five: readonly HeaderWord[]): readonly string[] | undefined {
  const centre = top.find(({ id }) => id === group)?.at ?? 0
  const places = five.map(({ at }) => at)
  const [first, last] = [Math.min(...places), Math.max(...places)]
  const isBeside = ({ id, at }: HeaderWord) =>
    id === group || at < Math.min(first, centre) - halfOfGroup || (at > centre + halfOfGroup && at > last - halfOfGroup)
  const isOver = centre > first && centre < last
  return isOver && top.every(isBeside) ? top.toSorted((a, b) => a.at - b.at).map(({ id }) => id) : undefined
}

const ordersOf = (ids: readonly string[]): (readonly string[])[] =>
  ids.length < 2 ? [ids] : ids.flatMap((id, at) => ordersOf(ids.toSpliced(at, 1)).map((rest) => [id, ...rest]))

const keeps = (order: readonly string[], line: readonly string[]): boolean =>
  order.filter((id) => line.includes(id)).join() === line.join()

const cellsRead = (readings: readonly RowReading[]): RowCells[] =>
  readings.flatMap(({ figures }) => (isRead(figures) ? [figures.cells] : []))

/** How many rows do not add up in an order, of those with a number in each cell. */
function brokenRows(readings: readonly RowReading[], order: readonly string[]): number {
  const rows = cellsRead(readings).flatMap((cells) => {
    const numbers = numbersOf(inUsualOrder(cells, order))
    return numbers ? [numbers] : []
  })
  return rows.filter((row) => row.slice(0, -1).reduce((sum, value) => sum + value, 0) !== row.at(-1)).length
}

/** The cells of a printed row in the order of the form. */
export const inUsualOrder = (cells: RowCells, order: readonly string[]): RowCells =>
  usual.map((id) => cells[order.indexOf(id)] ?? null)

/** The first row whose seven figures stand on one line. */
function firstLine({ pieces }: Tables, readings: readonly RowReading[]) {
  for (const { figures } of readings) {
    if (!isRead(figures)) continue
    const line = figures.used.flatMap((index) => pieces[index] ?? [])
    if (line.length === usual.length && line.every((piece) => piece.line === line[0]?.line && piece.kind === 'figure'))
      return line
  }
  return []
}
