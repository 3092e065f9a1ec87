import type { Calendar } from '../calendar/calendar.ts'
import { workingDayFrom } from '../calendar/working-days.ts'
import { addDays, earlierOf, type PlainDate } from '../days/plain-date.ts'
import { findDeadline } from '../law/deadlines.ts'
import type { RequestHistory } from './history.ts'
import type { Letter } from './letters/letter.ts'
import type { ServiceAttempt } from './service/fold-service.ts'
import { serviceWays } from './service/ways.ts'

/** What an applicant may do who is not content with the answer. */
export interface AfterAnswer {
  /** As the answer itself told it. */
  readonly paragraph: string
  /** When it reached them, where that is known for certain. */
  readonly arrivedOn: PlainDate | null
  /** The last day to apply for reconsideration, counted from that. */
  readonly reviewUntil: PlainDate | null
}

/** When a letter reached its addressee: the first day that an attempt shows it; null where none does, such as a letter that was only posted. */
function arrivalOf(attempts: readonly ServiceAttempt[]): PlainDate | null {
  const days = attempts.flatMap(({ way, on, result }) => {
    const metBy = serviceWays.find(({ id }) => id === way)?.metBy
    const hasArrived = result === null || result.result === 'received' || result.result === 'opened'
    if (hasArrived && (metBy === 'signed' || metBy === 'arrived')) return [on]
    return result?.result === 'received' ? [result.on] : []
  })
  return days.length === 0 ? null : days.reduce(earlierOf)
}

/**
 * Remedies against the answer that stands, as it told them, with the last day where it is known when it arrived (复议法 20: from the
 * day on which it was known; a last day of rest runs on to the next working day, 复议法 88). Null without an answer that tells any.
 */
export function afterAnswer(
  calendar: Calendar,
  { service, conclusion, rounds }: Pick<RequestHistory, 'service' | 'conclusion' | 'rounds'>,
  letters: readonly { readonly seq: number; readonly number: string; readonly letter: Pick<Letter, 'paragraphs'> }[],
): AfterAnswer | null {
  const stands = rounds.findLast(({ answer }) => answer)?.answer ?? conclusion
  const sent = letters.find(({ number }) => number === stands?.letterNumber)
  const paragraph = sent?.letter.paragraphs.find((each) => each.includes('申请行政复议'))
  if (paragraph === undefined) return null
  const arrivedOn = arrivalOf(service.find(({ of }) => of === sent?.seq)?.attempts ?? [])
  const length = arrivedOn === null ? undefined : findDeadline('reviewApply', arrivedOn)?.length
  const reviewUntil =
    arrivedOn !== null && length?.unit === 'calendarDays'
      ? workingDayFrom(calendar, addDays(arrivedOn, length.count))
      : null
  return { paragraph, arrivedOn, reviewUntil }
}
