import { record as audit } from '../../audit/record.ts'
import type { CalendarChange, CalendarFollower } from '../../calendar/notices/follower.ts'
import type { MovedDay } from '../../calendar/notices/moved-day.ts'
import { plainDate } from '../../days/plain-date.ts'
import type { Tx } from '../../db/database.ts'
import type { Actor } from '../../organs/actor.ts'
import { restoreTurns } from '../../review/turns/actions.ts'
import { openEdition, openForChange } from '../prepare.ts'
import { foldedOf, waitingOf } from '../refold.ts'
import { type DatedEdition, listDated } from '../store/dated.ts'
import { saveFolded } from '../store/editions.ts'

const labels = { publishBy: '公开期限', stepDueOn: '审核期限' } as const
const daysOf = ['publishBy', 'stepDueOn'] as const

/** Days before the year of a notice may be reckoned with days in it, and the other way round. */
const about = (year: number) => ({ from: plainDate(`${year - 1}-11-01`), to: plainDate(`${year + 1}-03-01`) })

const movedOf = (dated: DatedEdition, next: Pick<DatedEdition, 'publishBy' | 'stepDueOn'>): MovedDay[] =>
  daysOf.flatMap((what) => {
    const [from, to] = [dated[what], next[what]]
    const name = dated.title || '（未写标题）'
    return from && to && from !== to
      ? [{ of: 'record', id: dated.recordId, name, what, label: labels[what], from, to } as const]
      : []
  })

/** The last day to publish a record, and that of whoever reviews it, follow a new calendar; the log says which and how. */
export const recordsFollow: CalendarFollower = { listMoved, follow }

async function listMoved(tx: Tx, { organId }: Actor, { next, year }: CalendarChange): Promise<MovedDay[]> {
  const moved: MovedDay[] = []
  for (const dated of await listDated(tx, organId, about(year))) {
    const { events, content } = await openEdition(tx, dated)
    moved.push(...movedOf(dated, foldedOf(events, content, next)))
  }
  return moved
}

async function follow(tx: Tx, actor: Actor, { next, year, reason }: CalendarChange): Promise<MovedDay[]> {
  const moved: MovedDay[] = []
  for (const dated of await listDated(tx, actor.organId, about(year))) {
    const { events, content } = await openForChange(tx, dated)
    const folded = foldedOf(events, content, next)
    const moves = movedOf(dated, folded)
    if (moves.length === 0) continue
    await saveFolded(tx, dated, folded)
    await restoreTurns(tx, await waitingOf(tx, dated, events, folded))
    moved.push(...moves)
  }
  if (moved.length > 0)
    await audit(tx, actor, 'record.dueMoved', {
      detail: {
        reason,
        count: moved.length,
        calendarVersion: next.version,
        moved: moved.map(({ id, what, from, to }) => ({ id, what, from, to })),
      },
    })
  return moved
}
