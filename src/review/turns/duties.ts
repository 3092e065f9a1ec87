import type { Calendar } from '../../calendar/calendar.ts'
import type { PlainDate } from '../../days/plain-date.ts'
import type { Tx } from '../../db/database.ts'
import { joinedList } from '../../joined-list.ts'
import type { Actor } from '../../organs/actor.ts'

/** How long before its last day in force it is asked what becomes of a document: time for a new text to be reviewed. */
export const termNoticeDays = 90

/** What a register asks of whoever looks: a sum that leads to its list, or one row. No case waits for it and no mail tells of it. */
export interface Duty {
  /** Told apart by. */
  readonly id: string
  readonly what: string
  readonly title: string
  readonly since: PlainDate
  readonly dueOn: PlainDate | null
  /** Where it is done, in the console. */
  readonly path: string
}

/** Counted anew whenever somebody looks, so that it is never behind the register. */
export type OwnDuties = (tx: Tx, actor: Actor, calendar: Calendar) => Promise<readonly Duty[]>
export const ownDuties = joinedList<OwnDuties>('ownDuties')

export async function listDuties(tx: Tx, actor: Actor, calendar: Calendar): Promise<Duty[]> {
  const duties: Duty[] = []
  for (const list of ownDuties.all()) duties.push(...(await list(tx, actor, calendar)))
  return duties
}
