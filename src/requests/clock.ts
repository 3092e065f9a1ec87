import { type Calendar, dayKind, isWorkingDay } from '../calendar/calendar.ts'
import { addWorkingDays, lastReckoned, workingDayFrom } from '../calendar/working-days.ts'
import { addDays, earlierOf, nextDay, type PlainDate, yearOf } from '../days/plain-date.ts'
import { type DeadlineId, findDeadline } from '../law/deadlines.ts'
import { ogiRegulation } from '../law/ogi-regulation.ts'
import type { ClockView, StripDay } from './case-view.ts'
import { type FeeState, isAwaited } from './fees/fold-fee.ts'
import type { Consultation } from './fold-consultations.ts'
import type { RequestHistory } from './history.ts'
import { explainingLabel, payingLabel } from './pause.ts'

export interface ExcludedInterval {
  readonly label: string
  /** The first and the last day that are not counted. */
  readonly from: PlainDate
  readonly to: PlainDate
}

/** What the clock needs of a request. */
export type Clocked = Pick<
  RequestHistory,
  'receivedOn' | 'supplement' | 'feePaid' | 'fee' | 'extension' | 'consultations' | 'reasons' | 'conclusion'
>

/** The working days that a deadline of the law gives on `day`; refuses one that is not counted in working days. */
export function workingDaysOf(id: DeadlineId, day: PlainDate): number {
  const length = findDeadline(id, day)?.length
  if (length?.unit !== 'workingDays') throw new RangeError(`no working days for ${id} on ${day}`)
  return length.count
}

/** Arts. 32 and 34: fifteen working days after the letter has arrived; where its arrival is not known, after it was sent. */
export const consultationLapsesOn = (calendar: Calendar, { party, sentOn, deliveredOn }: Consultation): PlainDate =>
  addWorkingDays(
    calendar,
    deliveredOn ?? sentOn,
    workingDaysOf(party === 'thirdParty' ? 'thirdPartyOpinion' : 'coOrganOpinion', sentOn),
  )

/** 信息处理费办法: the last day to pay, twenty working days from the day after receipt of the notice; null until its receipt is taken down. */
export const feeLapsesOn = (calendar: Calendar, { delivered }: Pick<FeeState, 'delivered'>): PlainDate | null =>
  delivered && addWorkingDays(calendar, delivered.on, workingDaysOf('feePayment', delivered.on))

/** Art. 31: confirmed on the day of arrival; what arrives while the office is closed, on the day it opens. */
export const confirmBy = workingDayFrom

/**
 * Art. 33 III: the days after sending until the answer, or until the time to answer has lapsed; open ones run until today. Art. 35
 * says nothing of the time in which an applicant explains: it is left out, likewise, where the event of the notice says so. The
 * time in which a fee is waited for is left out too: paid, the period begins anew, and what was never paid is not the organ's delay.
 */
export function excludedIntervals(
  calendar: Calendar,
  { consultations, reasons, fee }: Pick<Clocked, 'consultations' | 'reasons' | 'fee'>,
  today: PlainDate,
): ExcludedInterval[] {
  const asked: Waiting[] = consultations.map((consultation) => ({
    label: `征求${consultation.label}意见`,
    sentOn: consultation.sentOn,
    cameOn: consultation.answeredOn,
    lapsesOn: consultationLapsesOn(calendar, consultation),
  }))
  if (reasons?.stopsClock) {
    const { requestedOn: sentOn, receivedOn: cameOn, dueOn: lapsesOn } = reasons
    asked.push({ label: explainingLabel, sentOn, cameOn, lapsesOn })
  }
  if (fee && !fee.restarts)
    asked.push({
      label: payingLabel,
      sentOn: fee.notifiedOn,
      cameOn: fee.settledOn,
      lapsesOn: feeLapsesOn(calendar, fee),
    })
  return asked.flatMap(({ label, sentOn, cameOn, lapsesOn }) => {
    const from = nextDay(sentOn)
    const to = earlierOf(cameOn ?? today, lapsesOn ?? today)
    return from <= to ? [{ label, from, to }] : []
  })
}

interface Waiting {
  readonly label: string
  readonly sentOn: PlainDate
  readonly cameOn: PlainDate | null
  /** Null: no day is known on which it would. */
  readonly lapsesOn: PlainDate | null
}

/** Arts. 30, 31, 42: the day from which the answer period runs, itself not counted, and why; the last restart decides. */
function startOf({ receivedOn, supplement, feePaid, fee }: Clocked): { on: PlainDate; why: string } | undefined {
  if (!receivedOn) return undefined
  const starts = [
    { on: receivedOn, why: '收到申请之日，次日起算' },
    ...(supplement?.receivedOn ? [{ on: supplement.receivedOn, why: '收到补正之日，期限重新起算' }] : []),
    ...(feePaid && (fee?.restarts ?? true) ? [{ on: feePaid.on, why: '缴费之日，期限自次日起重新计算' }] : []),
  ]
  return starts.reduce((last, start) => (start.on >= last.on ? start : last))
}

/**
 * Art. 33: the answer is due when twenty working days after the start have passed, with an extension up to forty; the
 * union of what `excludedIntervals` finds is left out. Undefined before receipt, and for receipts before the Regulation of 2019 or too far off to be
 * reckoned.
 */
export function answerClock(calendar: Calendar, request: Clocked, today: PlainDate): ClockView | undefined {
  const start = startOf(request)
  if (!start || start.on < ogiRegulation.from || start.on > lastReckoned) return undefined
  const { extension, conclusion } = request
  const base = workingDaysOf('answer', start.on)
  const extended =
    extension && extension.on >= start.on ? (extension.days ?? workingDaysOf('answerExtended', start.on)) : 0
  const allowedDays = base + extended
  const asOf = conclusion && conclusion.on < today ? conclusion.on : today
  // Whom the organ asks while it answers again moves nothing of the first answer's time.
  const excluded = excludedIntervals(calendar, request, asOf).filter(({ from }) => !conclusion || from <= conclusion.on)
  const excludedOn = (day: PlainDate) => excluded.find(({ from, to }) => day >= from && day <= to)
  const counts = (day: PlainDate) => isWorkingDay(calendar, day) && !excludedOn(day)

  const days: StripDay[] = [stripStart(start.on, today)]
  let number = 0
  let day = start.on
  while (number < allowedDays) {
    day = nextDay(day)
    if (counts(day)) number += 1
    days.push(stripDay(calendar, day, { number: counts(day) ? number : null, excluded: excludedOn(day), today }))
  }
  const last = days.at(-1)
  if (last) days[days.length - 1] = { ...last, isDue: true }
  const usedDays = days.filter((each) => each.number !== null && each.day <= asOf).length
  return {
    startedOn: start.on,
    startReason: start.why,
    dueOn: day,
    allowedDays,
    usedDays,
    leftDays: asOf <= day ? allowedDays - usedDays : -countedBetween(counts, day, asOf),
    isOver: asOf > day,
    excluded,
    isPaused: !conclusion && excludedOn(today) !== undefined && hasOpen(request),
    provisional: days.some((each) => dayKind(calendar, each.day).provisional),
    calendarVersion: calendar.version,
    days,
  }
}

/** Art. 35: the day fixed for a delayed answer, unless a payment since has begun the period anew and gives longer. */
export function delayedUntil(
  { delay, fee }: Pick<RequestHistory, 'delay' | 'fee'>,
  clock: Pick<ClockView, 'dueOn'> | undefined,
): PlainDate | undefined {
  if (!delay) return undefined
  const isBegunAnew = fee?.restarts === true && fee.paid !== null && fee.paid.on >= delay.decidedOn
  return isBegunAnew && clock && clock.dueOn > delay.until ? undefined : delay.until
}

/** Arts. 33, 35: the last day on which an answer is in time, as things stand on a day; undefined while no period runs. */
export function lastDayToAnswer(
  calendar: Calendar,
  history: Clocked & Pick<RequestHistory, 'delay'>,
  day: PlainDate,
): PlainDate | undefined {
  const clock = answerClock(calendar, history, day)
  return delayedUntil(history, clock) ?? clock?.dueOn
}

/** The years from the one day to the other whose holidays are not yet announced. */
export function provisionalYears({ noticeYears }: Calendar, from: PlainDate, to: PlainDate): number[] {
  const years = Array.from({ length: yearOf(to) - yearOf(from) + 1 }, (_, index) => yearOf(from) + index)
  return years.filter((year) => !noticeYears.has(year))
}

const hasOpen = ({ consultations, reasons, fee }: Pick<Clocked, 'consultations' | 'reasons' | 'fee'>) =>
  consultations.some(({ answeredOn }) => answeredOn === null) ||
  isAwaited(fee) ||
  (reasons?.stopsClock === true && reasons.receivedOn === null)

/** Counted days after `from`, up to and including `to`. */
function countedBetween(counts: (day: PlainDate) => boolean, from: PlainDate, to: PlainDate): number {
  let count = 0
  for (let day = from; day < to; ) {
    day = addDays(day, 1)
    if (counts(day)) count += 1
  }
  return count
}

const stripStart = (day: PlainDate, today: PlainDate): StripDay => ({
  day,
  kind: 'start',
  label: '起算日，不计入',
  number: null,
  isToday: day === today,
  isDue: false,
})

function stripDay(
  calendar: Calendar,
  day: PlainDate,
  { number, excluded, today }: { number: number | null; excluded: ExcludedInterval | undefined; today: PlainDate },
): StripDay {
  const info = dayKind(calendar, day)
  const isExcluded = number === null && (info.kind === 'workingDay' || info.kind === 'makeUpWorkday')
  const kind = isExcluded ? 'excluded' : info.kind === 'workingDay' ? 'counted' : info.kind
  return {
    day,
    kind,
    label: isExcluded ? `${excluded?.label ?? ''}，不计入` : info.label,
    number,
    isToday: day === today,
    isDue: false,
  }
}
