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

interface Calendars {
  readonly now: Calendar
  readonly next: Calendar
}

function movedDue({ request, events }: store.RequestWithEvents, { now, next }: Calendars, today: PlainDate) {
  const history = foldHistory(events)
  const from = nextDue(now, history, today)
  const to = nextDue(next, history, today)
  return from && to && from.on !== to.on
    ? { id: request.id, number: request.number, from: from.on, to: to.on }
    : undefined
}

/** The open requests of the actor's organ that `next` would move, as against `now`. Nothing is written. */
export async function listMoved(tx: Tx, { organId, today }: Actor, calendars: Calendars): Promise<MovedDue[]> {
  return (await store.listOpen(tx, organId)).flatMap((found) => movedDue(found, calendars, today) ?? [])
}

/** Lets the open requests of the actor's organ follow a new calendar: each that moves keeps its old due date with the reason. */
export async function followCalendar(
  tx: Tx,
  actor: Actor,
  { reason, ...calendars }: Calendars & { readonly reason: string },
): Promise<MovedDue[]> {
  const { next } = calendars
  const moved: MovedDue[] = []
  for (const found of await store.lockOpen(tx, actor.organId)) {
    const move = movedDue(found, calendars, actor.today)
    if (move) moved.push(move)
    const data = move && { from: move.from, to: move.to, reason, calendarVersion: next.version }
    const events = data
      ? await store.append(tx, actor, found, [{ kind: 'dueMoved', happenedOn: actor.today, data }])
      : found.events
    await foldInto(tx, found.request, events, next, actor.today)
  }
  if (moved.length > 0)
    await record(tx, actor, 'request.dueMoved', { detail: { count: moved.length, calendarVersion: next.version } })
  return moved
}
