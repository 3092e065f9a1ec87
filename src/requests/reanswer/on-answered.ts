import type { PlainDate } from '../../days/plain-date.ts'
import type { Tx } from '../../db/database.ts'
import { joinedList } from '../../joined-list.ts'
import type { Actor } from '../../organs/actor.ts'

/** An answer that has left, the first one or that of a round. */
export interface Answered {
  readonly requestId: string
  readonly on: PlainDate
  readonly letterNumber: string | null
  /** The case that had ordered it; null of a first answer. */
  readonly round: { readonly caseId: string; readonly round: number } | null
}

/** Whoever waits for an answer notes in the same transaction that it has left. */
export const onAnswered = joinedList<(tx: Tx, actor: Actor, answered: Answered) => Promise<void>>('onAnswered')
