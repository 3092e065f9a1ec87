import { addDays, chineseDate, type PlainDate } from '../../days/plain-date.ts'
import { type Refusal, refusals } from '../../refusal.ts'
import type { CoverageRow } from './coverage.ts'

/** An organ looks again at what it does not have at least once a year. */
const longestDays = 366

/** Every organ has functions, an address and a head: item 2 is nobody's to deny. */
const everybodyHas = 2

/** Why the organ may not declare that it has nothing of this, or undefined if it may. */
export function whyNotDeclare(
  row: CoverageRow | undefined,
  reviewOn: PlainDate,
  today: PlainDate,
): Refusal | undefined {
  if (!row) return refusals.notInScope()
  if (row.item === everybodyHas) return refusals.everyOrganHas(row.label)
  if (row.count > 0) return refusals.absenceContradicted(row.count)
  const last = addDays(today, longestDays)
  if (reviewOn <= today || reviewOn > last)
    return refusals.reviewDayOutOfRange(chineseDate(addDays(today, 1)), chineseDate(last))
  return undefined
}
