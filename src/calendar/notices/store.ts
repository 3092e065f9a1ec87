import { sql } from 'kysely'
import { z } from 'zod'
import { PlainDate } from '../../days/plain-date.ts'
import type { Tx } from '../../db/database.ts'
import { holidayNotices } from '../../law/holiday-notices.ts'
import { type Calendar, calendarOf, nationalCalendar } from '../calendar.ts'

/** A yearly notice on holidays as it is imported; the days must lie in or next to its year. */
export const HolidayNotice = z.strictObject({
  year: z.number().int().min(2014).max(2050),
  title: z.string().min(1),
  number: z.string().min(1),
  issuedOn: PlainDate,
  holidays: z
    .array(
      z.strictObject({
        name: z.string().min(1),
        from: PlainDate,
        to: PlainDate,
        makeUpDays: z.array(PlainDate),
      }),
    )
    .min(1)
    .max(20),
})
export type HolidayNotice = z.infer<typeof HolidayNotice>

let known: { readonly asOf: string; readonly calendar: Calendar } | undefined

/** The notices imported since this version of the program, by year. */
export async function listNotices(tx: Tx): Promise<HolidayNotice[]> {
  const rows = await tx.selectFrom('holidayNotices').select('notice').orderBy('year').execute()
  return rows.map(({ notice }) => HolidayNotice.parse(notice))
}

/** Until the transaction ends nobody else takes in a notice; who reads the calendar is not kept waiting. */
export const lockNotices = (tx: Tx): Promise<unknown> =>
  sql`lock table holiday_notices in share row exclusive mode`.execute(tx)

/** Keeps a notice; one for the same year is replaced. */
export async function saveNotice(tx: Tx, notice: HolidayNotice): Promise<void> {
  const kept = { year: notice.year, notice: JSON.stringify(notice) }
  await tx
    .insertInto('holidayNotices')
    .values(kept)
    .onConflict((conflict) => conflict.column('year').doUpdateSet({ ...kept, importedAt: new Date() }))
    .execute()
}

/** The office's calendar: the notices that the program brings and those imported since; an imported one takes its year. */
export async function loadCalendar(tx: Tx): Promise<Calendar> {
  const { rows } = await sql<{ asOf: string | null }>`
    select string_agg(year || ' ' || imported_at, ',' order by year) as as_of from holiday_notices`.execute(tx)
  const asOf = rows[0]?.asOf
  if (!asOf) return nationalCalendar
  if (known?.asOf !== asOf) known = { asOf, calendar: calendarWith(await listNotices(tx)) }
  return known.calendar
}

/** The calendar as it would be with these notices beside those that the program brings. */
export function calendarWith(imported: readonly HolidayNotice[]): Calendar {
  const years = new Set(imported.map(({ year }) => year))
  return calendarOf([...holidayNotices.filter(({ year }) => !years.has(year)), ...imported])
}
