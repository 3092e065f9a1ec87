import { leafRows, type ReportFormat } from '../../law/report-format.ts'
import { reportFormats } from '../../law/report-formats.ts'
import type { Piece } from './pieces.ts'
import { numbersOf, provesAll } from './requests-sums.ts'
import type { RowCells } from './row-figures.ts'
import { isRead, type RowReading } from './torn.ts'

const count = 7
const forms: readonly ReportFormat[] = Object.values(reportFormats)

/**
 * Where labels and figures were torn apart: the lines of seven in the order of the form's rows, if there are as many, the
 * labels that are there keep that order, and EVERY sum of the table holds. `reorder` puts a line into the order of the columns.
 */
export function readByOrder(
  pieces: readonly Piece[],
  readings: readonly RowReading[],
  from: number,
  to: number,
  reorder: (cells: RowCells) => RowCells,
): ReadonlyMap<string, RowCells> | undefined {
  const sevens = linesOfSeven(pieces, from, to)?.map(reorder)
  if (!sevens) return undefined
  for (const form of forms) {
    const rows = leafRows(form.requests.rows).map(({ id }) => id)
    const places = readings.map(({ label }) => rows.indexOf(label.id))
    const keepsOrder = places.every((place, index) => place > (places[index - 1] ?? -1))
    if (rows.length !== sevens.length || !keepsOrder) continue
    const numbers = sevens.map(numbersOf)
    if (numbers.some((line) => line === undefined)) continue
    const grid = new Map(rows.map((id, index) => [id, numbers[index] ?? []]))
    if (!provesAll(form, grid)) continue
    const read = new Map(rows.map((id, index) => [id, sevens[index] ?? []]))
    if (
      readings.every(
        ({ label, figures }) =>
          !isRead(figures) || !figures.isLocked || reorder(figures.cells).join() === read.get(label.id)?.join(),
      )
    )
      return read
  }
  return undefined
}

/** All figures of a table in sevens, line by line or one to a line; undefined when they do not come out even. */
function linesOfSeven(pieces: readonly Piece[], from: number, to: number): RowCells[] | undefined {
  const lines = new Map<number, string[]>()
  for (let index = from; index < to; index += 1) {
    const piece = pieces[index]
    if (piece?.kind === 'figure') lines.set(piece.line, [...(lines.get(piece.line) ?? []), piece.raw])
  }
  const sevens: string[][] = []
  let open: string[] = []
  for (const line of lines.values()) {
    if (line.length === count && open.length <= 1) {
      // A lone figure between whole lines is the number of a page.
      open = []
      sevens.push(line)
    } else {
      open.push(...line)
      if (open.length === count) {
        sevens.push(open)
        open = []
      }
    }
  }
  return open.length <= 1 ? sevens : undefined
}
