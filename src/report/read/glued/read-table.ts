import type { CellRef } from '../../report.ts'
import { type Broken, brokenSums } from './broken.ts'
import { isManyFigures, type Printed, piecesOf } from './print.ts'
import type { FoundTable, PrintedRows } from './requests-rows.ts'
import { type Answer, type Options, type Run, type Sum, solve } from './solve.ts'
import { type NamedSum, type SummedTable, summedTable } from './sums.ts'

type TableRow = SummedTable['rows'][number]
type TableRun = Run<TableRow> & { readonly printed: Printed }

/** How a table was read whose cells hang together. `row` ids stand with the texts of their cells. */
export interface TableReading {
  readonly rows: ReadonlyMap<string, readonly string[]>
  /** Rows that were told apart by the sums. */
  readonly decoded: readonly string[]
  /** Rows of which the print allows one reading only, although sums do not hold then. */
  readonly forced: readonly string[]
  readonly refused: readonly string[]
  /** Why rows were refused; `broken` says which sums cannot hold. */
  readonly reason: 'none' | 'several' | 'unknown' | 'problem' | null
  readonly broken: Broken<TableRow, NamedSum>
}

const widthOf = (rows: readonly TableRow[]): number => rows.reduce((sum, { cells }) => sum + cells.length, 0)
const isApart = ({ rows, printed }: TableRun): boolean =>
  !printed.isOdd && piecesOf(printed).length === widthOf(rows) && !piecesOf(printed).some(isManyFigures)

/** The runs of a table that was found, with the form's own rows; undefined where a row is none of the form. */
function runsOf(found: FoundTable, table: CellRef['table']): { runs: TableRun[]; sums: readonly NamedSum[] } {
  const { rows, sums } = summedTable(found.format, table)
  const runs = found.runs.map(({ ids, printed }: PrintedRows): TableRun => {
    const own = ids.flatMap((id) => rows.filter((row) => row.id === id))
    return { rows: own, print: printed.print, printed }
  })
  return { runs, sums }
}

/**
 * Whether the table is to be read here: its cells hang together for certain (figures go on behind a leading zero, or most
 * rows are one piece as long as a row), or no bar of its text parts figures and every row has digits for all its cells, yet
 * most have too few pieces or all stand in one line.
 */
export function isGlued(found: FoundTable, table: CellRef['table'], text: string): boolean {
  const { runs } = runsOf(found, table)
  const full = runs.filter((run) => run.print.digits.length >= widthOf(run.rows))
  const glued = full.filter((run) => !isApart(run))
  const whole = glued.filter(({ printed }) => /^\d+$/.test(printed.raw))
  if (glued.some(({ printed }) => printed.raw.split(/[ \n]/).some(isManyFigures))) return true
  if (whole.length * 2 > runs.length) return true
  // Figures in too few pieces prove nothing where words, such as remarks, stand among them.
  if (found.problem !== null || full.length < runs.length || runs.some(({ printed }) => printed.isOdd)) return false
  if (runs.length > 1 && glued.length > 0 && !text.includes('\n')) return true
  return !barBetweenFigures.test(text) && glued.filter(isBroken).length * 2 > runs.length
}

/** A bar that keeps two figures of one line apart, and no bar around a whole row of them. */
const barBetweenFigures = /[0-9０-９][^\S\n]*\|(?:[^\S\n]*\|)*[^\S\n]*[0-9０-９]/

/** Every row's cells stand apart. */
export const areCellsApart = (found: FoundTable, table: CellRef['table']): boolean =>
  runsOf(found, table).runs.every(isApart)

/** Fewer pieces than cells, even where the end of a line is taken to part them. */
const isBroken = ({ rows, printed }: TableRun): boolean => printed.raw.split(/[ \n]/).length < widthOf(rows)

const nothing = { rows: [], sums: [] }

/** Reads a table whose cells hang together by the sums of its form. */
export function readGluedTable(found: FoundTable, table: CellRef['table'], options: Options = {}): TableReading {
  const { runs, sums } = runsOf(found, table)
  const isShort = runs.some(({ rows, printed }) => printed.isOdd || printed.print.digits.length < widthOf(rows))
  if (found.problem !== null || isShort) {
    const refused = summedTable(found.format, table).rows.map(({ id }) => id)
    return { rows: new Map(), decoded: [], forced: [], refused, reason: 'problem', broken: nothing }
  }
  const readings = componentsOf(runs, sums).map((part) => readPart(part, sums, options))
  const reading = readings.reduce((one, other) => ({
    rows: new Map([...one.rows, ...other.rows]),
    decoded: [...one.decoded, ...other.decoded],
    forced: [...one.forced, ...other.forced],
    refused: [...one.refused, ...other.refused],
    reason: one.reason ?? other.reason,
    broken: { rows: [...one.broken.rows, ...other.broken.rows], sums: [...one.broken.sums, ...other.broken.sums] },
  }))
  if (reading.refused.length === 0) return reading
  // A row that was not even found may be there as well: nothing is said of it.
  const refused = summedTable(found.format, table).rows.flatMap(({ id }) => (reading.rows.has(id) ? [] : [id]))
  return { ...reading, refused }
}

/** Runs that no sum joins are read each by itself. */
function componentsOf(runs: readonly TableRun[], sums: readonly Sum[]): TableRun[][] {
  const held = new Map(
    runs.flatMap((run, index) => run.rows.flatMap(({ cells }) => cells.map((cell) => [cell, index]))),
  )
  let parts = runs.map((run, index) => ({ runs: [run], indexes: new Set([index]) }))
  for (const { left, right } of sums) {
    const joined = new Set([...left, ...right].map((cell) => held.get(cell)))
    if (joined.has(undefined)) continue
    const mine = parts.filter(({ indexes }) => [...joined].some((index) => index !== undefined && indexes.has(index)))
    if (mine.length < 2) continue
    const whole = {
      runs: mine.flatMap((part) => part.runs),
      indexes: new Set(mine.flatMap(({ indexes }) => [...indexes])),
    }
    parts = [...parts.filter((part) => !mine.includes(part)), whole]
  }
  return parts.map((part) => part.runs)
}

function readPart(runs: readonly TableRun[], sums: readonly NamedSum[], options: Options): TableReading {
  const apart = runs.filter(isApart)
  const glued = runs.filter((run) => !isApart(run))
  const ids = (some: readonly TableRun[]) => some.flatMap(({ rows }) => rows.map(({ id }) => id))
  const rows = new Map(apart.flatMap((run) => cut(run, piecesOf(run.printed))))
  const none: TableReading = { rows, decoded: [], forced: [], refused: ids(glued), reason: null, broken: nothing }
  if (glued.length === 0) return none
  const answer: Answer = solve(runs, sums, options)
  const isChecked = runs.length > 1 || !glued.some(mayLackCell)
  if (answer.kind === 'one' && !isChecked) return { ...none, reason: 'several' }
  if (answer.kind === 'one') {
    const decoded = glued.flatMap((run) =>
      cut(
        run,
        run.rows.flatMap(({ cells }) => cells.map((cell) => String(answer.figures.get(cell)))),
      ),
    )
    return { ...none, rows: new Map([...rows, ...decoded]), decoded: ids(glued), refused: [] }
  }
  if (answer.kind !== 'none') return { ...none, reason: answer.kind }
  const broken = brokenSums(runs, sums)
  if (!glued.every(isCertain)) return { ...none, reason: 'none', broken }
  const forced = glued.flatMap((run) => {
    const plain = solve([{ ...run, rows: run.rows.map((row) => ({ ...row, isSummed: false })) }], [])
    return plain.kind === 'one'
      ? cut(
          run,
          run.rows.flatMap(({ cells }) => cells.map((cell) => String(plain.figures.get(cell)))),
        )
      : []
  })
  return { ...none, rows: new Map([...rows, ...forced]), forced: ids(glued), refused: [], broken }
}

/** Every digit is a cell, and its own sums hold: only sums over other rows do not. */
const isCertain = (run: TableRun): boolean =>
  run.print.ends.length === 1 && run.print.digits.length === widthOf(run.rows) && solve([run], []).kind === 'one'

/**
 * Rows without a sum over other rows have too few sums to notice a cell that prints nothing: the run is read only where
 * leaving out any one cell before a total leaves no way that holds.
 */
function mayLackCell(run: TableRun): boolean {
  return run.rows.some((row) =>
    row.cells.slice(0, -1).some((cell) => {
      const shorter = { ...row, cells: row.cells.filter((other) => other !== cell) }
      const rows = run.rows.map((other) => (other === row ? shorter : other))
      return solve([{ print: run.print, rows }], []).kind !== 'none'
    }),
  )
}

/** The texts of a run's cells by row. */
function cut({ rows }: TableRun, texts: readonly string[]): [string, string[]][] {
  let at = 0
  return rows.map(({ id, cells }) => {
    const own = texts.slice(at, at + cells.length)
    at += cells.length
    return [id, own]
  })
}
