import { record } from '../../audit/record.ts'
import type { Calendar } from '../../calendar/calendar.ts'
import type { PlainDate } from '../../calendar/plain-date.ts'
import type { Tx } from '../../db/database.ts'
import type { Actor } from '../../organs/actor.ts'
import { nextDue } from '../due.ts'
import { foldInto } from '../fold-into.ts'
import { foldHistory } from '../history.ts'
import * as store from '../store/requests.ts'

/** An open request whose due date another calendar would move. */
export interface MovedDue {
  readonly id: string
  readonly number: string
  readonly from: PlainDate
  readonly to: PlainDate
}

/** The open requests of the actor's organ that `next` would move, as against `now`. Nothing is written. */
export async function listMoved(tx: Tx, actor: Actor, now: Calendar, next: Calendar): Promise<MovedDue[]> {
  const moved: MovedDue[] = []
  for (const { request, events } of await store.listOpen(tx, actor.organId)) {
    const history = foldHistory(events)
    const from = nextDue(now, history, actor.today)
    const to = nextDue(next, history, actor.today)
    if (from && to && from.on !== to.on)
      moved.push({ id: request.id, number: request.number, from: from.on, to: to.on })
  }
  return moved
}

/** Lets the open requests of the actor's organ follow a new calendar: each that moves keeps its old due date with the reason. */
export async function followCalendar(
  tx: Tx,
  actor: Actor,
  { now, next, reason }: { readonly now: Calendar; readonly next: Calendar; readonly reason: string },
): Promise<MovedDue[]> {
  const moved = await listMoved(tx, actor, now, next)
  for (const { request } of await store.listOpen(tx, actor.organId)) {
    const found = await store.getForChange(tx, actor.organId, request.id)
    const move = moved.find(({ id }) => id === request.id)
    const events = move
      ? await store.append(tx, actor, found, [
          {
            kind: 'dueMoved',
            happenedOn: actor.today,
            data: { from: move.from, to: move.to, reason, calendarVersion: next.version },
          },
        ])
      : found.events
    await foldInto(tx, found.request, events, next, actor.today)
  }
  if (moved.length > 0)
    await record(tx, actor, 'request.dueMoved', { detail: { count: moved.length, calendarVersion: next.version } })
  return moved
}
