import { cutsOf } from './cut.ts'
import { type GluedRow, type Run, type Sum, usualBudget } from './solve.ts'

/** Another way to cut a row by its own sum: what it changes in each cell, and so in each sum over rows. */
interface Change {
  readonly row: number
  readonly inSums: readonly number[]
}

/** With more other ways to cut rows than this nothing is proved. */
const mostChanges = 400

/**
 * Whether the one solution of a table may owe itself to a slip: with one or two rows cut otherwise, the sums over rows would
 * hold for other figures in a third row, whose print is one slip away from the one that is there.
 */
export function mayOweToSlip(
  runs: readonly Run[],
  sums: readonly Sum[],
  figures: ReadonlyMap<string, number>,
): boolean {
  const held = new Set(runs.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells)))
  const whole = sums.filter(({ left, right }) => [...left, ...right].every((cell) => held.has(cell)))
  const signs = whole.map(
    ({ left, right }) =>
      new Map([...left.map((cell) => [cell, 1] as const), ...right.map((cell) => [cell, -1] as const)]),
  )
  const lines = runs.flatMap((run) => {
    const [row, ...others] = run.rows
    return row && others.length === 0 ? [{ row, run }] : []
  })
  const figureIn = (cell: string): number => figures.get(cell) ?? 0
  const budget = { left: usualBudget }
  const changes = lines.flatMap(({ row, run: { print } }, index): Change[] =>
    print.ends
      .flatMap((end) => cutsOf(print, 0, end, { width: row.cells.length, isSummed: row.isSummed }, budget))
      .flatMap(({ values }) => {
        const deltas = new Map(row.cells.map((cell, at) => [cell, (values[at] ?? 0) - figureIn(cell)]))
        if ([...deltas.values()].every((delta) => delta === 0)) return []
        return [
          {
            row: index,
            inSums: signs.map((sign) =>
              [...deltas].reduce((sum, [cell, delta]) => sum + (sign.get(cell) ?? 0) * delta, 0),
            ),
          },
        ]
      }),
  )
  if (budget.left < 0 || changes.length > mostChanges) return true
  const places = lines.map(({ row, run }) => ({
    ...placesIn(row, signs),
    row,
    digits: run.print.ends.map((end) => run.print.digits.slice(0, end)),
  }))
  const isNear = (inSums: readonly number[], ...changed: readonly number[]): boolean =>
    places.some(({ row, digits, sumsOf, isTouched }, index) => {
      if (changed.includes(index) || inSums.some((value, sum) => value !== 0 && !isTouched[sum])) return false
      const values = row.cells.map((cell, at) => {
        const own = sumsOf[at] ?? []
        const wanted = own.map(({ sum, sign }) => -(inSums[sum] ?? 0) * sign)
        return wanted.every((delta) => delta === wanted[0]) ? figureIn(cell) + (wanted[0] ?? 0) : -1
      })
      if (values.some((value) => value < 0)) return false
      const printed = values.join('')
      return digits.some((text) => isOneSlip(text, printed))
    })
  return changes.some(
    (one, index) =>
      isNear(one.inSums, one.row) ||
      changes.slice(index + 1).some(
        (other) =>
          other.row !== one.row &&
          isNear(
            one.inSums.map((value, sum) => value + (other.inSums[sum] ?? 0)),
            one.row,
            other.row,
          ),
      ),
  )
}

/** For each cell of a row the sums that it stands in, and for each sum whether the row stands in it. */
function placesIn({ cells }: GluedRow, signs: readonly ReadonlyMap<string, number>[]) {
  const sumsOf = cells.map((cell) =>
    signs.flatMap((sign, sum) => {
      const own = sign.get(cell)
      return own === undefined ? [] : [{ sum, sign: own }]
    }),
  )
  return { sumsOf, isTouched: signs.map((sign) => cells.some((cell) => sign.has(cell))) }
}

/** One digit changed, two exchanged, one lost or one added make one text of the other. */
export function isOneSlip(one: string, other: string): boolean {
  if (Math.abs(one.length - other.length) > 1 || one === other) return false
  if (one.length !== other.length) {
    const [short, long] = one.length < other.length ? [one, other] : [other, one]
    let at = 0
    while (at < short.length && short[at] === long[at]) at += 1
    return short.slice(at) === long.slice(at + 1)
  }
  const differ = [...one].flatMap((digit, at) => (digit === other[at] ? [] : [at]))
  if (differ.length === 1) return true
  const [first = 0, second = 0] = differ
  return differ.length === 2 && one[first] === other[second] && one[second] === other[first]
}
