import type { Tx } from '../../db/database.ts'
import { loadCalendar } from '../../db/office-calendar.ts'
import { queueMail } from '../../mail/outbox.ts'
import type { Actor } from '../../organs/actor.ts'
import { nextDue } from '../due.ts'
import { foldInto } from '../fold-into.ts'
import { foldHistory } from '../history.ts'
import { reminderFor, reminderMail } from '../reminder.ts'
import { remind, whomToRemind } from '../store/reminders.ts'
import * as store from '../store/requests.ts'

/**
 * Reminds of what is due in three working days, in one, today, or overdue: in the console and by mail, each once for each
 * due date, however often it runs. Brings the due dates of open consultations up to today on the way. Returns how many.
 */
export async function remindDue(tx: Tx, actor: Actor): Promise<number> {
  const calendar = await loadCalendar(tx)
  let reminded = 0
  for (const { request, events } of await store.listOpen(tx, actor.organId)) {
    const due = nextDue(calendar, foldHistory(events), actor.today)
    if (due && due.on !== request.dueOn) {
      const found = await store.getForChange(tx, actor.organId, request.id)
      await foldInto(tx, found.request, found.events, calendar, actor.today)
    }
    const reminder = due && reminderFor(due)
    if (!due || !reminder) continue
    for (const { staffId, email } of await whomToRemind(tx, actor.organId, request)) {
      const facts = { requestId: request.id, kind: reminder.kind, dueOn: due.on, staffId }
      if (!(await remind(tx, actor.organId, facts))) continue
      reminded += 1
      if (email) await queueMail(tx, actor.organId, { to: email, ...reminderMail(request.number, due, reminder.label) })
    }
  }
  return reminded
}
