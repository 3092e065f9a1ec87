import { type Budget, type Cut, cutsOf, type Print, type RowShape } from './cut.ts'

/** A row of a table with the keys of its cells, in the order in which they are printed. */
export interface GluedRow {
  readonly id: string
  readonly cells: readonly string[]
  /** The cells before the last add up to the last. */
  readonly isSummed: boolean
}

/** A run of digits that holds the cells of one row, or of several rows in the order of print. */
export interface Run<Row extends GluedRow = GluedRow> {
  readonly rows: readonly Row[]
  readonly print: Print
}

/** Cells of several rows: `left` adds up to `right`. */
export interface Sum {
  readonly left: readonly string[]
  readonly right: readonly string[]
}

/** `unknown`: the budget ended before all ways were tried. */
export type Answer =
  | { readonly kind: 'one'; readonly figures: ReadonlyMap<string, number> }
  | { readonly kind: 'none' | 'several' | 'unknown' }

/** What is tried at most; some tens of milliseconds. */
export const usualBudget = 500_000

export interface Options {
  readonly budget?: number
  /** A cell may also print nothing and count as 0. */
  readonly mayBeBlank?: boolean
}

/**
 * All ways to cut the runs into figures so that every row that is summed and every sum holds. Exact: `one` and `none` are
 * said only when everything was tried or ruled out. Sums with a cell that no run holds are left out.
 */
export function solve(runs: readonly Run[], sums: readonly Sum[], options: Options = {}): Answer {
  const budget = { left: options.budget ?? usualBudget }
  const places = runs.flatMap((run) => chain(run, budget, options.mayBeBlank ?? false))
  if (budget.left < 0) return { kind: 'unknown' }
  const balances = balancesOf(places, sums)
  const found: Open[] = []
  search(
    places.map(({ cuts }) => cuts.map((_, way) => way)),
    { places, balances, budget, found },
  )
  if (found.length > 1) return { kind: 'several' }
  if (budget.left < 0) return { kind: 'unknown' }
  const [only] = found
  if (!only) return { kind: 'none' }
  const figures = places.flatMap(({ row, cuts }, place) => {
    const cut = cuts[only[place]?.[0] ?? 0]
    return row.cells.map((cell, index) => [cell, cut?.values[index] ?? 0] as const)
  })
  return { kind: 'one', figures: new Map(figures) }
}

/** A row in its run, with the ways to cut it that leave room for the rows before and behind. */
interface Place {
  readonly row: GluedRow
  readonly cuts: readonly Cut[]
  /** The row before it stands in the same run and ends where this one begins. */
  readonly isJoined: boolean
}

function chain({ rows, print }: Run, budget: Budget, mayBeBlank: boolean): Place[] {
  const lastEnd = Math.max(...print.ends)
  let starts = new Set([0])
  const places = rows.map((row, index): Place => {
    const shape: RowShape = { width: row.cells.length, isSummed: row.isSummed }
    const isLast = index === rows.length - 1
    const behind = mayBeBlank ? 0 : rows.slice(index + 1).reduce((sum, { cells }) => sum + cells.length, 0)
    const cuts = [...starts].flatMap((start) =>
      (isLast ? print.ends : upTo(start, lastEnd - behind)).flatMap((end) =>
        end < start ? [] : cutsOf(print, start, end, shape, budget, mayBeBlank),
      ),
    )
    starts = new Set(cuts.map(({ end }) => end))
    return { row, cuts, isJoined: index > 0 }
  })
  return places
}

const upTo = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index)

/** A sum over places: what each way to cut a place adds to the difference of its two sides. */
type Balance = readonly { readonly place: number; readonly shares: readonly number[] }[]

function balancesOf(places: readonly Place[], sums: readonly Sum[]): Balance[] {
  const at = new Map(
    places.flatMap(({ row }, place) => row.cells.map((cell, index) => [cell, { place, index }] as const)),
  )
  return sums.flatMap(({ left, right }) => {
    const terms = [
      ...left.map((cell) => ({ at: at.get(cell), sign: 1 })),
      ...right.map((cell) => ({ at: at.get(cell), sign: -1 })),
    ]
    const balance = new Map<number, number[]>()
    for (const { at: here, sign } of terms) {
      if (!here) return []
      const before = balance.get(here.place)
      const cuts = places[here.place]?.cuts ?? []
      balance.set(
        here.place,
        cuts.map(({ values }, way) => (before?.[way] ?? 0) + sign * (values[here.index] ?? 0)),
      )
    }
    return [[...balance].map(([place, shares]) => ({ place, shares }))]
  })
}

/** For each place the ways that are still possible, as numbers in its list of cuts. */
type Open = readonly (readonly number[])[]

interface Search {
  readonly places: readonly Place[]
  readonly balances: readonly Balance[]
  readonly budget: Budget
  /** The ways found; two are enough. */
  readonly found: Open[]
}

function search(before: Open, task: Search): void {
  const { found, budget } = task
  if (found.length > 1 || budget.left < 0) return
  const open = narrowed(before, task)
  if (!open || budget.left < 0) return
  let choice = -1
  open.forEach((ways, place) => {
    if (ways.length > 1 && (choice < 0 || ways.length < (open[choice]?.length ?? 0))) choice = place
  })
  if (choice < 0) {
    found.push(open)
    return
  }
  for (const way of open[choice] ?? []) search(open.with(choice, [way]), task)
}

/** Takes away every way that no sum allows, until nothing more goes; undefined when a row is left without any. */
function narrowed(before: Open, { places, balances, budget }: Search): Open | undefined {
  const open = [...before]
  if (open.some((ways) => ways.length === 0)) return undefined
  let isChanged = true
  const keep = (place: number, isPossible: (way: number) => boolean): boolean => {
    const ways = open[place] ?? []
    budget.left -= ways.length
    const left = ways.filter(isPossible)
    if (left.length === ways.length) return true
    open[place] = left
    isChanged = true
    return left.length > 0
  }
  const joined = places.flatMap(({ isJoined }, place) => (isJoined ? [place] : []))
  while (isChanged && budget.left >= 0) {
    isChanged = false
    for (const place of joined) {
      const [above, here] = [places[place - 1]?.cuts ?? [], places[place]?.cuts ?? []]
      const ends = new Set(open[place - 1]?.map((way) => above[way]?.end))
      if (!keep(place, (way) => ends.has(here[way]?.start))) return undefined
      const starts = new Set(open[place]?.map((way) => here[way]?.start))
      if (!keep(place - 1, (way) => starts.has(above[way]?.end))) return undefined
    }
    for (const balance of balances) if (!balanced(balance, open, budget, keep)) return undefined
  }
  return open
}

/** One round for one sum: a way goes when even the least or the most of all others cannot make up for it. */
function balanced(
  balance: Balance,
  open: Open,
  budget: Budget,
  keep: (place: number, isPossible: (way: number) => boolean) => boolean,
): boolean {
  let least = 0
  let most = 0
  const bounds = balance.map(({ place, shares }) => {
    let low = Number.POSITIVE_INFINITY
    let high = Number.NEGATIVE_INFINITY
    for (const way of open[place] ?? []) {
      const value = shares[way] ?? 0
      if (value < low) low = value
      if (value > high) high = value
    }
    least += low
    most += high
    return { low, high }
  })
  budget.left -= balance.length
  if (least > 0 || most < 0) return false
  return balance.every(({ place, shares }, index) => {
    const { low = 0, high = 0 } = bounds[index] ?? {}
    if (low === high || (high <= low - least && low >= high - most)) return true
    return keep(place, (way) => {
      const value = shares[way] ?? 0
      return least - low + value <= 0 && most - high + value >= 0
    })
  })
}
