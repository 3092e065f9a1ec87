import type { Actor } from '../organs/actor.ts'
import type { NewEvent, RequestEvent } from './event.ts'

/** The event with which a history begins; `recordedAt` is null as long as it is not written. */
export const firstEvent = (
  { kind, id, name }: Actor,
  event: NewEvent,
  recordedAt: string | null = null,
): RequestEvent =>
  ({ seq: 1, ...event, amount: null, supersedes: null, actor: { kind, id, name }, recordedAt }) as RequestEvent
