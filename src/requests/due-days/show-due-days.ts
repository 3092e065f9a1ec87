import { createHash } from 'node:crypto'
import { dayKind, isWorkingDay } from '../../calendar/calendar.ts'
import { loadCalendar } from '../../calendar/notices/store.ts'
import { icsOf } from '../../days/ics.ts'
import { addDays, daysBetween } from '../../days/plain-date.ts'
import type { Tx } from '../../db/database.ts'
import type { Actor } from '../../organs/actor.ts'
import { listDueBetween } from '../store/due-days.ts'
import { type DueMonth, daysOfMonth, dueKindLabels, monthOf, type WantedDays } from './due-days.ts'

const ofWhom = ({ id, unitId }: Actor, whose: WantedDays['whose']) => {
  if (whose === 'own') return { handlerId: id }
  return whose === 'unit' ? { unitId } : {}
}

/** The month day by day, with what falls due in it of the open requests; nothing of who asks. */
export async function showDueDays(tx: Tx, actor: Actor, { month, whose }: WantedDays): Promise<DueMonth> {
  const shown = month ?? monthOf(actor.today)
  const { from, to } = daysOfMonth(shown)
  const calendar = await loadCalendar(tx)
  const due = await listDueBetween(tx, actor.organId, { from, to, ...ofWhom(actor, whose) })
  const days = Array.from({ length: daysBetween(from, to) + 1 }, (_, at) => {
    const on = addDays(from, at)
    const { kind, label } = dayKind(calendar, on)
    const items = due
      .filter(({ dueOn }) => dueOn === on)
      .map(({ dueOn: _, dueKind, ...item }) => ({ ...item, what: dueKindLabels[dueKind] }))
    const isPlain = kind === 'workingDay' || kind === 'weekend'
    return { on, isWorkingDay: isWorkingDay(calendar, on), label: isPlain ? '' : label, items }
  })
  return { month: shown, days, total: due.length }
}

/** The same for a calendar of one's own. Numbers only: it may lie on a telephone. */
export async function dueDaysIcs(tx: Tx, actor: Actor, wanted: WantedDays, now: Date): Promise<string> {
  const { days } = await showDueDays(tx, actor, wanted)
  return icsOf(
    days.flatMap(({ on, items }) =>
      items.map(({ id, number, what }) => ({
        uid: createHash('sha256').update(`${id} ${what}`).digest('hex').slice(0, 32),
        on,
        summary: `${what}到期：${number}`,
        description: '政府信息公开申请的办理期限，以平台上的为准。',
      })),
    ),
    now,
  )
}
