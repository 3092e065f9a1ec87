import { record } from '../../audit/record.ts'
import type { CalendarChange, CalendarFollower } from '../../calendar/notices/follower.ts'
import type { MovedDay } from '../../calendar/notices/moved-day.ts'
import type { PlainDate } from '../../days/plain-date.ts'
import type { Tx } from '../../db/database.ts'
import type { Actor } from '../../organs/actor.ts'
import { nextDue } from '../due.ts'
import { foldHistory } from '../history.ts'
import { refold } from '../refold.ts'
import * as store from '../store/requests.ts'

function movedDue({ request, events }: store.RequestWithEvents, { now, next }: CalendarChange, today: PlainDate) {
  const history = foldHistory(events)
  const from = nextDue(now, history, today)
  const to = nextDue(next, history, today)
  if (!from || !to || from.on === to.on) return undefined
  const { id, number } = request
  return { of: 'request', id, name: number, what: 'due', label: '办理期限', from: from.on, to: to.on } as const
}

/** Open requests follow a new calendar: each that moves keeps its former due date with the reason. */
export const requestsFollow: CalendarFollower = {
  listMoved: async (tx, { organId, today }, change) =>
    (await store.listOpen(tx, organId)).flatMap((found) => movedDue(found, change, today) ?? []),
  follow,
}

async function follow(tx: Tx, actor: Actor, change: CalendarChange): Promise<MovedDay[]> {
  const { next, reason } = change
  const moved: MovedDay[] = []
  for (const found of await store.lockOpen(tx, actor.organId)) {
    const move = movedDue(found, change, actor.today)
    if (move) moved.push(move)
    const data = move && { from: move.from, to: move.to, reason, calendarVersion: next.version }
    const events = data
      ? await store.append(tx, actor, found, [{ kind: 'dueMoved', happenedOn: actor.today, data }])
      : found.events
    await refold(tx, found.request, events, next, actor.today)
  }
  if (moved.length > 0)
    await record(tx, actor, 'request.dueMoved', { detail: { count: moved.length, calendarVersion: next.version } })
  return moved
}
