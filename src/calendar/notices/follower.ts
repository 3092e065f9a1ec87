import type { Tx } from '../../db/database.ts'
import { joinedList } from '../../joined-list.ts'
import type { Actor } from '../../organs/actor.ts'
import type { Calendar } from '../calendar.ts'
import type { MovedDay } from './moved-day.ts'

/** A notice as those see it whose days it may move. */
export interface CalendarChange {
  readonly now: Calendar
  readonly next: Calendar
  /** Of the notice. */
  readonly year: number
  readonly reason: string
}

/** Whatever stores a day that is counted in working days. */
export interface CalendarFollower {
  /** What would move in the actor's organ. Writes nothing. */
  readonly listMoved: (tx: Tx, actor: Actor, change: CalendarChange) => Promise<MovedDay[]>
  /** Moves it, keeps each former day with the reason, and leaves an entry in the log. */
  readonly follow: (tx: Tx, actor: Actor, change: CalendarChange) => Promise<MovedDay[]>
}

export const onCalendar = joinedList<CalendarFollower>('onCalendar')
