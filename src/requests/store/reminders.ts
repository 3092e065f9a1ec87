import { sql } from 'kysely'
import type { PlainDate } from '../../days/plain-date.ts'
import type { Tx } from '../../db/database.ts'
import type { Actor } from '../../organs/actor.ts'

export const reminderKinds = ['threeDays', 'oneDay', 'dueToday', 'overdue'] as const
export type ReminderKind = (typeof reminderKinds)[number]

export interface Reminder {
  readonly requestId: string
  readonly number: string
  readonly kind: ReminderKind
  readonly dueOn: PlainDate
  readonly remindedAt: Date
  readonly seenAt: Date | null
}

const mostShown = 50

/** The reminders of a member of staff, newest first; those on concluded requests are gone. */
export async function listReminders(tx: Tx, { organId, id }: Actor): Promise<Reminder[]> {
  const { rows } = await sql<Reminder>`
    select m.request_id, r.number, m.kind, m.due_on, m.reminded_at, m.seen_at
    from reminders m join requests r on r.organ_id = m.organ_id and r.id = m.request_id
    where m.organ_id = ${organId} and m.staff_id = ${id} and r.status <> 'concluded' and r.due_on = m.due_on
    order by m.reminded_at desc, m.kind limit ${mostShown}`.execute(tx)
  return rows
}

export async function markSeen(tx: Tx, { organId, id }: Actor, at: Date): Promise<void> {
  await tx
    .updateTable('reminders')
    .set({ seenAt: at })
    .where('organId', '=', organId)
    .where('staffId', '=', id)
    .where('seenAt', 'is', null)
    .execute()
}

export interface ToRemind {
  readonly staffId: string
  readonly email: string
}

/**
 * Whom to remind of a request, as its turn goes: its handler, or the clerks of its unit where nobody is named, or all clerks
 * where it is nobody's yet; the clerks of the work body where none of them is left.
 */
export async function whomToRemind(
  tx: Tx,
  organId: number,
  { handlerId, unitId }: { readonly handlerId: string | null; readonly unitId: string | null },
): Promise<ToRemind[]> {
  const { rows } = await sql<ToRemind & { rank: number | null }>`
    select s.id as staff_id, s.email,
      case when s.id = ${handlerId} then 1
        when ${handlerId}::uuid is null and (${unitId}::uuid is null or s.unit_id = ${unitId}) then 2
        when u.is_ogi_work_body then 3 end as rank
    from staff s left join work_units u on u.organ_id = s.organ_id and u.id = s.unit_id
      join staff_roles o on o.organ_id = s.organ_id and o.staff_id = s.id and o.role = 'clerk'
    where s.organ_id = ${organId} and s.disabled_at is null
    order by rank, s.login`.execute(tx)
  return rows.filter(({ rank }) => rank !== null && rank === rows[0]?.rank)
}

/** True when this reminder is new: whoever runs again, or at the same time, reminds nobody twice. */
export async function remind(
  tx: Tx,
  organId: number,
  reminder: {
    readonly requestId: string
    readonly kind: ReminderKind
    readonly dueOn: PlainDate
    readonly staffId: string
  },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('reminders')
    .values({ organId, ...reminder })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return (numInsertedOrUpdatedRows ?? 0n) > 0n
}
