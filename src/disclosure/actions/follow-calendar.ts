import { record as audit } from '../../audit/record.ts'
import type { Calendar } from '../../calendar/calendar.ts'
import { plainDate } from '../../calendar/plain-date.ts'
import type { Tx } from '../../db/database.ts'
import type { Actor } from '../../organs/actor.ts'
import { foldedOf } from '../fold-into.ts'
import type { MovedRecord } from '../moved-record.ts'
import { openEdition, openForChange } from '../prepare.ts'
import { type DatedEdition, listDated } from '../store/dated.ts'
import { saveFolded } from '../store/editions.ts'

const daysOf = ['publishBy', 'stepDueOn'] as const

/** Days before the year of a notice may be reckoned with days in it, and the other way round. */
const about = (year: number) => ({ from: plainDate(`${year - 1}-11-01`), to: plainDate(`${year + 1}-03-01`) })

const movedOf = (dated: DatedEdition, next: Pick<DatedEdition, 'publishBy' | 'stepDueOn'>): MovedRecord[] =>
  daysOf.flatMap((what) => {
    const [from, to] = [dated[what], next[what]]
    return from && to && from !== to ? [{ id: dated.recordId, title: dated.title, what, from, to }] : []
  })

/** The records of the actor's organ that `next` would move. Nothing is written. */
export async function listMovedRecords(
  tx: Tx,
  { organId }: Actor,
  next: Calendar,
  year: number,
): Promise<MovedRecord[]> {
  const moved: MovedRecord[] = []
  for (const dated of await listDated(tx, organId, about(year))) {
    const { events, content } = await openEdition(tx, dated)
    moved.push(...movedOf(dated, foldedOf(events, content, next)))
  }
  return moved
}

/** Lets the records of the actor's organ follow a new calendar, with one entry in the log that says which and how. */
export async function followCalendar(
  tx: Tx,
  actor: Actor,
  next: Calendar,
  { year, reason }: { readonly year: number; readonly reason: string },
): Promise<MovedRecord[]> {
  const moved: MovedRecord[] = []
  for (const dated of await listDated(tx, actor.organId, about(year))) {
    const { events, content } = await openForChange(tx, dated)
    const folded = foldedOf(events, content, next)
    const moves = movedOf(dated, folded)
    if (moves.length === 0) continue
    await saveFolded(tx, dated, folded)
    moved.push(...moves)
  }
  if (moved.length > 0)
    await audit(tx, actor, 'record.dueMoved', {
      detail: {
        ...{ reason, count: moved.length, calendarVersion: next.version },
        moved: moved.map(({ id, what, from, to }) => ({ id, what, from, to })),
      },
    })
  return moved
}
