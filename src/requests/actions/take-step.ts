import { record } from '../../audit/record.ts'
import { officeTime } from '../../days/plain-date.ts'
import type { Tx } from '../../db/database.ts'
import type { Actor } from '../../organs/actor.ts'
import { refusals } from '../../refusal.ts'
import type { Registered } from '../acknowledge.ts'
import { keepAnswerFiles, keepPapers } from '../answer-files.ts'
import { foldHistory } from '../history.ts'
import { issueLetter } from '../issue-letter.ts'
import type { Letter } from '../letters/letter.ts'
import { prepare } from '../prepare.ts'
import { draftProposed } from '../proposal/propose.ts'
import { tellAnswered } from '../reanswer/actions.ts'
import { refold } from '../refold.ts'
import { yearsMoved } from '../reports-told.ts'
import type { Request } from '../request.ts'
import { isOfService, leavesOn } from '../service/leaves-on.ts'
import { readStep, type StepInput, type StepName, type StepWith, stepInputs } from '../step-inputs.ts'
import * as store from '../store/requests.ts'
import { type TakeMatter, take } from '../take.ts'
import { codeOf, undrawnOf } from '../undrawn.ts'
import { letterUp } from '../waiting-letter.ts'
import { registerPieces } from './register-pieces.ts'
import { reissueReceipt } from './reissue-receipt.ts'
import { rewrite } from './rewrite.ts'

export interface Taken {
  /** As it now stands. */
  readonly request: Request
  /** The requests that the step has made, or the one whose receipt it has issued anew, with the receipts to hand over. */
  readonly registered: readonly Registered[]
  /** The event that sent a letter, which is still to be typeset; null where none was sent. */
  readonly sentBy: number | null
}

/**
 * Takes a step with everything that belongs to it, or refuses it. `seq` is the last event that the person saw: when
 * somebody else has acted meanwhile, they are told instead of overtaking. `now`: when a record that the step begins was written.
 */
export async function takeStep(
  tx: Tx,
  actor: Actor,
  id: string,
  name: StepName,
  typed: unknown,
  seq?: number,
  now = officeTime(actor.today, '00:00'),
): Promise<Taken> {
  const step = readStep(name, typed)
  const found = await store.getForChange(tx, actor.organId, id)
  if (seq !== undefined && seq !== found.request.lastSeq)
    throw refusals.changedMeanwhile(found.events.at(-1)?.actor.name || '他人')
  const matter = await prepare(tx, actor, found, step)
  const undrawn = undrawnIn(step, matter.letter)
  // Asked before a number is drawn, which locks the organ's count; the event itself is made with it.
  take(name, matter, step.input)
  const issued = await issueLetter(tx, actor, found, name, matter, leavesOn(step, actor))
  const registered = await newReceipts(tx, actor, found, matter, step)
  const pieces = step.name === 'split' ? registered.map((each) => each.request.number) : []
  const proposed =
    step.name === 'proposePublication'
      ? { recordId: await draftProposed(tx, actor, now, found.request, step.input) }
      : {}
  const added = take(name, { ...matter, letter: issued.letter, pieces, ...proposed }, step.input)
  const events = await store.append(tx, actor, found, added)
  const last = events.at(-1)?.seq ?? 0
  await issued.keep(last)
  // A step may add more than its own event, which is the first.
  await keepFiles(tx, found.request, step, last - added.length + 1)
  const asked = added.some(({ kind }) => kind === 'consultationSent') && consultedIn(step, matter)
  if (asked) await store.addConsulted(tx, found.request, foldHistory(events).consultations.length, asked)
  const standing = await rewrite(tx, found.request, matter, events, added)
  const request = await refold(tx, standing, events, matter.calendar, actor.today)
  await tellAnswered(tx, actor, id, matter.history, added)
  const moves = standing !== found.request || added.some(isOfService)
  const reportsToRevise = moves ? await yearsMoved(tx, found.request, request) : []
  const printedAsCodes = undrawn.length > 0 ? { printedAsCodes: undrawn.join('') } : {}
  // Why a file left with what was found in it is part of what the office answers for.
  const reasons = name === 'draftAnswer' ? (matter.looked ?? []).filter(({ reason }) => reason !== '') : []
  const why = reasons.length > 0 ? { reasons } : {}
  const moved = reportsToRevise.length > 0 ? { reportsToRevise } : {}
  await record(tx, actor, `request.${name}`, {
    subject: id,
    detail: { number: request.number, seq: request.lastSeq, ...printedAsCodes, ...why, ...moved },
  })
  return { request, registered, sentBy: issued.isSent ? last : null }
}

async function newReceipts(
  tx: Tx,
  actor: Actor,
  found: store.RequestWithEvents,
  matter: TakeMatter,
  step: StepWith,
): Promise<Registered[]> {
  if (step.name === 'split') return registerPieces(tx, actor, found, matter, step.input)
  return step.name === 'reissueReceipt' ? [await reissueReceipt(tx, actor, found.request)] : []
}

/** The signs of the letter that no font draws. Refuses them unless somebody has said that they may be printed as codes. */
function undrawnIn({ name, input }: StepWith, letter: Letter | null): string[] {
  const undrawn = name === 'issueAnswer' || name === 'approveLetter' ? [] : undrawnOf(letter)
  const asCodes = 'asCodes' in input && input.asCodes === true
  if (undrawn.length > 0 && !asCodes) throw refusals.signsNotDrawn(undrawn.map(codeOf).join('、'))
  return undrawn
}

/** Files that came with the step belong to the event that tells of it. */
async function keepFiles(tx: Tx, request: Request, { name, input }: StepWith, seq: number): Promise<void> {
  if (name === 'draftAnswer') return keepAnswerFiles(tx, request, input.fileIds, seq)
  if (!('fileIds' in input) || !input.fileIds) return
  await keepPapers(tx, request, input.fileIds, { seq, purpose: fromApplicant.has(name) ? 'attachment' : 'evidence' })
}

/** What an applicant sends in, by whatever way, is shown to them as theirs. */
const fromApplicant: ReadonlySet<StepName> = new Set(['receiveSupplement', 'receiveReasons'])

/** Whom a consultation asks: as the step says it, or as the approved letter was drafted. */
function consultedIn({ name, input }: StepWith, { history }: TakeMatter): StepInput<'consult'> {
  if (name !== 'approveLetter') return stepInputs.consult.parse(input)
  return stepInputs.consult.parse(letterUp(history, input.draft, input.hash).input)
}
