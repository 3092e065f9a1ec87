import { isWorkingDay } from '../../calendar/calendar.ts'
import { loadCalendar } from '../../calendar/notices/store.ts'
import { addWorkingDays, signedWorkingDays } from '../../calendar/working-days.ts'
import { officeDay, type PlainDate, yearOf } from '../../days/plain-date.ts'
import type { Database } from '../../db/database.ts'
import { inOrgan, lookInOrgan } from '../../db/organ.ts'
import { eachInTurn } from '../../faults/each-in-turn.ts'
import { systemActor } from '../../organs/actor.ts'
import { chosen } from '../../organs/settings/chosen.ts'
import { takeOfficeStep } from './actions.ts'
import { filingDue } from './filer.ts'
import type { FilingStatus } from './filing.ts'
import { filingReminderDays, localDays } from './settings.ts'
import * as store from './store.ts'

const asked: readonly FilingStatus[] = ['expected', 'returned', 'withdrawn']

/**
 * Reminds those who have not filed last year's report, some working days before it is due and again on the day after; of each day
 * once, however often this runs.
 */
export async function remindOfFilings(db: Database, organId: number, today: PlainDate, now: Date): Promise<number> {
  const year = yearOf(today) - 1
  const due = await lookInOrgan(db, organId, async (tx) => {
    const calendar = await loadCalendar(tx)
    const days = await localDays(tx, organId)
    const ahead = await chosen(tx, organId, filingReminderDays)
    const lines = await store.listFilings(tx, organId, year)
    return lines.filter(({ kind, status, remindedAt }) => {
      const dueOn = filingDue(kind, year, days)
      const isAhead = isWorkingDay(calendar, today) && signedWorkingDays(calendar, today, dueOn) === ahead
      const isTheDay = isAhead || addWorkingDays(calendar, dueOn, 1) === today
      return isTheDay && asked.includes(status) && (!remindedAt || officeDay(remindedAt) < today)
    })
  })
  await eachInTurn(
    due,
    ({ id }) =>
      inOrgan(db, organId, (tx) =>
        takeOfficeStep(tx, systemActor(organId, today), now, { year, filer: id }, { name: 'remind', typed: {} }),
      ),
    'some organs are not reminded of their reports',
  )
  return due.length
}
