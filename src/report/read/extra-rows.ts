import type { Stranger } from './near-labels.ts'
import type { Piece } from './pieces.ts'
import type { Headers, Tables } from './tables.ts'

/** A line of a real table: its cells, the table that it belongs to, and the headers above it. */
interface Line {
  readonly cells: readonly Piece[]
  readonly table: number
  readonly headers: Headers | undefined
}

/**
 * Tells of unknown words with figures behind them whether they are a row of a table of the form: between two of its rows, or,
 * in a real table, under the headers of one. Below the last row a whole row of figures is asked for: people sign there.
 */
export function extraRows(tables: Tables): (stranger: Stranger) => boolean {
  const { pieces, rows } = tables
  const lines = linesOf(tables)
  const lineAt = (index: number): Line | undefined => lines.get(pieces[index]?.line ?? -1)
  const known = rows.flatMap(({ occurrence }) => lineAt(occurrence.last) ?? [])
  const from = rows[0]?.occurrence.first ?? pieces.length
  const to = rows.at(-1)?.occurrence.last ?? -1
  return ({ text, first, last }) => {
    if (text.length < 4 || text.length > 40) return false
    const line = pieces[first]?.isGrid ? lineAt(first) : undefined
    const hasFigures = line ? figuresOf(line).length > 0 : pieces[last + 1]?.kind === 'figure'
    if (!hasFigures) return false
    if (from < first && first < to) return true
    if (!line?.headers?.size) return false
    const besides = known.filter(({ table, headers }) => table === line.table && headers === line.headers)
    return first < from ? besides.length > 0 : besides.some((beside) => isAsWide(line, beside))
  }
}

const figuresOf = ({ cells }: Line): readonly Piece[] => cells.filter(({ kind }) => kind === 'figure')

const isAsWide = (line: Line, other: Line): boolean =>
  figuresOf(line).length === figuresOf(other).length &&
  figuresOf(line).every(({ at }, index) => at === figuresOf(other)[index]?.at)

/** The lines of real tables by their number; lines that follow each other are one table. */
function linesOf({ pieces, headers }: Tables): ReadonlyMap<number, Line> {
  const lines = new Map<number, Line>()
  let table = 0
  let before = -1
  const cells = Map.groupBy(
    pieces.filter(({ isGrid }) => isGrid),
    ({ line }) => line,
  )
  for (const [at, mine] of cells) {
    if (at !== before + 1) table += 1
    before = at
    lines.set(at, { cells: mine, table, headers: headers.get(at) })
  }
  return lines
}
