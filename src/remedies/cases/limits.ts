import type { Calendar } from '../../calendar/calendar.ts'
import { addWorkingDays, workingDayFrom } from '../../calendar/working-days.ts'
import { addDays, type PlainDate } from '../../days/plain-date.ts'
import type { Deadline } from '../../law/deadline.ts'
import { findDeadline } from '../../law/deadlines.ts'
import { remedyResults } from '../../law/remedy-results.ts'
import { limitEndsOn, limitWords } from '../../requests/reanswer/due.ts'
import { type Instance, latestOf, type Reanswer, type RemedyCase } from './case.ts'
import { hearingForms, laterInstances } from './event.ts'

export type LimitId = 'reply' | 'hearing' | 'appeal' | 'perform' | 'reanswer' | 'opinion'

/** By when the organ has to do something in a case, and whether it has. */
export interface Limit {
  readonly id: LimitId
  /** What is to be done, as people read it. */
  readonly what: string
  readonly since: PlainDate
  readonly dueOn: PlainDate
  /** How long the law gives: 10个工作日; empty where a decision or a summons has set the day. */
  readonly length: string
  readonly article: string
  readonly doneOn: PlainDate | null
  /** Nobody waits for it any more. */
  readonly isOver: boolean
}

/** The last day of a period; of days of the calendar the first working day after a rest day (民诉法 85, 复议法 88). */
function lastDayOf(calendar: Calendar, from: PlainDate, { length }: Deadline): PlainDate {
  if (length.unit === 'workingDays') return addWorkingDays(calendar, from, length.count)
  if (length.unit !== 'calendarDays') throw new RangeError(`no days are counted in ${length.unit}`)
  return workingDayFrom(calendar, addDays(from, length.count))
}

const lengthWords = ({ length }: Deadline): string =>
  length.unit === 'workingDays' ? `${length.count}个工作日` : length.unit === 'calendarDays' ? `${length.count}日` : ''

/** Until when a judgment or ruling of first instance may be appealed; undefined where it may not. */
export function appealUntil(calendar: Calendar, { kind, decision }: Instance): PlainDate | undefined {
  const rule = appealRule({ kind, decision })
  return rule && decision ? lastDayOf(calendar, decision.servedOn ?? decision.on, rule) : undefined
}

function appealRule({ kind, decision }: Pick<Instance, 'kind' | 'decision'>): Deadline | undefined {
  if (!decision || kind === 'second' || kind === 'retrial') return undefined
  const result = remedyResults.find(({ id }) => id === decision.result)
  return result && 'appeal' in result ? findDeadline(result.appeal, decision.servedOn ?? decision.on) : undefined
}

const replyRule = ({ opening, procedure }: RemedyCase, { kind }: Instance, day: PlainDate): Deadline | undefined => {
  if (opening.kind === 'review')
    return findDeadline(procedure === 'summary' ? 'reviewReplySummary' : 'reviewReply', day)
  return findDeadline(kind === 'second' ? 'appealReply' : 'suitDefence', day)
}

const instanceName = ({ kind }: Instance): string => laterInstances.find(({ id }) => id === kind)?.label ?? ''

/** Everything that the organ has or had to do by a day, what is due first. */
export function limitsOf(folded: RemedyCase, calendar: Calendar, today: PlainDate): Limit[] {
  const limits = [
    ...folded.instances.flatMap((instance) => replyLimit(folded, instance, calendar)),
    ...hearingLimits(folded, today),
    ...appealLimit(folded, calendar, today),
    ...performLimit(folded),
    ...reanswerLimits(folded, calendar),
    ...opinionLimits(folded, calendar),
  ]
  return limits
    .map((limit) => ({ ...limit, isOver: limit.isOver || folded.isCancelled }))
    .sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0))
}

/** What waits for whoever has the case in hand: a new answer waits on its request. */
export const ownLimits = (limits: readonly Limit[]): Limit[] => openLimits(limits).filter(({ id }) => id !== 'reanswer')

/** What waits for the organ now. */
export const openLimits = (limits: readonly Limit[]): Limit[] =>
  limits.filter(({ doneOn, isOver }) => doneOn === null && !isOver)

function replyLimit(folded: RemedyCase, instance: Instance, calendar: Calendar): Limit[] {
  const { noticeOn, repliedOn, decision } = instance
  const rule = noticeOn && replyRule(folded, instance, noticeOn)
  if (!noticeOn || !rule) return []
  const what = folded.opening.kind === 'review' ? '提交复议书面答复和证据' : `提交${instanceName(instance)}答辩状和证据`
  const isOver = decision !== null || instance !== latestOf(folded)
  return [
    {
      id: 'reply',
      what,
      since: noticeOn,
      dueOn: lastDayOf(calendar, noticeOn, rule),
      length: lengthWords(rule),
      article: rule.article,
      doneOn: repliedOn,
      isOver,
    },
  ]
}

const hearingLimits = (folded: RemedyCase, today: PlainDate): Limit[] =>
  folded.hearings.map(({ on, form }) => ({
    id: 'hearing',
    what: `${hearingForms.find(({ id }) => id === form)?.label ?? ''}（到场）`,
    since: on,
    dueOn: on,
    length: '',
    article: folded.opening.kind === 'review' ? '复议法 50' : '行诉法 3',
    doneOn: null,
    isOver: on < today || latestOf(folded).decision !== null,
  }))

/** What was lost may be appealed: somebody has to decide in time whether it is. */
function appealLimit(folded: RemedyCase, calendar: Calendar, today: PlainDate): Limit[] {
  const latest = latestOf(folded)
  const rule = appealRule(latest)
  const dueOn = appealUntil(calendar, latest)
  if (!rule || !dueOn || latest.decision?.class !== 'corrected') return []
  return [
    {
      id: 'appeal',
      what: '决定是否上诉',
      since: latest.decision.servedOn ?? latest.decision.on,
      dueOn,
      length: lengthWords(rule),
      article: rule.article,
      doneOn: null,
      isOver: dueOn < today || latest.decision.effectOn !== null,
    },
  ]
}

function performLimit(folded: RemedyCase): Limit[] {
  const { decision } = latestOf(folded)
  // What is performed by answering again has its limit there.
  if (!decision?.performBy || orderedReanswer(folded)) return []
  return [
    {
      id: 'perform',
      what: folded.opening.kind === 'review' ? '履行复议决定' : '履行判决',
      since: decision.servedOn ?? decision.on,
      dueOn: decision.performBy,
      length: '',
      article: folded.opening.kind === 'review' ? '复议法 77' : '行诉法 96',
      doneOn: folded.performedOn,
      isOver: false,
    },
  ]
}

/** The new answer that the standing decision has ordered. */
export const orderedReanswer = (folded: RemedyCase): Reanswer | undefined => {
  const { decision } = latestOf(folded)
  return folded.reanswers.findLast(
    ({ ground, orderedOn }) => ground === 'ordered' && decision && orderedOn >= decision.on,
  )
}

/** 复议法 77, 行诉法 96: by when the request has to be answered again. */
const reanswerLimits = (folded: RemedyCase, calendar: Calendar): Limit[] =>
  folded.reanswers.map(({ ground, limit, orderedOn, answeredOn, requestNumber }) => ({
    id: 'reanswer',
    what: `${ground === 'ordered' ? '重新答复' : '自行纠正，重新答复'}（${requestNumber}）`,
    since: orderedOn,
    dueOn: limitEndsOn(calendar, orderedOn, limit),
    length: limitWords(limit),
    article: folded.opening.kind === 'review' ? '复议法 77' : '行诉法 96',
    doneOn: answeredOn,
    isOver: false,
  }))

const opinionLimits = ({ opinions }: RemedyCase, calendar: Calendar): Limit[] =>
  opinions.flatMap(({ number, on, answeredOn }) => {
    const rule = findDeadline('opinionFeedback', on)
    if (!rule) return []
    return [
      {
        id: 'opinion' as const,
        what: `反馈意见书${number}的办理情况`,
        since: on,
        dueOn: lastDayOf(calendar, on, rule),
        length: lengthWords(rule),
        article: rule.article,
        doneOn: answeredOn,
        isOver: false,
      },
    ]
  })
