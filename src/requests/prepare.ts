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
import { checkAnswer } from './check-answer.ts'
import { findEarlierAnswer } from './earlier-answer.ts'
import { lookAtEnclosures } from './enclosure-look.ts'
import { guardLetter } from './guard-letter.ts'
import { foldHistory, type RequestHistory } from './history.ts'
import { kindToCorrect } from './letter-correction.ts'
import { letterFor } from './letter-for.ts'
import type { Letter, LetterKind } from './letters/letter.ts'
import { whyNot } from './lifecycle.ts'
import { standingOf } from './registration.ts'
import { clockWhileExplainingReasons, levelSettings } from './settings.ts'
import type { StepInput, StepName } from './step-inputs.ts'
import type { StepMatter } from './steps.ts'
import { findStaffName, findUnitName } from './store/people.ts'
import { getApplicant, type RequestWithEvents } from './store/requests.ts'
import type { TakeMatter } from './take.ts'
import { isLast, letterUp } from './waiting-letter.ts'

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
export async function prepare(
  tx: Tx,
  actor: Actor,
  found: RequestWithEvents,
  name: StepName,
  input: unknown,
): Promise<TakeMatter> {
  const standing = await stepMatter(tx, actor, found)
  const { organId } = actor
  // The unit that handles it, or that of whoever puts it up while nobody is named.
  const ownUnit = standing.history.assignment?.unitId ?? actor.unitId
  const of = correctedBy(standing.history, name, input)
  const kind = of === undefined ? undefined : await kindToCorrect(tx, found.request, of)
  const notBy = new Set(actor.id === null ? [] : [actor.id])
  const isPutUp = name === 'draftAnswer' || isLetterStep(name)
  const candidates = isPutUp ? await listCandidates(tx, organId, actor.today) : []
  const matter = {
    ...standing,
    channel: found.request.channel,
    levels: askedWhereHeld(await chosen(tx, organId, levelSettings.approvalLevels), ownUnit, candidates, notBy),
    letterLevels: askedWhereHeld(await levelsOfLetter(tx, organId, name, kind), ownUnit, candidates, notBy),
    candidates,
    whileExplaining: await chosen(tx, actor.organId, clockWhileExplainingReasons),
    ...(kind && { kindToCorrect: kind }),
  }
  const refusal = whyNot(name, matter)
  if (refusal) throw refusal
  const asked = found.request.summary
  const earlierAnswer =
    name === 'draftAnswer' ? await findEarlierAnswer(tx, found.request, input as StepInput<'draftAnswer'>) : undefined
  const whole = (
    earlierAnswer === undefined ? input : Object.assign({}, input, { record: earlierAnswer })
  ) as StepInput<StepName>
  // Told at its field before the letter would miss it.
  if (name === 'draftAnswer') checkAnswer(matter, whole as StepInput<'draftAnswer'>)
  if (name === 'approveLetter') {
    const letter = await letterToSend(tx, found.request, matter, input as StepInput<'approveLetter'>)
    return { ...matter, letter, asked }
  }
  const letter = await letterFor(tx, found.request, matter, name, whole)
  await guardLetter(tx, found.request, matter, { name, input: whole, letter })
  const looked = await lookAtEnclosures(tx, found.request.id, matter, name, whole)
  const ready = { ...matter, letter, looked, asked, ...(earlierAnswer === undefined ? {} : { earlierAnswer }) }
  if (name === 'correctRegistration' || name === 'confirmCorrection') {
    const applicant = await getApplicant(tx, actor.organId, found.request.id)
    return { ...ready, standing: standingOf(found.request, found.events, applicant) }
  }
  if (name !== 'assign') return ready
  const { unitId, staffId } = input as StepInput<'assign'>
  const unitName = await findUnitName(tx, actor.organId, unitId)
  if (!unitName) throw refusals.unknownUnit()
  const staffName = staffId ? await findStaffName(tx, actor.organId, staffId) : ''
  if (staffName === undefined) throw refusals.unknownHandler()
  return { ...ready, assignee: { unitName, staffName } }
}

/** The letter that a step corrects, or that the letter corrects whose approval it is. */
function correctedBy(history: RequestHistory, name: StepName, input: unknown): number | undefined {
  if (name === 'correctLetter') return (input as StepInput<'correctLetter'>).letter
  if (name !== 'approveLetter') return undefined
  const { draft } = input as StepInput<'approveLetter'>
  return history.waiting.find(({ seq }) => seq === draft)?.letter.correction?.of
}

/** The letter that the last approval sends: as it was approved, if the law still wants it so and nothing in it must stay here. */
async function letterToSend(
  tx: Tx,
  request: RequestWithEvents['request'],
  matter: StepMatter,
  { draft, hash }: StepInput<'approveLetter'>,
): Promise<Letter | null> {
  const up = letterUp(matter.history, draft, hash)
  if (!isLast(up)) return null
  const now = await letterFor(tx, request, matter, up.step, up.input)
  if (now?.template !== up.letter.template) throw refusals.lawChanged()
  await guardLetter(tx, request, matter, { name: up.step, input: up.input, letter: up.letter })
  return up.letter
}
