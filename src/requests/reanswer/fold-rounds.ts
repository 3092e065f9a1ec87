import type { PlainDate } from '../../days/plain-date.ts'
import type { NewEvent, RequestEvent } from '../event.ts'
import type { DraftState } from '../fold-draft.ts'
import type { RequestStatus } from '../request-status.ts'
import type { ReanswerOrder } from './order.ts'

/** An answer given again: what ordered it, and what came of it. The first answer is not touched by it. */
export interface Round {
  readonly order: ReanswerOrder
  /** When the order came in. */
  readonly orderedOn: PlainDate
  readonly answer: {
    readonly on: PlainDate
    readonly outcome: string | null
    readonly letterNumber: string | null
    readonly lateReason: string
  } | null
}

/** The rounds of a request in their order; none that was taken back. */
export function foldRounds(facts: readonly RequestEvent[]): Round[] {
  let rounds: readonly Round[] = []
  for (const { kind, data, happenedOn } of facts) {
    if (kind === 'reanswerOrdered') rounds = [...rounds, { order: data, orderedOn: happenedOn, answer: null }]
    else if (kind === 'reanswerCancelled') rounds = rounds.filter(({ order }) => order.round !== data.round)
    else if (kind === 'reanswered') {
      const { outcome = null, letterNumber = null, lateReason = '' } = data
      const answer = { on: happenedOn, outcome, letterNumber, lateReason }
      rounds = rounds.map((each) => (each.order.round === data.round ? { ...each, answer } : each))
    }
  }
  return [...rounds]
}

/** The round in which a new answer is being made; undefined where none is. */
export const openRound = ({ rounds }: { readonly rounds: readonly Round[] }): Round | undefined =>
  rounds.find(({ answer }) => answer === null)

/** Where a request stands while it is answered again. */
export function statusInRound({ draft, approvals }: Pick<DraftState, 'draft' | 'approvals'>): RequestStatus {
  if (!draft) return 'reanswering'
  return approvals.length < draft.levels.length ? 'reapproving' : 'reapproved'
}

/** What ends a request for the first time, ends in a round the round only. */
export function inRound(history: Parameters<typeof openRound>[0], events: readonly NewEvent[]): NewEvent[] {
  const round = openRound(history)
  if (!round) return [...events]
  return events.map((event) =>
    event.kind === 'concluded'
      ? { ...event, kind: 'reanswered', data: { ...event.data, round: round.order.round } }
      : event,
  )
}
