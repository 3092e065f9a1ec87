import { leafColumns } from '../../law/report-format.ts'
import { reportFormats } from '../../law/report-formats.ts'
import { labels } from './labels.ts'
import { numbersOf } from './requests-sums.ts'
import type { RowCells } from './row-figures.ts'
import type { Tables } from './table-rows.ts'
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
  const proved = orders.filter((order) => addsUp(readings, order))
  return proved.length === 1 ? proved[0] : proved.find((order) => order.join() === usual.join())
}

/** 自然人、法人或其他组织、总计 first, then the five under the second: a header of two lines that keeps the usual order. */
const isFlattened = (ids: readonly string[]): boolean => {
  const known = ids.filter((id) => id === group || usual.includes(id))
  const places = [...usual.slice(0, 1), group, ...usual.slice(-1), ...usual.slice(1, -1)]
  let at = 0
  for (const id of places) if (known[at] === id) at += 1
  return at === known.length && !ids.includes('?')
}

/**
 * A header of two lines names the group and what stands beside it first; the five come below, in its place. Where what stands
 * beside it is set lower than the group itself, as in the middle of two lines, places may tell another order than lines.
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
  const expanded = (some: readonly HeaderWord[]) => some.flatMap(({ id }) => (id === group ? five : [id]))
  const inLines = expanded(top)
  const inPlaces = expanded(top.toSorted((a, b) => a.at - b.at))
  const lines = new Set(top.map(({ line }) => line)).size
  const isMixed = lines > 1 && lines < top.length
  return isMixed && inPlaces.join() !== inLines.join() ? [inLines, inPlaces] : [inLines]
}

const cellsRead = (readings: readonly RowReading[]): RowCells[] =>
  readings.flatMap(({ figures }) => (isRead(figures) ? [figures.cells] : []))

function addsUp(readings: readonly RowReading[], order: readonly string[]): boolean {
  const rows = cellsRead(readings).map((cells) => numbersOf(inUsualOrder(cells, order)))
  const whole = rows.filter((row) => row !== undefined)
  return (
    whole.length > 0 && whole.every((row) => row.slice(0, -1).reduce((sum, value) => sum + value, 0) === row.at(-1))
  )
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
