import { type PlainDate, yearOf } from '../../days/plain-date.ts'

/** A year as it stands in addresses; none of which the next has no day. */
export const yearPattern = '[12]\\d{3}'

/** The years that have a page, the newest first: from the first on which anybody has published a report to the last that is over. */
export function yearsShown(published: readonly { readonly year: number }[], today: PlainDate): number[] {
  const years = published.map(({ year }) => year)
  const last = Math.max(yearOf(today) - 1, ...years)
  const first = Math.min(last, ...years)
  return Array.from({ length: last - first + 1 }, (_, index) => last - index)
}
