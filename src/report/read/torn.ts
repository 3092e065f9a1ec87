import type { RowHere } from './choose-rows.ts'
import type { Piece } from './pieces.ts'
import type { RowFigures } from './row-figures.ts'
import type { Tables } from './tables.ts'

/** Where a table lies among the pieces. */
export interface Bounds {
  readonly from: number
  readonly to: number
}

/** A row of flattened text as it was read by its label alone. */
export interface RowReading extends RowHere {
  readonly figures: RowFigures | 'none' | 'unclear'
}

export const isRead = (figures: RowReading['figures']): figures is RowFigures => typeof figures !== 'string'

/** True for a row whose figures stand on other lines than its label: only the order says that they belong together. */
const isLoose = ({ figures }: RowReading): boolean => isRead(figures) && !figures.isLocked

/**
 * True when labels and figures were torn apart somewhere in the table, so that no row is certain whose figures stand on
 * other lines than its label: a label without figures stands before one that has them, or figures are left over that no
 * label has taken.
 */
export function isTornApart(tables: Tables, readings: readonly RowReading[], bounds: Bounds): boolean {
  const { found } = tables
  if (!readings.some(isLoose)) return false
  const isStranded = readings.some(({ figures, occurrence }, index) => {
    const next = readings[index + 1]
    if (figures !== 'none' || next === undefined || !isLoose(next)) return false
    const hasHeader = found.occurrences.some(
      ({ first, candidates }) =>
        first > occurrence.last && first < next.occurrence.first && candidates.some(({ kind }) => kind === 'column'),
    )
    return !hasHeader
  })
  return isStranded || leftOver(tables, readings, bounds)
}

function leftOver(
  { pieces, found: { owner } }: Tables,
  readings: readonly RowReading[],
  { from, to }: Bounds,
): boolean {
  const first = readings[0]?.occurrence.first ?? from
  const used = new Set(readings.flatMap(({ figures }) => (isRead(figures) ? figures.used : [])))
  const perLine = new Map<number, number>()
  for (let index = from; index < to; index += 1) {
    const piece = pieces[index]
    if (piece?.kind !== 'figure') continue
    perLine.set(piece.line, (perLine.get(piece.line) ?? 0) + 1)
  }
  for (let index = from; index < to; index += 1) {
    const piece = pieces[index]
    // What stands behind the table when the text breaks off is the beginning of something else.
    const isCutOff = index === pieces.length - 1
    if (!piece || !isNumber(piece, owner[index] !== undefined) || used.has(index) || isCutOff) continue
    if (isClaimed(readings, index) || isOfStranger(pieces, owner, first, index)) continue
    if (perLine.get(piece.line) === 1 && isBesideWholeLines(perLine, piece.line)) continue
    return true
  }
  return false
}

/** Behind a row that could not be told: its own figures, however many. */
function isClaimed(readings: readonly RowReading[], index: number): boolean {
  const behind = readings.findLast(({ occurrence }) => occurrence.first < index)
  return behind?.figures === 'unclear'
}

/** Behind words that are no label of the form: a row of its own, which is not counted. */
function isOfStranger(
  pieces: readonly Piece[],
  owner: Tables['found']['owner'],
  firstRow: number,
  index: number,
): boolean {
  let at = index
  while (at > firstRow && pieces[at]?.kind !== 'text') at -= 1
  return /[\u4e00-\u9fff]{3}/.test(pieces[at]?.bare ?? '') && !owner[at]
}

/** A figure, or words that look like one and are not certain. */
const isNumber = ({ kind, raw }: Piece, isLabel: boolean): boolean =>
  kind === 'figure' || (!isLabel && /^[^\u4e00-\u9fff.．、（(]*\d[^\u4e00-\u9fff.．、]*$/.test(raw))

/** A lone figure among lines of several is the number of a page. */
const isBesideWholeLines = (perLine: ReadonlyMap<number, number>, line: number): boolean =>
  [...perLine].filter(([at, count]) => Math.abs(at - line) <= 8 && at !== line && count === 1).length === 0
