import type { MonthCount } from '../../feedback/feedback-view.ts'

/** What came, and what has become of it. */
export interface Sum {
  readonly received: number
  readonly answered: number
  readonly closed: number
  readonly open: number
  /** Working days of what was concluded, on the average, to one place; null where nothing was. */
  readonly days: number | null
}

/** The counts together. */
export function sumOf(counts: readonly MonthCount[]): Sum {
  const total = (of: (count: MonthCount) => number) => counts.reduce((sum, count) => sum + of(count), 0)
  const [answered, closed] = [total((each) => each.answered), total((each) => each.closed)]
  const concluded = answered + closed
  return {
    received: total((each) => each.received),
    answered,
    closed,
    open: total((each) => each.open),
    days: concluded === 0 ? null : Math.round((10 * total((each) => each.days)) / concluded) / 10,
  }
}
