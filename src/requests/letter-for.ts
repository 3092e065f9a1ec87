import type { PlainDate } from '../days/plain-date.ts'
import type { Tx } from '../db/database.ts'
import { isOutcomeId } from '../law/outcomes.ts'
import { chosen } from '../organs/settings/chosen.ts'
import { refusals } from '../refusal.ts'
import { enclosuresNow, enclosuresOf } from './answer-files.ts'
import type { LetterStep } from './approval-levels.ts'
import { answerClock, provisionalYears, workingDaysOf } from './clock.ts'
import { heardFrom } from './consulted.ts'
import { reckonFor } from './fees/reckon-for.ts'
import { changesTo, correctionOf, getCorrected } from './letter-correction.ts'
import { addresseeOf, writingOrgan } from './letterhead.ts'
import type { Addressee, AnswerFacts, AskedFor, LetterOrgan } from './letters/facts.ts'
import { feeStandard } from './letters/fee-template.ts'
import { type Enclosure, isToOthers, type Letter } from './letters/letter.ts'
import { letterKindOf, templateFor, writeLetter } from './letters/write-letter.ts'
import { isServedOnline } from './lint-letter.ts'
import type { OpinionsReliedOn } from './opinions-relied-on.ts'
import { asReanswer } from './reanswer/letter.ts'
import type { Request } from './request.ts'
import { leavesOn } from './service/leaves-on.ts'
import { clockAfterPayment } from './settings.ts'
import type { StepInput, StepWith } from './step-inputs.ts'
import type { StepMatter } from './steps.ts'
import * as store from './store/requests.ts'

/** What every letter on a request starts from. */
interface Desk {
  readonly organ: LetterOrgan
  readonly addressee: Addressee
  readonly madeOn: PlainDate
  readonly request: AskedFor
  readonly electronic: boolean
}

/** The letter that a step sends or puts up for approval, not yet numbered; null for a step without one. */
export async function letterFor(tx: Tx, request: Request, matter: StepMatter, step: StepWith): Promise<Letter | null> {
  if (!isWritten(step) || !request.receivedOn) return null
  const applicant = await store.findApplicant(tx, request.organId, request.id)
  if (!applicant) return null
  const desk: Desk = {
    organ: await writingOrgan(tx, request.organId),
    addressee: addresseeOf(applicant),
    madeOn: leavesOn(step, matter.actor),
    request: {
      receivedOn: request.receivedOn,
      channel: request.channel,
      asked: request.summary,
      supplementedOn: matter.history.supplement?.receivedOn ?? null,
      supplemented: matter.history.supplement?.said ?? '',
    },
    electronic: isServedOnline(request),
  }
  return write(step, desk, matter, { tx, request })
}

interface Reach {
  readonly tx: Tx
  readonly request: Request
}
type Write<Name extends WrittenStep> = (
  desk: Desk,
  matter: StepMatter,
  input: StepInput<Name>,
  reach: Reach,
) => Letter | null | Promise<Letter | null>

/** The steps that a letter is written for. */
type WrittenStep = LetterStep | 'delayAnswer' | 'extendReply' | 'draftAnswer' | 'issueAnswer'

const writers: { readonly [Name in WrittenStep]: Write<Name> } = {
  requestSupplement: (desk, _, { items, dueOn }) => writeLetter('supplementNotice', { ...desk, items, dueOn }),
  requestReasons: (desk, _, { facts, dueOn }) => writeLetter('reasonsNotice', { ...desk, facts, dueOn }),
  notifyFee: async (desk, _, { basis, pages, way, code }, { tx, request }) => {
    const fee = await reckonFor(tx, request, { basis, pages })
    return writeLetter('feeNotice', {
      ...desk,
      fee,
      way,
      code,
      standard: feeStandard(fee, desk.madeOn),
      withinDays: workingDaysOf('feePayment', desk.madeOn),
      clock: await chosen(tx, request.organId, clockAfterPayment),
    })
  },
  delayAnswer: (desk, _, { until, reason }) => writeLetter('delayNotice', { ...desk, until, reason }),
  extendReply: (desk, { calendar, history }, { days, reason }) => {
    const extension = { on: desk.madeOn, days }
    const clock = answerClock(calendar, { ...history, extension }, desk.madeOn)
    if (!clock) return null
    const provisional = provisionalYears(calendar, clock.startedOn, clock.dueOn)
    return writeLetter('extensionNotice', { ...desk, days, reason, dueOn: clock.dueOn, provisional })
  },
  consult: (desk, _, { party, name, about }) =>
    party === 'thirdParty'
      ? writeLetter('thirdPartyConsultation', { ...desk, addressee: { name, is: 'unknown' }, about })
      : writeLetter('coOrganConsultation', { ...desk, addressee: { name, is: 'organ' }, about }),
  notifyThirdParty: async (desk, { history }, { consultation, reason }, { tx, request }) => {
    const asked = history.consultations.find(({ id }) => id === consultation)
    if (!asked) throw refusals.unknownConsultation()
    const { name } = await store.getConsulted(tx, request, consultation)
    const { about, sentOn } = asked
    const addressee = { name, is: 'unknown' } as const
    return writeLetter('thirdPartyDecision', {
      ...desk,
      addressee,
      about,
      consultedOn: sentOn,
      opinion: asked.opinion,
      reason,
      electronic: false,
    })
  },
  correctLetter: async (desk, { history }, input, { tx, request }) => {
    if (!history.sentLetters.includes(input.letter)) throw refusals.unknownLetter()
    const corrected = await getCorrected(tx, request, input.letter)
    const { first, before, standing } = corrected
    const { kind, title, madeOn } = first.letter
    // To others it goes to whom the first one went; the applicant is called as the registration now says.
    const addressee = isToOthers(kind) ? { name: standing.addressee, is: 'unknown' as const } : desk.addressee
    const changes = changesTo(corrected, input, history, addressee.name)
    const named = { kind, title, madeOn, number: first.number }
    const facts = { ...desk, addressee, first: named, before: before.map(({ number }) => number), changes }
    return { ...writeLetter(correctionOf(kind), facts), correction: { of: first.seq, changes } }
  },
  draftAnswer: async (desk, matter, input, { tx, request }) =>
    answer(desk, matter, input, await enclosuresOf(tx, request, input.fileIds)),
  // Approved is what was drafted, with the files as they were; a law that changed meanwhile would have wanted other words.
  issueAnswer: async (desk, matter, _, { tx, request }) => {
    const { draft } = matter.history
    if (!draft) return null
    const { letter, fileIds } = draft
    if (!isOutcomeId(draft.outcome) || templateFor(draft.outcome, desk.madeOn) !== letter.template)
      throw refusals.lawChanged()
    return { ...letter, enclosures: await enclosuresNow(tx, request, fileIds) }
  },
}

const isWritten = (step: StepWith): step is StepWith<WrittenStep> => Object.hasOwn(writers, step.name)

const write = <Name extends WrittenStep>(
  { name, input }: StepWith<Name>,
  desk: Desk,
  matter: StepMatter,
  reach: Reach,
): ReturnType<Write<Name>> => writers[name](desk, matter, input, reach)

function answer(
  desk: Desk,
  { history }: StepMatter,
  {
    outcome,
    statement,
    reason,
    record,
    search,
    parts,
    ...relied
  }: Pick<StepInput<'draftAnswer'>, 'outcome' | 'statement' | 'reason' | 'record' | 'search' | 'parts'> &
    OpinionsReliedOn,
  enclosures: readonly Enclosure[],
): Letter | null {
  if (!isOutcomeId(outcome)) throw refusals.outcomeNotOffered()
  const kind = letterKindOf(outcome)
  if (!kind) return null
  const { supplement, reasons, fee } = history
  const facts: AnswerFacts = {
    ...desk,
    outcome,
    statement,
    reason,
    record,
    search,
    enclosures,
    supplement: supplement?.requestedOn ? { requestedOn: supplement.requestedOn, dueOn: supplement.dueOn } : null,
    reasons,
    fee: fee && { notifiedOn: fee.notifiedOn, amount: fee.due },
    withheld: parts.map((part) => ({ ...part, heard: heardFrom(history.consultations, part) })),
    heard: heardFrom(history.consultations, relied),
  }
  return asReanswer(writeLetter(kind, facts), history)
}
