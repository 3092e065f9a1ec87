import { z } from 'zod'
import { type Calendar, calendarOf, nationalCalendar } from '../calendar/calendar.ts'
import { PlainDate } from '../calendar/plain-date.ts'
import { holidayNotices } from '../law/holiday-notices.ts'
import type { Tx } from './database.ts'

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

/** The office's calendar: the notices that the program brings and those imported since; an imported one takes its year. */
export async function loadCalendar(tx: Tx): Promise<Calendar> {
  const rows = await tx.selectFrom('holidayNotices').select(['year', 'notice', 'importedAt']).orderBy('year').execute()
  if (rows.length === 0) return nationalCalendar
  const asOf = rows.map(({ year, importedAt }) => `${year}:${importedAt.getTime()}`).join()
  if (known?.asOf === asOf) return known.calendar
  const calendar = calendarWith(rows.map(({ notice }) => HolidayNotice.parse(notice)))
  known = { asOf, calendar }
  return calendar
}

/** The calendar as it would be with these notices beside those that the program brings. */
export function calendarWith(imported: readonly HolidayNotice[]): Calendar {
  const years = new Set(imported.map(({ year }) => year))
  return calendarOf([...holidayNotices.filter(({ year }) => !years.has(year)), ...imported])
}
