import type { PlainDate } from '../days/plain-date.ts'
import { type Chain, keptSignatures, type Signature } from '../review/chain.ts'
import type { AskedLevel } from '../review/level.ts'
import { type EventData, type EventOf, eventsOf, type RequestEvent } from './event.ts'

/** A letter that waits for its approvals before it leaves. */
export type WaitingLetter = EventData<'letterDrafted'> & {
  /** The event that put it up. */
  readonly seq: number
  readonly on: PlainDate
  readonly by: RequestEvent['actor']
  readonly approvals: readonly Signature[]
  /** Whose words stand in it; of before 0.3, whoever had put one up of its step that came back. */
  readonly authors: readonly string[]
  /** The letters in whose place it is, the first one first. */
  readonly earlier: readonly WaitingLetter[]
}

/** A letter that was sent back by whoever should have approved it. */
export interface ReturnedLetter {
  readonly letter: WaitingLetter
  readonly reason: string
}

/** An approval as a signature of its chain. */
export const signatureOf = (
  levels: readonly AskedLevel[],
  { data, happenedOn, recordedAt, actor }: EventOf<'answerApproved'> | EventOf<'letterApproved'>,
): Signature => ({
  level: levels[data.level - 1]?.id ?? 'finalReview',
  by: actor,
  standsInFor: data.standsInFor ?? null,
  hash: data.hash,
  at: recordedAt ?? happenedOn,
  on: happenedOn,
  opinion: data.opinion,
  checklist: data.checklist ?? [],
})

/** Those of them who are persons. */
export const idsOf = (actors: readonly RequestEvent['actor'][]): string[] => actors.flatMap(({ id }) => id ?? [])

/** Who signs nothing of it: whose words stand in it, and whoever put it up. */
export const authorsWith = ({ authors, by }: Pick<WaitingLetter, 'authors' | 'by'>): string[] => [
  ...authors,
  ...idsOf([by]),
]

/** The chain of a letter. */
export const chainOfLetter = (letter: WaitingLetter): Chain => ({
  levels: letter.levels,
  signatures: letter.approvals,
  notBy: new Set(authorsWith(letter)),
})

export const recalledWords = (reason: string): string => `拟稿人撤回送审：${reason}`

/** A letter waits until it is sent back, its last approval sends it, or what it says was corrected in the registration. */
export function foldLetters(facts: readonly RequestEvent[]): {
  readonly waiting: readonly WaitingLetter[]
  readonly returnedLetters: readonly ReturnedLetter[]
} {
  let waiting: WaitingLetter[] = []
  let returnedLetters: readonly ReturnedLetter[] = []
  const without = (seq: number) => waiting.filter((each) => each.seq !== seq)
  for (const fact of facts) {
    const { kind, data, seq, happenedOn, actor } = fact
    if (kind === 'letterDrafted') {
      const replaced = replacedBy(returnedLetters, data)
      const earlier = replaced ? lineOf(replaced) : []
      const authors = data.authors ?? idsOf([...formerDrafters(returnedLetters, data), actor])
      waiting = [...waiting, { ...data, seq, on: happenedOn, by: actor, approvals: [], authors, earlier }]
      returnedLetters = returnedLetters.filter((each) => each !== replaced)
    } else if (kind === 'letterReturned') {
      const letter = waiting.find((each) => each.seq === data.draft)
      if (letter && data.to) {
        const approvals = keptSignatures(chainOfLetter(letter), data.to)
        waiting = waiting.map((each) => (each === letter ? { ...each, approvals } : each))
        continue
      }
      if (letter)
        returnedLetters = [
          ...returnedLetters,
          { letter, reason: data.recalled ? recalledWords(data.reason) : data.reason },
        ]
      waiting = without(data.draft)
    } else if (kind === 'registrationCorrected' && isInLetters(data)) {
      const reason = '登记已更正，文书中写有更正前的内容，请重新送审'
      returnedLetters = [...returnedLetters, ...waiting.map((letter) => ({ letter, reason }))]
      waiting = []
    } else if (kind === 'concluded' || kind === 'reanswered' || kind === 'reanswerCancelled') {
      // What was on the way to the answer is overtaken by it; what has left can still be corrected.
      const lasts = ({ step }: { readonly step: string }) =>
        step === 'correctLetter' && !('outcome' in data && data.outcome === 'withdrawn')
      waiting = waiting.filter(lasts)
      returnedLetters = returnedLetters.filter(({ letter }) => lasts(letter))
    } else if (kind === 'letterApproved') {
      const letter = waiting.find((each) => each.seq === data.draft && each.hash === data.hash)
      if (!letter) continue
      const approvals = [...letter.approvals, signatureOf(letter.levels, fact)]
      waiting =
        approvals.length < letter.levels.length
          ? waiting.map((each) => (each.seq === data.draft ? { ...each, approvals } : each))
          : without(data.draft)
    }
  }
  return { waiting, returnedLetters }
}

/** One of the same step takes the place of the one to the same addressee, or else of the oldest. */
function replacedBy(
  returned: readonly ReturnedLetter[],
  { step, letter }: EventData<'letterDrafted'>,
): ReturnedLetter | undefined {
  const ofStep = returned.filter((each) => each.letter.step === step)
  return ofStep.find((each) => each.letter.letter.addressee === letter.addressee) ?? ofStep[0]
}

/** A letter that came back with those in whose place it was, the first one first. */
export const lineOf = ({ letter }: ReturnedLetter): readonly WaitingLetter[] => [...letter.earlier, letter]

const formerDrafters = (returned: readonly ReturnedLetter[], { step }: EventData<'letterDrafted'>) =>
  returned.filter(({ letter }) => letter.step === step).flatMap((each) => lineOf(each).map(({ by }) => by))

/** Whether an event sent a letter that can be corrected; a correction is corrected through its first. */
export function sendsLetter({ kind, data }: RequestEvent): boolean {
  if (kind === 'concluded' || kind === 'reanswered') return Boolean(data.letterNumber)
  return kind !== 'letterDrafted' && kind !== 'letterCorrected' && kind !== 'answerDrafted' && 'letter' in data
    ? data.letter !== null && data.letter !== undefined
    : false
}

/** A text of a letter as its corrections have put it right. */
export function asCorrected(facts: readonly RequestEvent[], sentBy: number, text: string): string {
  const changes = eventsOf(facts, 'letterCorrected')
    .filter(({ data }) => data.of === sentBy)
    .flatMap(({ data }) => data.letter.correction?.changes ?? [])
  return changes.reduce((said, { where, from, to }) => (where === 'text' ? said.replace(from, () => to) : said), text)
}

/** What letters say of a registration: what was drafted with it is not sent when it was wrong. */
export const isInLetters = ({ to, personal }: EventData<'registrationCorrected'>): boolean =>
  personal?.to.name !== undefined ||
  ['applicantKind', 'channel', 'arrivedOn', 'receivedOn', 'summary', 'routeWanted', 'supplement'].some(
    (id) => to[id] !== undefined,
  )
