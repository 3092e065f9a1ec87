import type { PlainDate } from '../../days/plain-date.ts'
import type { LinkEvent } from '../store/links.ts'
import type { LinkKindId } from './work-events.ts'

/** Another request that this one belongs together with. */
export interface Link {
  readonly otherId: string
  readonly why: LinkKindId
  readonly reason: string
  readonly on: PlainDate
  readonly by: string
}

/** The links of the request that stand: of each pair the last event counts, in whichever of the two histories it stands. */
export function foldLinks(id: string, events: readonly LinkEvent[]): Link[] {
  const links = new Map<string, Link>()
  for (const { requestId, event } of events) {
    if (event.kind !== 'linked' && event.kind !== 'unlinked') continue
    const otherId = requestId === id ? event.data.otherId : requestId
    links.delete(otherId)
    if (event.kind === 'linked') {
      const { why, reason } = event.data
      links.set(otherId, { otherId, why, reason, on: event.happenedOn, by: event.actor.name })
    }
  }
  return [...links.values()]
}
