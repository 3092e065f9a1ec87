import type { PlainDate } from '../../days/plain-date.ts'
import { type RemedyResultId, remedyResults } from '../../law/remedy-results.ts'
import { refusals } from '../../refusal.ts'
import type { ReanswerLimit } from '../../requests/reanswer/order.ts'
import { inTheirDays, latestOf, standingEvents } from './case.ts'
import type { CountedResult, EventData, NewEvent, RemedyEvent } from './event.ts'
import { limitOf, nextRoundIn, refuseGround } from './ordered-answer.ts'
import type { StepInput, StepName, StepWith } from './step-inputs.ts'
import { type StepMatter, whyNot } from './steps.ts'

export interface TakeMatter extends StepMatter {
  readonly events: readonly RemedyEvent[]
  readonly today: PlainDate
  /** To whom it is given, by name. */
  readonly assignee: Pick<EventData<'assigned'>, 'unitName' | 'staffName'>
  /** In which column the office counts a result today. */
  readonly columnOf: (result: RemedyResultId) => CountedResult
  /** What the law gives to answer again, as the office reads it, where nobody has set a time. */
  readonly standingLimit: ReanswerLimit
  /** The office counts a second instance apart. */
  readonly countsAgain: boolean
}

/** The event that a step adds; refuses what `whyNot` refuses and what does not fit. */
export function take(step: StepWith, matter: TakeMatter): NewEvent {
  const refusal = whyNot(step.name, matter)
  if (refusal) throw refusal
  if ('on' in step.input) refuseDay(step.name, step.input.on, matter)
  return eventOf(step, matter)
}

/** What has not happened yet is not recorded, but for a day that was set; nothing happens before the case. */
function refuseDay(name: StepName, on: PlainDate, { folded, today }: TakeMatter): void {
  if (name !== 'hear' && on > today) throw refusals.notYetHappened()
  const { filedOn, noticeOn } = folded.opening
  const latest = latestOf(folded)
  if (on < filedOn && on < noticeOn) throw refusals.beforeTheCase(filedOn)
  if (name === 'openInstance' && latest.decision && on < latest.decision.on) throw refusals.beforeDecision()
  if (name === 'decide' && on < latest.openedOn) throw refusals.beforeTheCase(latest.openedOn)
}

type Effects = { readonly [Name in StepName]: (input: StepInput<Name>, matter: TakeMatter) => NewEvent }

const effects: Effects = {
  reply: ({ on, text }) => ({ kind: 'replied', happenedOn: on, data: { text } }),
  hear: ({ on, form, text }) => ({ kind: 'heard', happenedOn: on, data: { form, text } }),
  decide: ({ on, servedOn, result, raw, performBy }, { folded, today, columnOf }) => {
    if (servedOn !== null && servedOn > today) throw refusals.notYetHappened('servedOn')
    const known = remedyResults.find(({ id }) => id === result)
    const isSuit = folded.opening.kind !== 'review'
    if (!known || (known.forum === 'administrativeLitigation') !== isSuit) throw refusals.resultOfOther()
    const isFirst = latestOf(folded).kind === 'first' || latestOf(folded).kind === 'remitted'
    if (isFirst && ('asBefore' in known || result === 'suit.remitted')) throw refusals.resultOfSecond()
    const counted = 'asBefore' in known ? null : columnOf(result)
    return { kind: 'decided', happenedOn: on, data: { servedOn, result, class: counted, raw, performBy } }
  },
  perform: ({ on, text }) => ({ kind: 'performed', happenedOn: on, data: { text, round: null } }),
  answerAgain: (input, { folded, standingLimit }) => {
    refuseGround(input, folded)
    const { on, ground, documentNumber, text } = input
    const { requestId } = folded.opening
    if (requestId === null) throw refusals.noAnswerAttacked()
    const set = limitOf(input)
    const data = {
      round: nextRoundIn(folded),
      ground,
      documentNumber,
      limit: set ?? standingLimit,
      isSet: set !== null,
    }
    return { kind: 'reanswerOpened', happenedOn: on, data: { ...data, requestId, requestNumber: '', text } }
  },
  openInstance: ({ on, instance, number, body, noticeOn }, { folded, today, countsAgain }) => {
    if (noticeOn !== null && noticeOn > today) throw refusals.notYetHappened('noticeOn')
    const latest = latestOf(folded)
    const isRemitted = latest.decision?.result === 'suit.remitted'
    if ((instance === 'remitted') !== isRemitted) throw refusals.instanceOutOfOrder()
    if (instance === 'second' && latest.kind !== 'first' && latest.kind !== 'remitted')
      throw refusals.instanceOutOfOrder()
    return {
      kind: 'instanceOpened',
      happenedOn: on,
      data: { instance, number, body, noticeOn, countsAgain: instance === 'second' && countsAgain },
    }
  },
  takeEffect: ({ on, text }) => ({ kind: 'tookEffect', happenedOn: on, data: { text } }),
  changeProcedure: ({ on, procedure, text }, { folded }) => {
    if (procedure === folded.procedure) throw refusals.sameProcedure()
    return { kind: 'procedureChanged', happenedOn: on, data: { procedure, text } }
  },
  suspend: ({ on, reason }) => ({ kind: 'suspended', happenedOn: on, data: { reason } }),
  resume: ({ on, text }) => ({ kind: 'resumed', happenedOn: on, data: { text } }),
  extend: ({ on, until, reason }) => {
    if (until < on) throw refusals.extendedBackwards()
    return { kind: 'extended', happenedOn: on, data: { until, reason } }
  },
  receiveOpinion: ({ on, number, text }) => ({ kind: 'opinionReceived', happenedOn: on, data: { number, text } }),
  answerOpinion: ({ on, text }) => ({ kind: 'opinionAnswered', happenedOn: on, data: { text } }),
  classify: (input, { today }) => ({ kind: 'classified', happenedOn: today, data: input }),
  assign: (input, { today, assignee }) => ({ kind: 'assigned', happenedOn: today, data: { ...input, ...assignee } }),
  note: ({ text }, { today }) => ({ kind: 'noted', happenedOn: today, data: { text } }),
  correct: ({ reason, ...to }, { folded, today }) => {
    const isOtherForum = (to.kind === 'review') !== (folded.opening.kind === 'review')
    if (folded.reanswers.length > 0 && to.requestId !== folded.opening.requestId) throw refusals.requestIsAnswered()
    if (isOtherForum && folded.instances.some(({ decision }) => decision !== null)) throw refusals.decidedInOtherForum()
    if (JSON.stringify(to) === JSON.stringify(folded.opening)) throw refusals.nothingChangedInRemedy()
    return { kind: 'corrected', happenedOn: today, data: { from: folded.opening, to, reason } }
  },
  takeBack: ({ of, reason }, { events, today }) => {
    const event = standingEvents(events).find(({ seq }) => seq === of)
    if (!event || !mayBeTakenBack(event)) throw refusals.notTakenBack()
    const course = courseOf(events)
    if (course.includes(event) && course.at(-1) !== event) throw refusals.takesBackLastFirst()
    return { kind: 'voided', happenedOn: today, data: { of, reason } }
  },
  listEvidence: (input, { today }) => ({ kind: 'evidenceListed', happenedOn: today, data: input }),
  cancel: ({ reason }, { today }) => ({ kind: 'cancelled', happenedOn: today, data: { reason } }),
}

const kept: readonly NewEvent['kind'][] = [
  'opened',
  'corrected',
  'voided',
  'cancelled',
  'reminded',
  'dueMoved',
  'assigned',
  'evidenceListed',
]
/** What was decided in which instance, one resting on the other. */
const courseOf = (events: readonly RemedyEvent[]): RemedyEvent[] =>
  inTheirDays(standingEvents(events)).filter(
    ({ kind }) => kind === 'decided' || kind === 'instanceOpened' || kind === 'tookEffect' || kind === 'reanswerOpened',
  )

/** The opening is corrected, not taken back; what the office did to the case stands, and so does an answer that has left. */
export const mayBeTakenBack = (event: RemedyEvent): boolean =>
  !kept.includes(event.kind) && !(event.kind === 'performed' && event.data.round !== null)

const eventOf = <Name extends StepName>(
  step: { readonly name: Name; readonly input: StepInput<Name> },
  matter: TakeMatter,
): NewEvent => effects[step.name](step.input, matter)
