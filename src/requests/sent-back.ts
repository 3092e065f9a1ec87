import type { PlainDate } from '../days/plain-date.ts'
import type { LevelId } from '../review/level.ts'
import type { EventOf, RequestEvent } from './event.ts'

/** Who sent an answer or a letter back, to whom, why, and how it might read instead. */
export interface SentBackView {
  readonly by: string
  readonly standsInFor: string | null
  readonly on: PlainDate
  readonly to: LevelId | 'drafting'
  /** Null where none was kept. */
  readonly category: string | null
  readonly reason: string
  readonly suggested: string
}

const asView = ({ actor, happenedOn, data }: EventOf<'answerReturned'> | EventOf<'letterReturned'>): SentBackView => ({
  by: actor.name,
  standsInFor: data.standsInFor?.name ?? null,
  on: happenedOn,
  to: data.to ?? 'drafting',
  category: data.category ?? null,
  reason: data.reason,
  suggested: data.suggested ?? '',
})

const ofAnswer: readonly RequestEvent['kind'][] = [
  'answerDrafted',
  'answerApproved',
  'answerReturned',
  'concluded',
  'reanswerOrdered',
  'reanswered',
]

/** How the answer was last sent back; null once it was drafted or approved since, and where its drafter took it back. */
export function answerSentBack(events: readonly RequestEvent[]): SentBackView | null {
  const last = events.findLast(({ kind }) => ofAnswer.includes(kind))
  return last?.kind === 'answerReturned' && !last.data.recalled ? asView(last) : null
}

/** The same of the letter that the event of this number put up. */
export function letterSentBack(events: readonly RequestEvent[], draft: number): SentBackView | null {
  const last = events.findLast(
    (event): event is EventOf<'letterApproved'> | EventOf<'letterReturned'> =>
      (event.kind === 'letterApproved' || event.kind === 'letterReturned') && event.data.draft === draft,
  )
  return last?.kind === 'letterReturned' && !last.data.recalled ? asView(last) : null
}
