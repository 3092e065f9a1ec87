import type { Calendar } from '../../calendar/calendar.ts'
import { addWorkingDays, signedWorkingDays, workingDayFrom } from '../../calendar/working-days.ts'
import { addDays, type PlainDate } from '../../days/plain-date.ts'
import type { Due } from '../case-view.ts'
import { provisionalYears } from '../clock.ts'
import type { RequestHistory } from '../history.ts'
import { openRound, type Round } from './fold-rounds.ts'
import type { ReanswerLimit } from './order.ts'

/** The last day of a limit; of days of the calendar the first working day after a rest day (复议法 88, 民诉法 85). */
export function limitEndsOn(calendar: Calendar, from: PlainDate, limit: ReanswerLimit): PlainDate {
  if (limit.unit === 'day') return limit.on
  if (limit.unit === 'workingDays') return addWorkingDays(calendar, from, limit.count)
  return workingDayFrom(calendar, addDays(from, limit.count))
}

export const limitWords = (limit: ReanswerLimit): string =>
  limit.unit === 'day' ? '' : `${limit.count}${limit.unit === 'workingDays' ? '个工作日' : '日'}`

/** By when the new answer has to leave. Nothing is left out of it: it runs while others are consulted, too. */
export const roundEndsOn = (calendar: Calendar, { orderedOn, order }: Pick<Round, 'orderedOn' | 'order'>): PlainDate =>
  limitEndsOn(calendar, orderedOn, order.limit)

/** What is due in the open round; undefined where none is open. */
export function dueInRound(
  calendar: Calendar,
  history: Pick<RequestHistory, 'rounds'>,
  today: PlainDate,
): Due | undefined {
  const round = openRound(history)
  if (!round) return undefined
  const on = roundEndsOn(calendar, round)
  return {
    kind: 'reanswer',
    on,
    why: whyInRound(round),
    leftDays: signedWorkingDays(calendar, today, on),
    isOver: on < today,
    isToday: on === today,
  }
}

function whyInRound({ order: { ground, caseNumber, documentNumber, isSet, limit } }: Round): string {
  const by = ground === 'ordered' ? `${documentNumber || caseNumber}责令重新答复` : `对原答复自行纠正（${caseNumber}）`
  const length = limitWords(limit)
  const days = isSet ? length && `，限${length}` : `，没有另定期限，按${length}办理`
  return `${by}${days}`
}

/** Whether the last day of the open round rests on a year whose holidays are not yet announced; undefined where none is open. */
export function isProvisionalInRound(calendar: Calendar, history: Pick<RequestHistory, 'rounds'>): boolean | undefined {
  const round = openRound(history)
  if (!round) return undefined
  if (round.order.limit.unit === 'day') return false
  return provisionalYears(calendar, round.orderedOn, roundEndsOn(calendar, round)).length > 0
}
