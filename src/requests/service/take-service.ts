import { chineseDate, type PlainDate } from '../../days/plain-date.ts'
import { refusals } from '../../refusal.ts'
import type { NewEvent } from '../event.ts'
import type { RequestHistory } from '../history.ts'
import type { StepInput } from '../step-inputs.ts'
import { overdueOn, type StepMatter } from '../steps.ts'
import type { Attempted } from './attempt.ts'
import { type DatedAttempt, dutyMetOn, type LetterService, type ServiceAttempt, serviceOf } from './fold-service.ts'
import { mailNumberOf } from './mail-number.ts'
import type { ServiceTyped } from './service-input.ts'
import { type ServiceResultId, type ServiceWayId, serviceWayOf } from './ways.ts'

/** Outcomes that rest on what an applicant has not done in time. */
const applicantsDelay: readonly string[] = ['other.supplementOverdue', 'other.feeUnpaid']

/** The last day by which an answer of this outcome is late on `on`; false where it is in time, or late by the applicant's doing. */
export const answerLateOn = (matter: StepMatter, outcome: string, on: PlainDate): PlainDate | false =>
  !applicantsDelay.includes(outcome) && overdueOn(matter, on)

/** What the way needs of what was typed, as it is kept. Refuses another courier, and a missing number, signature or proof. */
export function howServed({ way, mailNumber, receivedBy, proof }: ServiceTyped): Omit<Attempted, 'of' | 'correction'> {
  const { hasMailNumber, isSigned, proof: ask } = serviceWayOf(way)
  if (hasMailNumber && mailNumber === '') throw refusals.mailNumberMissing()
  if (isSigned && receivedBy === null) throw refusals.receiverMissing()
  if (ask !== null && proof === '') throw refusals.serviceProofMissing(ask)
  return {
    way,
    mailNumber: hasMailNumber ? mailNumberOf(mailNumber) : '',
    receivedBy: isSigned ? receivedBy : null,
    proof: ask === null ? '' : proof,
  }
}

/** The day of an attempt: not before the letter was ready, not in the future; online it is the day on which it is put there. */
export function servedOn({ actor: { today } }: StepMatter, { way, on }: ServiceTyped, readyOn: PlainDate): PlainDate {
  const day = on ?? today
  if (way === 'online' && day !== today) throw refusals.onlineIsNow(chineseDate(today))
  return between(day, readyOn, today)
}

function between(day: PlainDate, from: PlainDate, to: PlainDate): PlainDate {
  if (day < from || day > to) throw refusals.serviceDayOutOfRange(chineseDate(from), chineseDate(to))
  return day
}

/** Since when the answer may leave: its last approval, or its draft where nobody has to approve it. */
export const answerReadyOn = ({ approvals, draft }: Pick<RequestHistory, 'approvals' | 'draft'>): PlainDate | null =>
  approvals.at(-1)?.on ?? draft?.on ?? null

/** Since when a letter may be on its way. */
const readyOn = ({ history }: StepMatter, { of, sentOn }: LetterService): PlainDate =>
  history.conclusion?.by === of ? (answerReadyOn(history) ?? sentOn) : sentOn

/** A notice to the public comes when nothing else has reached the addressee, and not instead of the right address. */
function refuseEarlyNotice(way: ServiceWayId, others: readonly ServiceAttempt[]): void {
  const failed = others.some(
    ({ result }) => result?.result === 'refused' || (result?.result === 'returned' && result.cause !== 'ownMistake'),
  )
  if (way === 'publicNotice' && !failed) throw refusals.noticeComesLast()
}

function letterIn({ history }: StepMatter, of: number): LetterService {
  const found = serviceOf(history.service, of)
  if (!found) throw refusals.unknownLetter()
  return found
}

function attemptIn({ history }: StepMatter, id: number): { letter: LetterService; attempt: ServiceAttempt } {
  for (const letter of history.service)
    for (const attempt of letter.attempts) if (attempt.id === id) return { letter, attempt }
  throw refusals.unknownAttempt()
}

/** Where the answer is served late by this, the reason is asked for; nothing of any other letter. */
function lateness(matter: StepMatter, of: number, attempts: readonly DatedAttempt[], lateReason: string) {
  const { conclusion } = matter.history
  if (conclusion?.by !== of) return {}
  const metOn = dutyMetOn(attempts)
  const due = metOn !== null && metOn > conclusion.on && answerLateOn(matter, conclusion.outcome ?? '', metOn)
  if (due && !lateReason) throw refusals.lateReasonMissing('答复', chineseDate(due))
  return due ? { lateReason } : {}
}

const resultsOf = (way: ServiceWayId): readonly ServiceResultId[] => {
  const { metBy } = serviceWayOf(way)
  if (way === 'online') return ['received']
  if (metBy === 'noticed') return ['received']
  return metBy === 'arrived' ? ['received', 'returned'] : ['received', 'refused', 'returned']
}

/** The first attempt of an answer, with which it leaves: before the event that concludes, to which it belongs. */
export function firstService(matter: StepMatter, typed: ServiceTyped): Extract<NewEvent, { kind: 'serviceAttempted' }> {
  const { history, actor } = matter
  refuseEarlyNotice(typed.way, [])
  const happenedOn = servedOn(matter, typed, answerReadyOn(history) ?? actor.today)
  return {
    kind: 'serviceAttempted',
    happenedOn,
    data: { of: history.lastSeq + 2, ...howServed(typed), correction: '' },
  }
}

function serve(matter: StepMatter, { letter: of, lateReason, ...typed }: StepInput<'serveAgain'>): NewEvent {
  const letter = letterIn(matter, of)
  refuseEarlyNotice(typed.way, letter.attempts)
  const on = servedOn(matter, typed, readyOn(matter, letter))
  const late = lateness(matter, of, [...letter.attempts, { way: typed.way, on, result: null }], lateReason)
  return { kind: 'serviceAttempted', happenedOn: on, data: { of, ...howServed(typed), correction: '', ...late } }
}

/** What each step of service adds to the history. */
export const serviceEffects = {
  serveLetter: (matter: StepMatter, input: StepInput<'serveLetter'>): NewEvent => {
    if (letterIn(matter, input.letter).attempts.length > 0) throw refusals.servedBefore()
    return serve(matter, input)
  },
  serveAgain: (matter: StepMatter, input: StepInput<'serveAgain'>): NewEvent => {
    if (letterIn(matter, input.letter).attempts.length === 0) throw refusals.notServedBefore()
    return serve(matter, input)
  },
  recordService: (matter: StepMatter, input: StepInput<'recordService'>): NewEvent => {
    const { attempt: id, on, result, receivedBy, cause, note, correction } = input
    const { attempt } = attemptIn(matter, id)
    if (serviceWayOf(attempt.way).isSigned) throw refusals.signedAlready()
    if (!resultsOf(attempt.way).includes(result)) throw refusals.resultOfOther()
    if (result === 'returned' && cause === null) throw refusals.returnCauseMissing()
    if (attempt.result && !correction) throw refusals.recordMissing('原来怎样记错、依据什么更正', 'correction')
    return {
      kind: 'serviceResult',
      happenedOn: between(on, attempt.on, matter.actor.today),
      data: {
        attempt: id,
        result,
        receivedBy: result === 'received' ? receivedBy : null,
        cause: result === 'returned' ? cause : null,
        note,
        correction: attempt.result ? correction : '',
      },
      supersedes: attempt.result?.seq ?? null,
    }
  },
  correctService: (matter: StepMatter, input: StepInput<'correctService'>): NewEvent => {
    const { attempt: id, lateReason, correction, ...rest } = input
    const { letter, attempt } = attemptIn(matter, id)
    const typed = { ...rest, on: rest.on ?? attempt.on }
    const others = letter.attempts.filter((each) => each !== attempt)
    refuseEarlyNotice(typed.way, others)
    const stays = typed.way === 'online' && typed.on === attempt.on && attempt.way === 'online'
    const on = stays ? attempt.on : servedOn(matter, typed, readyOn(matter, letter))
    if (attempt.result && attempt.result.on < on)
      throw refusals.serviceDayOutOfRange(chineseDate(readyOn(matter, letter)), chineseDate(attempt.result.on))
    const now = { way: typed.way, on, result: attempt.result }
    const late = lateness(matter, letter.of, [...others, now], lateReason)
    return {
      kind: 'serviceAttempted',
      happenedOn: on,
      data: { of: letter.of, ...howServed(typed), correction, ...late },
      supersedes: attempt.seq,
    }
  },
} as const
