import { addDays, type PlainDate, plainDate } from '../days/plain-date.ts'
import { type HolidayAnchor, statutoryHolidays } from '../law/statutory-holidays.ts'
import { lunarHoliday, qingmingOf } from './lunar-holidays.ts'

const twoDigits = (value: number) => String(value).padStart(2, '0')

function anchorDay(year: number, anchor: HolidayAnchor): PlainDate {
  if (anchor.kind === 'qingming') return qingmingOf(year)
  if (anchor.kind !== 'civil') return lunarHoliday(year, anchor.kind)
  return plainDate(`${year}-${twoDigits(anchor.month)}-${twoDigits(anchor.day)}`)
}

function compute(year: number): ReadonlyMap<PlainDate, string> {
  const edition = statutoryHolidays.findLast(({ firstYear }) => firstYear <= year)
  if (!edition) throw new RangeError(`没有${year}年的节假日规定，只能计算2014年至2050年的工作日`)
  const days = new Map<PlainDate, string>()
  for (const { name, anchor, offset = 0, days: length } of edition.holidays) {
    const first = addDays(anchorDay(year, anchor), offset)
    for (let index = 0; index < length; index += 1) {
      const day = addDays(first, index)
      const other = days.get(day)
      days.set(day, other ? `${other}、${name}` : name)
    }
  }
  return days
}

const computed = new Map<number, ReadonlyMap<PlainDate, string>>()

/**
 * The statutory days off of a year with their names (放假办法 2), for a year without a notice. Days in lieu of a
 * weekend are not guessed, so a due date computed with them comes early rather than late. Refuses years outside 2014–2050.
 */
export function statutoryDays(year: number): ReadonlyMap<PlainDate, string> {
  const known = computed.get(year) ?? compute(year)
  computed.set(year, known)
  return known
}
