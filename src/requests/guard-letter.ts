import type { Tx } from '../db/database.ts'
import { refusals } from '../refusal.ts'
import { type LetterText, textsOfAnswer, textsOfEnclosures, textsOfStep } from './letter-texts.ts'
import { isToOthers, type Letter, type LetterKind } from './letters/letter.ts'
import { markIn } from './letters/marks.ts'
import { type Needle, needlesOf } from './private/identity-in-text.ts'
import { knownOfApplicant, knownOfThirdParty } from './private/known.ts'
import type { Request } from './request.ts'
import { type StepName, stepInputs } from './step-inputs.ts'
import type { StepMatter } from './steps.ts'
import * as store from './store/requests.ts'

/**
 * Looks at what an officer wrote for a letter before it can be put up or sent. Refuses, with the place: a mark of secrecy;
 * anything that tells a third party who asks; anything that tells the applicant who the third party is, unless the request
 * itself names it.
 */
export async function guardLetter(
  tx: Tx,
  request: Request,
  { history }: StepMatter,
  { name, input, letter }: { readonly name: StepName; readonly input: object; readonly letter: Letter | null },
): Promise<void> {
  const typed = [
    ...textsTypedFor(history, name, input),
    ...textsOfEnclosures(letter?.enclosures ?? []),
    ...(letter && !isToOthers(letter.kind) ? notedSupplement(history) : []),
  ]
  for (const { text, label, field } of typed) {
    const mark = markIn(text)
    if (mark) throw refusals.secrecyInLetter(mark, label, field)
  }
  if (!letter) return
  if (isToOthers(letter.kind)) {
    const known = knownOfApplicant(await store.getApplicant(tx, request.organId, request.id))
    const texts = [...typed, ...before(history, letter.kind)]
    const [whom, rest] = [texts.filter(({ field }) => field === 'name'), texts.filter(({ field }) => field !== 'name')]
    const found =
      foundIn(whom, needlesOf({ ...known, names: known.names.filter(tellsMore(letter.addressee)) }), '') ??
      foundIn(rest, needlesOf(known), letter.addressee)
    if (found) throw refusals.namesApplicant(found.what, found.label, found.field)
    return
  }
  const found = foundIn(typed, await thirdPartyNeedles(tx, request, history), '')
  if (found) throw refusals.namesThirdParty(found.what, found.label, found.field)
}

/** The answer that this step drafts or sends; null for other letters. */
export const answerOf = ({ draft }: StepMatter['history'], name: StepName, input: object) =>
  name === 'draftAnswer' ? stepInputs.draftAnswer.parse(input) : name === 'issueAnswer' ? draft : null

/** Everything that an officer typed for the letter of a step and that it prints. */
export function textsTypedFor(history: StepMatter['history'], name: StepName, input: object): LetterText[] {
  const answer = answerOf(history, name, input)
  return [...textsOfStep(name, { ...input }), ...(answer ? textsOfAnswer(answer) : [])]
}

/** What a clerk has taken down of a supplement is quoted as it stands; it is put right by a correction of the registration. */
const notedSupplement = ({ supplement }: StepMatter['history']): LetterText[] =>
  supplement?.isNoted
    ? [{ field: undefined, label: '登记的补正内容（写错的请办理“更正登记”）', text: supplement.said }]
    : []

/** A name of two signs in a longer one is most often no name: 和平 in 和平机械厂. */
const tellsMore = (addressee: string) => (name: string) =>
  [...name.trim()].length > 2 || name.trim() === addressee.trim()

/** A decision told to a third party repeats what it was asked about. */
const before = ({ consultations }: StepMatter['history'], kind: LetterKind): LetterText[] =>
  kind === 'thirdPartyDecision'
    ? consultations.map(({ about }) => ({ field: undefined, label: '此前征求意见的信息内容', text: about }))
    : []

/** The addressee's own name is no news to it, even where the other's name is a part of it. */
function foundIn(typed: readonly LetterText[], needles: readonly Needle[], addressee: string) {
  for (const { text, label, field } of typed) {
    const said = addressee === '' ? text : text.replaceAll(addressee, '　')
    const needle = needles.find(({ isIn }) => isIn(said))
    if (needle) return { what: needle.what, label, field }
  }
  return undefined
}

/** What the request itself says the applicant knows. */
async function thirdPartyNeedles(
  tx: Tx,
  request: Request,
  { consultations }: StepMatter['history'],
): Promise<Needle[]> {
  const needles: Needle[] = []
  for (const { id, party } of consultations) {
    if (party !== 'thirdParty') continue
    const consulted = await store.findConsulted(tx, request, id)
    if (consulted) needles.push(...needlesOf(knownOfThirdParty(consulted)))
  }
  return needles.filter(({ isIn }) => !isIn(request.summary))
}
