import { canBeCut, cutsOf } from './cut.ts'
import { type GluedRow, type Run, type Sum, solve, usualBudget } from './solve.ts'

/** Rows whose own sum, and sums over rows, that cannot hold however the digits are cut. */
export interface Broken<Row extends GluedRow, Over extends Sum> {
  readonly rows: readonly Row[]
  readonly sums: readonly Over[]
}

/**
 * Why there is no way to cut: every row and every sum that cannot hold even by itself; where each could hold by itself, a
 * smallest set of sums that cannot hold together. Asked only where `solve` says `none`. Both lists are empty where the
 * budget ends first.
 */
export function brokenSums<Row extends GluedRow, Over extends Sum>(
  runs: readonly Run<Row>[],
  sums: readonly Over[],
): Broken<Row, Over> {
  const rows = runs.flatMap((run) => {
    if (solve([run], []).kind !== 'none') return []
    const alone = run.rows.filter((_, index) => !canHoldAlone(run, index))
    return alone.length > 0 ? alone : run.rows
  })
  if (rows.length > 0) return { rows, sums: [] }
  const fails = (some: readonly Over[]): boolean => solve(runs, some, { budget: usualBudget / 4 }).kind === 'none'
  const alone = sums.filter((sum) => fails([sum]))
  if (alone.length > 0) return { rows, sums: alone }
  if (!fails(sums)) return { rows, sums: [] }
  return { rows, sums: sums.reduce<readonly Over[]>((kept, sum) => without(kept, sum, fails), sums) }
}

function without<Over>(kept: readonly Over[], sum: Over, fails: (some: readonly Over[]) => boolean): readonly Over[] {
  const rest = kept.filter((other) => other !== sum)
  return fails(rest) ? rest : kept
}

/** Whether the row can hold its sum while the other rows of its run are cut anyhow. */
function canHoldAlone({ rows, print }: Run, index: number): boolean {
  const row = rows[index]
  if (!row) return true
  const width = (some: readonly GluedRow[]) => some.reduce((sum, { cells }) => sum + cells.length, 0)
  const before = width(rows.slice(0, index))
  const behind = width(rows.slice(index + 1))
  const shape = { width: row.cells.length, isSummed: row.isSummed }
  return print.ends.some((last) => {
    for (let start = before; start <= last; start += 1) {
      if (before === 0 ? start > 0 : !canBeCut(print, 0, start, before)) continue
      for (let end = start + shape.width; end <= last; end += 1) {
        if (behind === 0 ? end < last : !canBeCut(print, end, last, behind)) continue
        if (cutsOf(print, start, end, shape, { left: usualBudget }).length > 0) return true
      }
    }
    return false
  })
}
