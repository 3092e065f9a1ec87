/** Digits as they stand in print, without what surely parts two cells. */
export interface Print {
  readonly digits: string
  /** Places (before a digit) where the print parts two cells: no cell reaches over one. */
  readonly breaks: ReadonlySet<number>
  /** Where the figures may end: behind the last digit, or before it where it may be the number of the next label. */
  readonly ends: readonly number[]
}

/** One way to read a row: where it ends, and the figure of each cell. */
export interface Cut {
  readonly start: number
  readonly end: number
  readonly values: readonly number[]
}

/** Steps that may still be taken. When it is used up, nothing that was found so far proves anything. */
export interface Budget {
  left: number
}

/** What is known of the row: its number of cells, and whether those before the last add up to the last. */
export interface RowShape {
  readonly width: number
  readonly isSummed: boolean
}

/** No count of a report has more digits; sums of such counts are still exact. */
const longest = 12

/**
 * Every way to cut a row of `width` cells out of the digits from `start` to `end`: no cell with a leading zero, none
 * across a break. `mayBeBlank`: a cell may also print nothing and count as 0.
 */
export function cutsOf(
  print: Print,
  start: number,
  end: number,
  { width, isSummed }: RowShape,
  budget: Budget,
  mayBeBlank = false,
): Cut[] {
  const cuts: Cut[] = []
  const values: number[] = []
  const keep = (total?: number) => {
    cuts.push({ start, end, values: total === undefined ? [...values] : [...values, total] })
  }
  // `rest`: what the cells still to come must add up to; Infinity when nothing is known.
  const fill = (at: number, cells: number, stop: number, rest: number, total?: number): void => {
    budget.left -= 1
    if (budget.left < 0) return
    const digits = stop - at
    if (cells === 0) {
      if (digits === 0 && (rest === 0 || rest === Number.POSITIVE_INFINITY)) keep(total)
      return
    }
    if (!mayBeBlank && digits < cells) return
    const widest = Math.min(longest, mayBeBlank ? digits : digits - cells + 1)
    if (rest > cells * (10 ** widest - 1) && rest !== Number.POSITIVE_INFINITY) return
    if (digits > cells * lengthOf(rest)) return
    if (mayBeBlank) {
      values.push(0)
      fill(at, cells - 1, stop, rest, total)
      values.pop()
    }
    for (let length = 1; length <= widest; length += 1) {
      if (!isCell(print, at, at + length)) break
      const value = Number(print.digits.slice(at, at + length))
      if (value > rest) break
      values.push(value)
      fill(at + length, cells - 1, stop, rest - value, total)
      values.pop()
    }
  }
  if (!isSummed) fill(start, width, end, Number.POSITIVE_INFINITY)
  else {
    if (mayBeBlank) fill(start, width - 1, end, 0, 0)
    for (let length = 1; length <= longest && end - length >= start; length += 1) {
      if (!isCell(print, end - length, end)) continue
      const total = Number(print.digits.slice(end - length, end))
      fill(start, width - 1, end - length, total, total)
    }
  }
  return cuts
}

/** Digits of a number; no figure that goes into it has more. */
function lengthOf(value: number): number {
  let length = 1
  for (let left = value; left >= 10 && length < longest; left /= 10) length += 1
  return length
}

function isCell({ digits, breaks }: Print, from: number, to: number): boolean {
  if (to - from > 1 && digits.charAt(from) === '0') return false
  for (let at = from + 1; at < to; at += 1) if (breaks.has(at)) return false
  return true
}

/** Fewest figures that the digits can be: a zero that no figure leads stands alone, all else may be one figure. */
export function fewestFigures({ digits, breaks }: Print, from: number, to: number): number {
  let figures = 0
  let isLed = false
  for (let at = from; at < to; at += 1) {
    if (breaks.has(at) && at > from) isLed = false
    if (!isLed) figures += 1
    if (digits.charAt(at) !== '0') isLed = true
  }
  return figures
}

/** Whether the digits can be cut into `width` cells at all. */
export const canBeCut = (print: Print, from: number, to: number, width: number): boolean =>
  to - from >= width && fewestFigures(print, from, to) <= width
