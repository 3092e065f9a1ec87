import type { Tx } from '../../db/database.ts'
import { inEveryBracket, soughtNumber } from '../../law/document-number.ts'
import type { Actor } from '../../organs/actor.ts'
import { refusals } from '../../refusal.ts'
import { listKnown } from '../actions/find.ts'
import type { RequestEvent } from '../event.ts'
import type { Request } from '../request.ts'
import { statusLabel } from '../request-status.ts'
import { findByNumber, type LinkableRequest, listLinkable } from '../store/links.ts'
import type { Link } from './fold-links.ts'
import { linkKindLabel } from './link-kinds.ts'
import type { WorkStepMatter } from './take-work.ts'
import type { LinkView } from './work-view.ts'

/** The request of that number, if whoever links may know who asks in it: a link says that two belong together. */
export async function findToLink(
  tx: Tx,
  actor: Actor,
  request: Pick<Request, 'organId' | 'id'>,
  typed: string,
): Promise<NonNullable<WorkStepMatter['toLink']>> {
  const found = await ofNumber(tx, request.organId, soughtNumber(typed))
  if (!found) throw refusals.noSuchNumber()
  if (found.id === request.id) throw refusals.linkToItself()
  const [known] = await listKnown(tx, actor, [found])
  if (known === undefined) throw refusals.notYoursToLink()
  return { id: found.id, number: found.number }
}

async function ofNumber(tx: Tx, organId: number, number: string): Promise<LinkableRequest | undefined> {
  for (const written of inEveryBracket(number)) {
    const found = await findByNumber(tx, organId, written)
    if (found) return found
  }
  return undefined
}

/** The links that whoever looks may know: those to requests of which they may know who asks. */
export async function linkViews(tx: Tx, actor: Actor, links: readonly Link[]): Promise<LinkView[]> {
  const others = await knownOf(
    tx,
    actor,
    links.map(({ otherId }) => otherId),
  )
  return links.flatMap(({ otherId, why, reason, on, by }) => {
    const other = others.get(otherId)
    if (!other) return []
    const { number, summary, status } = other
    return [{ id: otherId, number, summary, status: statusLabel(status), why: linkKindLabel(why), reason, on, by }]
  })
}

async function knownOf(tx: Tx, actor: Actor, ids: readonly string[]): Promise<Map<string, LinkableRequest>> {
  const found = await listLinkable(tx, actor.organId, ids)
  const known = new Set(await listKnown(tx, actor, found))
  return new Map(found.filter(({ id }) => known.has(id)).map((each) => [each.id, each]))
}

/** The events of links, by their number, of which whoever looks may not know the other request. */
export async function linksNotTold(
  tx: Tx,
  actor: Actor,
  events: readonly RequestEvent[],
): Promise<ReadonlySet<number>> {
  const told = events.flatMap((event) =>
    event.kind === 'linked' || event.kind === 'unlinked' ? [{ seq: event.seq, otherId: event.data.otherId }] : [],
  )
  const known = await knownOf(tx, actor, [...new Set(told.map(({ otherId }) => otherId))])
  return new Set(told.filter(({ otherId }) => !known.has(otherId)).map(({ seq }) => seq))
}
