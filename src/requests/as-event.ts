import type { Actor } from '../organs/actor.ts'
import type { NewEvent, RequestEvent } from './event.ts'

/** A fact as the event that it is or would be; `recordedAt` is null as long as it is not written. */
export const asEvent = (
  { kind, id, name }: Actor,
  fact: NewEvent,
  seq: number,
  recordedAt: string | null = null,
): RequestEvent => ({
  ...fact,
  seq,
  amount: fact.amount ?? null,
  supersedes: fact.supersedes ?? null,
  actor: { kind, id, name },
  recordedAt,
})
