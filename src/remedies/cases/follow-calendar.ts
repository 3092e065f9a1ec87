import { record } from '../../audit/record.ts'
import type { CalendarChange, CalendarFollower } from '../../calendar/notices/follower.ts'
import type { MovedDay } from '../../calendar/notices/moved-day.ts'
import type { PlainDate } from '../../days/plain-date.ts'
import type { Tx } from '../../db/database.ts'
import type { Actor } from '../../organs/actor.ts'
import { foldCase } from './case.ts'
import { limitsOf, openLimits } from './limits.ts'
import { refold } from './refold.ts'
import type { FoundCase } from './store/cases.ts'
import * as store from './store/cases.ts'

function movedOf({ id, events }: FoundCase, { now, next }: CalendarChange, today: PlainDate): MovedDay[] {
  const folded = foldCase(events)
  const later = limitsOf(folded, next, today)
  return openLimits(limitsOf(folded, now, today)).flatMap(({ what, since, dueOn: from }) => {
    const to = later.find((each) => each.what === what && each.since === since)?.dueOn
    if (!to || to === from) return []
    return [{ of: 'remedy' as const, id, name: folded.opening.number, what, label: what, from, to }]
  })
}

/** What the organ has to do in its cases follows a new calendar: each day that moves is kept with the reason. */
export const remediesFollow: CalendarFollower = {
  listMoved: async (tx, actor, change) => {
    const moved: MovedDay[] = []
    for (const { id } of await store.listOpen(tx, actor.organId))
      moved.push(...movedOf(await store.get(tx, actor.organId, id), change, actor.today))
    return moved
  },
  follow,
}

async function follow(tx: Tx, actor: Actor, change: CalendarChange): Promise<MovedDay[]> {
  const moved: MovedDay[] = []
  for (const { id } of await store.listOpen(tx, actor.organId)) {
    const found = await store.getForChange(tx, actor.organId, id)
    const own = movedOf(found, change, actor.today)
    moved.push(...own)
    const added = own.map(({ what, from, to }) => ({
      kind: 'dueMoved' as const,
      happenedOn: actor.today,
      data: { what, from, to, reason: change.reason },
    }))
    const events = added.length > 0 ? await store.append(tx, actor, found, added) : found.events
    await refold(tx, { ...found, events }, actor.today, change.next)
  }
  if (moved.length > 0)
    await record(tx, actor, 'remedy.dueMoved', {
      detail: { count: moved.length, calendarVersion: change.next.version },
    })
  return moved
}
