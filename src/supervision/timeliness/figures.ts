import type { Calendar } from '../../calendar/calendar.ts'
import type { PlainDate } from '../../days/plain-date.ts'
import { workingDaysLeft } from '../../disclosure/deadline.ts'
import type { TimelinessFigures, TimelinessLine } from './timeliness.ts'

/** What was formed or changed on one day and published on another, and how often that was so. */
export interface Published {
  readonly madeOn: PlainDate | null
  readonly publishBy: PlainDate | null
  readonly publishedOn: PlainDate
  readonly count: number
}

const counted = (rows: readonly Published[]): number => rows.reduce((sum, { count }) => sum + count, 0)

/** How many came out in time, and in how many working days the middle one did, as art. 26 counts. */
export function figuresOf(calendar: Calendar, rows: readonly Published[]): TimelinessFigures {
  const late = rows.filter(({ publishBy, publishedOn }) => publishBy !== null && publishBy < publishedOn)
  const unjudged = counted(rows.filter(({ publishBy }) => publishBy === null))
  const published = counted(rows)
  return {
    published,
    unjudged,
    late: counted(late),
    inTime: published - unjudged - counted(late),
    medianDays: medianOf(
      rows.flatMap(({ madeOn, publishedOn, count }) =>
        madeOn ? [{ days: Math.abs(workingDaysLeft(calendar, publishedOn, madeOn).count), count }] : [],
      ),
    ),
  }
}

/** The middle one, or what lies between the two in the middle; null of nothing. */
function medianOf(spans: readonly { readonly days: number; readonly count: number }[]): number | null {
  const inOrder = spans.toSorted((a, b) => a.days - b.days)
  const total = inOrder.reduce((sum, { count }) => sum + count, 0)
  const at = (place: number): number => {
    let left = place
    for (const { days, count } of inOrder) {
      if (left < count) return days
      left -= count
    }
    return 0
  }
  return total === 0 ? null : (at(Math.floor((total - 1) / 2)) + at(Math.floor(total / 2))) / 2
}

/** The same by column or by unit, those with the most late first. */
export function linesOf<Row extends Published>(
  calendar: Calendar,
  rows: readonly Row[],
  of: (row: Row) => Pick<TimelinessLine, 'id' | 'name'>,
): TimelinessLine[] {
  const lines = [...Map.groupBy(rows, (row) => of(row).id)].map(([id, ofLine]) => ({
    id,
    name: ofLine[0] ? of(ofLine[0]).name : null,
    ...figuresOf(calendar, ofLine),
  }))
  return lines.sort(
    (a, b) => b.late - a.late || b.published - a.published || (a.name ?? '').localeCompare(b.name ?? '', 'zh'),
  )
}
