import { yearOf } from '../days/plain-date.ts'
import type { Tx } from '../db/database.ts'
import type { Actor } from '../organs/actor.ts'
import * as organs from '../organs/store.ts'
import type { Letter } from './letters/letter.ts'
import { letterHash } from './letters/letter-hash.ts'
import { numbered } from './letters/write-letter.ts'
import { lintOnLeaving } from './lint-letter.ts'
import { giveNumber } from './number.ts'
import { openRound } from './reanswer/fold-rounds.ts'
import type { StepName } from './step-inputs.ts'
import { addLetter } from './store/letters.ts'
import type { RequestWithEvents } from './store/requests.ts'
import type { TakeMatter } from './take.ts'

export interface Issued {
  /** Numbered and dated where the step sends it; as it was where it is only put up for approval. */
  readonly letter: Letter | null
  readonly isSent: boolean
  /** Keeps it under the event that sent it. */
  readonly keep: (seq: number) => Promise<void>
}

const nothing: Issued = { letter: null, isSent: false, keep: async () => {} }

/** Numbers and dates the letter of a step that sends one, with the day on which it leaves; it is typeset when the transaction is over. */
export async function issueLetter(
  tx: Tx,
  actor: Actor,
  { request }: RequestWithEvents,
  name: StepName,
  { letter, letterLevels = [], history }: TakeMatter,
  madeOn = actor.today,
): Promise<Issued> {
  if (!letter) return nothing
  // Put up for approval only.
  if (name === 'draftAnswer' || letterLevels.length > 0) return { ...nothing, letter }
  const organ = await organs.get(tx, actor.organId)
  const series = name === 'issueAnswer' && openRound(history) ? 'reanswer' : 'letter'
  const number = await giveNumber(tx, organ, series, yearOf(madeOn))
  const sent = { ...numbered(letter, number), madeOn }
  lintOnLeaving(sent, madeOn)
  return {
    letter: sent,
    isSent: true,
    keep: (seq) =>
      addLetter(tx, request, {
        seq,
        kind: sent.kind,
        number,
        issuedOn: madeOn,
        hash: letterHash(sent),
        letter: sent,
      }),
  }
}
