import { loadCalendar } from '../calendar/notices/store.ts'
import type { Tx } from '../db/database.ts'
import type { Actor } from '../organs/actor.ts'
import { chosen } from '../organs/settings/chosen.ts'
import { findWorkBody } from '../organs/units/store.ts'
import { refusals } from '../refusal.ts'
import { askedWhereHeld } from '../review/chain.ts'
import { levelsOfRoles, type ReviewLevel } from '../review/level.ts'
import { listCandidates, standingInOf } from '../review/store.ts'
import { isLetterStep, letterLevels, levelsOfKind } from './approval-levels.ts'
import { authorsOfStep } from './authors.ts'
import { checkAnswer } from './check-answer.ts'
import { findEarlierAnswer } from './earlier-answer.ts'
import { lookAtEnclosures } from './enclosure-look.ts'
import { reckonFor } from './fees/reckon-for.ts'
import { guardLetter } from './guard-letter.ts'
import { foldHistory, type RequestHistory } from './history.ts'
import { kindToCorrect } from './letter-correction.ts'
import { letterFor } from './letter-for.ts'
import type { Letter, LetterKind } from './letters/letter.ts'
import { whyNot } from './lifecycle.ts'
import { lintLetter } from './lint-letter.ts'
import { standingOf } from './registration.ts'
import type { Request } from './request.ts'
import { clockAfterPayment, clockWhileExplainingReasons, levelSettings } from './settings.ts'
import { keptStep, type StepInput, type StepName, type StepWith } from './step-inputs.ts'
import type { StepMatter } from './steps.ts'
import { isNumberTaken } from './store/fees.ts'
import { listLinkEvents } from './store/links.ts'
import { getApplicant, type RequestWithEvents } from './store/requests.ts'
import type { TakeMatter } from './take.ts'
import { isLast, letterUp } from './waiting-letter.ts'
import { foldLinks } from './work/fold-links.ts'
import { prepareWork } from './work/prepare-work.ts'

/** What the rules may ask about before a step of this request by this person. */
export async function stepMatter(tx: Tx, actor: Actor, { request, events }: RequestWithEvents): Promise<StepMatter> {
  const { kind, id, organId, today } = actor
  return {
    history: foldHistory(events),
    isImported: request.origin === 'imported',
    actor,
    standingIn: kind === 'staff' && id ? await standingInOf(tx, organId, id, today) : [],
    workBodyId: await findWorkBody(tx, organId),
    calendar: await loadCalendar(tx),
    links: foldLinks(request.id, await listLinkEvents(tx, request)),
  }
}

/**
 * The levels of the letter of this step before it leaves, in order; none for a step whose letter needs none. A correction needs
 * what the letter of `kind` that it corrects has needed.
 */
async function levelsOfLetter(
  tx: Tx,
  organId: number,
  name: StepName,
  kind?: LetterKind,
): Promise<readonly ReviewLevel[]> {
  if (!isLetterStep(name)) return []
  const id = name === 'correctLetter' ? kind && levelsOfKind[kind] : letterLevels[name]
  return id ? chosen(tx, organId, levelSettings[id]) : levelsOfRoles(['ogiHead'])
}

/** The same with what the step needs beside its input: the approval levels, the letter, names of the assignee. Refuses a step that is shut. */
export async function prepare(tx: Tx, actor: Actor, found: RequestWithEvents, step: StepWith): Promise<TakeMatter> {
  const { request } = found
  const matter = await matterOfStep(tx, actor, found, step)
  const refusal = whyNot(step.name, matter)
  if (refusal) throw refusal
  const asked = request.summary
  if (step.name === 'approveLetter') {
    const letter = await letterToSend(tx, request, matter, step.input)
    return { ...matter, asked, letter, ...(await feeToNotify(tx, request, matter, step)) }
  }
  if (step.name === 'draftAnswer') {
    const earlierAnswer = await findEarlierAnswer(tx, matter.actor, request, step.input)
    const input = earlierAnswer === undefined ? step.input : { ...step.input, record: earlierAnswer }
    // Told at its field before the letter would miss it.
    checkAnswer(matter, input)
    const written = await lettersAndFiles(tx, request, matter, { name: step.name, input })
    return { ...matter, ...written, asked, ...(earlierAnswer === undefined ? {} : { earlierAnswer }) }
  }
  await refuseTakenNumber(tx, request.organId, step)
  const written = await lettersAndFiles(tx, request, matter, step)
  const work = await prepareWork(tx, actor, request, matter.history, step)
  const ready = { ...matter, ...written, ...work, asked, ...(await feeToNotify(tx, request, matter, step)) }
  if (step.name !== 'correctRegistration' && step.name !== 'confirmCorrection') return ready
  const applicant = await getApplicant(tx, actor.organId, request.id)
  return { ...ready, standing: standingOf(request, found.events, applicant) }
}

/** Who would sign what the step puts up, and what the organ has chosen: all that can be asked before it is known to be open. */
async function matterOfStep(
  tx: Tx,
  actor: Actor,
  found: RequestWithEvents,
  step: StepWith,
): Promise<Omit<TakeMatter, 'letter'>> {
  const standing = await stepMatter(tx, actor, found)
  const { organId } = actor
  // The unit that handles it, or that of whoever puts it up while nobody is named.
  const ownUnit = standing.history.assignment?.unitId ?? actor.unitId
  const of = correctedBy(standing.history, step)
  const kind = of === undefined ? undefined : await kindToCorrect(tx, found.request, of)
  const authors = authorsOfStep(step, standing.history, actor.id)
  const notBy = new Set(actor.id === null ? authors : [...authors, actor.id])
  const isPutUp = step.name === 'draftAnswer' || isLetterStep(step.name)
  const candidates = isPutUp ? await listCandidates(tx, organId, actor.today) : []
  return {
    ...standing,
    channel: found.request.channel,
    levels: askedWhereHeld(await chosen(tx, organId, levelSettings.approvalLevels), ownUnit, candidates, notBy),
    letterLevels: askedWhereHeld(await levelsOfLetter(tx, organId, step.name, kind), ownUnit, candidates, notBy),
    candidates,
    whileExplaining: await chosen(tx, organId, clockWhileExplainingReasons),
    afterPayment: await chosen(tx, organId, clockAfterPayment),
    ...(kind && { kindToCorrect: kind }),
  }
}

/** The letter of a step, and what was seen in the files that it gives; refuses either if it may not leave. */
async function lettersAndFiles(
  tx: Tx,
  request: Request,
  matter: StepMatter,
  step: StepWith,
): Promise<Pick<TakeMatter, 'letter' | 'looked'>> {
  const letter = await letterFor(tx, request, matter, step)
  await guardLetter(tx, request, matter, { ...step, letter })
  await lintLetter(tx, request, matter, { ...step, letter })
  return { letter, looked: await lookAtEnclosures(tx, request.id, matter, step) }
}

/** What the request costs, where the step sends or puts up the notice of it. */
async function feeToNotify(
  tx: Tx,
  request: Request,
  { history }: StepMatter,
  step: StepWith,
): Promise<Pick<TakeMatter, 'fee'>> {
  const input = step.name === 'notifyFee' ? step.input : feeNoticeUp(history, step)
  return input ? { fee: await reckonFor(tx, request, input) } : {}
}

/** What the fee notice says of whose approval it is. */
function feeNoticeUp({ waiting }: RequestHistory, { name, input }: StepWith): StepInput<'notifyFee'> | undefined {
  const up = name === 'approveLetter' ? waiting.find(({ seq }) => seq === input.draft) : undefined
  return up?.step === 'notifyFee' ? keptStep('notifyFee', up.input).input : undefined
}

/** One receipt is one payment, whatever request it is taken down for. */
async function refuseTakenNumber(tx: Tx, organId: number, step: StepWith): Promise<void> {
  if (step.name === 'recordPayment') {
    if (await isNumberTaken(tx, organId, { kind: 'feePaid', number: step.input.receiptNumber }))
      throw refusals.feeReceiptTaken()
  } else if (step.name === 'refundFee') {
    if (await isNumberTaken(tx, organId, { kind: 'feeRefunded', number: step.input.voucherNumber }))
      throw refusals.voucherTaken()
  }
}

/** The letter that a step corrects, or that the letter corrects whose approval it is. */
function correctedBy(history: RequestHistory, { name, input }: StepWith): number | undefined {
  if (name === 'correctLetter') return input.letter
  if (name !== 'approveLetter') return undefined
  return history.waiting.find(({ seq }) => seq === input.draft)?.letter.correction?.of
}

/** The letter that the last approval sends: as it was approved, if the law still wants it so and nothing in it must stay here. */
async function letterToSend(
  tx: Tx,
  request: Request,
  matter: StepMatter,
  { draft, hash }: StepInput<'approveLetter'>,
): Promise<Letter | null> {
  const up = letterUp(matter.history, draft, hash)
  if (!isLast(up)) return null
  const now = await letterFor(tx, request, matter, keptStep(up.step, up.input))
  if (now?.template !== up.letter.template) throw refusals.lawChanged()
  // What is charged is what was approved, and still what the law and the registers say.
  if (up.step === 'notifyFee' && now.paragraphs.join('\n') !== up.letter.paragraphs.join('\n'))
    throw refusals.feeChanged()
  const leaving = { name: up.step, input: up.input, letter: up.letter }
  await guardLetter(tx, request, matter, leaving)
  await lintLetter(tx, request, matter, leaving)
  return up.letter
}
