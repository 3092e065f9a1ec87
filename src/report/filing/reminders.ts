import { loadCalendar } from '../../calendar/notices/store.ts'
import { signedWorkingDays } from '../../calendar/working-days.ts'
import { officeDay, type PlainDate, yearOf } from '../../days/plain-date.ts'
import type { Database } from '../../db/database.ts'
import { inOrgan, lookInOrgan } from '../../db/organ.ts'
import { eachInTurn } from '../../faults/each-in-turn.ts'
import { type Actor, systemActor } from '../../organs/actor.ts'
import { chosen } from '../../organs/settings/chosen.ts'
import { findWorkBody } from '../../organs/units/store.ts'
import { refusals } from '../../refusal.ts'
import { remindOnce } from './actions.ts'
import { filingDue } from './filer.ts'
import { awaitedStatuses } from './filing.ts'
import { filingReminderDays, localDays } from './settings.ts'
import { isOfficer, isOutOfReach } from './steps.ts'
import * as filers from './store/filers.ts'

/**
 * Reminds those who have not filed last year's report: once within the working days before it is due that the office has set, and
 * once after. However often it runs, and however long no server ran.
 */
export async function remindOfFilings(db: Database, organId: number, today: PlainDate, now: Date): Promise<number> {
  const year = yearOf(today) - 1
  const due = await lookInOrgan(db, organId, async (tx) => {
    const calendar = await loadCalendar(tx)
    const days = await localDays(tx, organId)
    const ahead = await chosen(tx, organId, filingReminderDays)
    const lines = await filers.listFilings(tx, organId, year)
    return lines.filter((line) => {
      const dueOn = filingDue(line.kind, year, days)
      const remindedOn = line.remindedAt && officeDay(line.remindedAt)
      const isBefore = (day: PlainDate) => signedWorkingDays(calendar, day, dueOn) > ahead
      if (!awaitedStatuses.includes(line.status) || line.isAccepted || isOutOfReach(line)) return false
      if (today > dueOn) return remindedOn === null || remindedOn <= dueOn
      return !isBefore(today) && (remindedOn === null || isBefore(remindedOn))
    })
  })
  const actor = systemActor(organId, today)
  await remindEach(
    db,
    actor,
    now,
    year,
    due.map(({ id }) => id),
  )
  return due.length
}

/** Reminds these, each by itself, so that nobody waits for another; one that has filed meanwhile is left out. */
export async function remindEach(
  db: Database,
  actor: Actor,
  now: Date,
  year: number,
  filers: readonly string[],
): Promise<number> {
  const workBodyId = await lookInOrgan(db, actor.organId, (tx) => findWorkBody(tx, actor.organId))
  if (!isOfficer({ actor, workBodyId })) throw refusals.notYourFiling('office')
  let reminded = 0
  await eachInTurn(
    filers,
    async (filer) => {
      const isDone = await inOrgan(db, actor.organId, (tx) => remindOnce(tx, actor, now, { year, filer }))
      if (isDone) reminded += 1
    },
    'some organs are not reminded of their reports',
  )
  return reminded
}
