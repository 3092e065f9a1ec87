import type { PlainDate } from '../days/plain-date.ts'
import type { Tx } from '../db/database.ts'
import { refusals } from '../refusal.ts'
import type { RequestHistory } from './history.ts'
import { changesIn, withChanges } from './letters/changes.ts'
import { heldFast } from './letters/held-fast.ts'
import { isToOthers, type Letter, type LetterChange, type LetterKind } from './letters/letter.ts'
import { until } from './letters/wording.ts'
import type { Request } from './request.ts'
import type { StepInput } from './step-inputs.ts'
import { type KeptLetter, listLetters } from './store/letters.ts'

type Key = Pick<Request, 'organId' | 'id'>

/** A letter that has left, with what has corrected it since. */
export interface Corrected {
  readonly first: KeptLetter
  readonly before: readonly KeptLetter[]
  /** As it is to be read now. */
  readonly standing: Letter
}

/** The letter that this event sent, and its corrections; undefined for an event that sent none. */
export async function findCorrected(tx: Tx, request: Key, seq: number): Promise<Corrected | undefined> {
  const letters = await listLetters(tx, request)
  const first = letters.find((each) => each.seq === seq)
  if (!first) return undefined
  const before = letters.filter(({ letter }) => letter.correction?.of === seq)
  const changes = before.flatMap(({ letter }) => letter.correction?.changes ?? [])
  return { first, before, standing: withChanges(first.letter, changes) }
}

/** The same; refuses an event that sent none. */
export async function getCorrected(tx: Tx, request: Key, seq: number): Promise<Corrected> {
  const found = await findCorrected(tx, request, seq)
  if (!found) throw refusals.unknownLetter()
  return found
}

/** The kind of the letter that is to be corrected; undefined where there is none. */
export const kindToCorrect = async (tx: Tx, request: Key, seq: number): Promise<LetterKind | undefined> =>
  (await listLetters(tx, request)).find((each) => each.seq === seq)?.letter.kind

/** Which letter corrects a letter of this kind: whoever may read the first may read the second. */
export const correctionOf = (kind: LetterKind) => (isToOthers(kind) ? 'correctionToOthers' : 'correction')

type Typed = Pick<StepInput<'correctLetter'>, 'corrections' | 'dueOn'>

/**
 * What a correction changes in a letter: the words that were typed, the day until which the applicant has time, and the
 * addressee where the registration now says another name. Refuses what no correction may change.
 */
export function changesTo(
  { first, standing }: Corrected,
  { corrections, dueOn }: Typed,
  history: RequestHistory,
  addressee: string,
): LetterChange[] {
  if (first.letter.correction) throw refusals.correctTheFirst()
  const typed = changesIn(standing, corrections)
  const held = heldFast(standing, withChanges(standing, typed))
  if (held?.what === 'fee') throw refusals.correctionCharges(held.words)
  if (held?.what === 'decision') throw refusals.correctionDecides(held.words)
  if (held) throw refusals.correctionMovesTerm(held.words, isTerm(first.letter.kind))
  const named: LetterChange[] =
    addressee === standing.addressee ? [] : [{ where: 'addressee', from: standing.addressee, to: addressee }]
  const changes = [...named, ...typed, ...(dueOn ? laterTerm(standing, dueOn, history) : [])]
  if (changes.length === 0) throw refusals.nothingToCorrectInLetter()
  return changes
}

const isTerm = (kind: LetterKind): boolean => kind === 'supplementNotice' || kind === 'reasonsNotice'

/** The applicant's own time may be told rightly while it runs, and is never shortened by what was written wrongly. */
function laterTerm(
  standing: Letter,
  dueOn: PlainDate,
  { status, supplement, reasons }: RequestHistory,
): LetterChange[] {
  const isSupplement = standing.kind === 'supplementNotice' && status === 'supplementing'
  const isReasons = standing.kind === 'reasonsNotice' && status === 'explaining'
  const told = isSupplement ? supplement?.dueOn : isReasons ? reasons?.dueOn : null
  if (!told) throw refusals.termNotRunning()
  if (dueOn <= told) throw refusals.termShortened()
  const words = (day: PlainDate) => `于${until(day)}${isSupplement ? '补正' : '书面说明'}`
  return changesIn(standing, [{ from: words(told), to: words(dueOn) }])
}
