import type { Calendar } from '../../calendar/calendar.ts'
import { loadCalendar } from '../../calendar/notices/store.ts'
import { addWorkingDays } from '../../calendar/working-days.ts'
import type { Database, Tx } from '../../db/database.ts'
import { inOrgan } from '../../db/organ.ts'
import { eachInTurn } from '../../faults/each-in-turn.ts'
import type { ComposedMail, WaitingMail } from '../../mail/compose.ts'
import { queueMail } from '../../mail/outbox.ts'
import type { Actor } from '../../organs/actor.ts'
import { nextDue } from '../due.ts'
import { foldHistory } from '../history.ts'
import { refold } from '../refold.ts'
import { ReminderAbout, reminderFor, reminderMail, silentDays } from '../reminder.ts'
import { remind, whomToRemind } from '../store/reminders.ts'
import * as store from '../store/requests.ts'

/**
 * Reminds of what is due in three working days, in one, today, or overdue: in the console and by mail, each once for each
 * due date, however often it runs. Brings the due dates of open consultations up to today on the way. Each request stands in a
 * transaction of its own: trouble with one keeps nobody from hearing of the others, and is told at the end. Returns how many.
 */
export async function remindDue(db: Database, actor: Actor): Promise<number> {
  const { calendar, open } = await inOrgan(db, actor.organId, async (tx) => {
    const calendar = await loadCalendar(tx)
    const end = addWorkingDays(calendar, actor.today, silentDays)
    return { calendar, open: await store.listDueIds(tx, actor.organId, end) }
  })
  let reminded = 0
  const remindOne = async (id: string) => {
    try {
      reminded += await inOrgan(db, actor.organId, (tx) => remindOf(tx, actor, calendar, id))
    } catch (cause) {
      throw new Error(`request ${id}`, { cause })
    }
  }
  await eachInTurn(open, remindOne, 'of some requests nobody could be reminded')
  return reminded
}

async function remindOf(tx: Tx, actor: Actor, calendar: Calendar, id: string): Promise<number> {
  const { request, events } = await store.get(tx, actor.organId, id)
  const due = nextDue(calendar, foldHistory(events), actor.today)
  if (due && due.on !== request.dueOn) {
    const found = await store.getForChange(tx, actor.organId, id)
    await refold(tx, found.request, found.events, calendar, actor.today)
  }
  const reminder = due && reminderFor(due)
  if (!due || !reminder) return 0
  let reminded = 0
  for (const { staffId, email } of await whomToRemind(tx, actor.organId, request)) {
    const facts = { requestId: request.id, kind: reminder.kind, dueOn: due.on, staffId }
    if (!(await remind(tx, actor.organId, facts))) continue
    reminded += 1
    const about: ReminderAbout = {
      kind: 'requestReminder',
      requestId: request.id,
      reminder: reminder.kind,
      dueOn: due.on,
    }
    if (email)
      await queueMail(tx, actor.organId, { to: email, about, ...reminderMail(request.number, due, reminder.label) })
  }
  return reminded
}

/**
 * The mail of a reminder as it is true today; null when the case is concluded, its day has moved, another reminder is due by
 * now, or somebody else works on it: whoever must hear of that is reminded anew.
 */
export async function reminderNow(
  tx: Tx,
  { organId, today }: Pick<Actor, 'organId' | 'today'>,
  { to, about }: WaitingMail,
): Promise<ComposedMail | null> {
  const { requestId, reminder: told, dueOn } = ReminderAbout.parse(about)
  const { request, events } = await store.get(tx, organId, requestId)
  const due = nextDue(await loadCalendar(tx), foldHistory(events), today)
  const reminder = due && reminderFor(due)
  if (!due || !reminder || due.on !== dueOn || reminder.kind !== told) return null
  const isTheirs = (await whomToRemind(tx, organId, request)).some(({ email }) => email === to)
  return isTheirs ? reminderMail(request.number, due, reminder.label) : null
}
