import { addDays, daysBetween, isWeekend, type PlainDate, plainDate, yearOf } from '../days/plain-date.ts'
import { type HolidayArrangement, type HolidayNotice, holidayNotices } from '../law/holiday-notices.ts'
import { statutoryDays } from './statutory-days.ts'

export type DayKind = 'workingDay' | 'weekend' | 'holiday' | 'makeUpWorkday' | 'localClosure'

/** What a day is, and why. `source` is the notice or rule; null where the week alone decides. */
export interface DayInfo {
  readonly day: PlainDate
  readonly kind: DayKind
  readonly label: string
  readonly source: string | null
  /** No notice for its year yet: weekends and statutory days only, to be computed again when the notice is out. */
  readonly provisional: boolean
}

/** One organ's own days: an ethnic festival (放假办法 4), a typhoon closure. Half days never close an office. */
export interface LocalArrangement extends HolidayArrangement {
  readonly source: string
  readonly halfDay?: boolean
}

export interface Calendar {
  /** Names the notices and changes with any of their days: kept with whatever was computed. */
  readonly version: string
  readonly noticeYears: ReadonlySet<number>
  readonly arranged: ReadonlyMap<PlainDate, DayInfo>
}

const longestArrangement = 366

function daysOf({ name, from, to }: HolidayArrangement): PlainDate[] {
  const first = plainDate(from)
  const length = daysBetween(first, plainDate(to)) + 1
  if (length < 1 || length > longestArrangement) throw new RangeError(`“${name}”的放假日期有误：${from}至${to}`)
  return Array.from({ length }, (_, index) => addDays(first, index))
}

/** FNV-1a over the data, as eight hex digits: enough to see that a day has changed. */
function fingerprint(text: string): string {
  let hash = 0x811c9dc5
  for (const char of text) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193)
  return (hash >>> 0).toString(16).padStart(8, '0')
}

/** A calendar from the yearly notices and, for one organ, its local days. Refuses two notices for one year. */
export function calendarOf(notices: readonly HolidayNotice[], overlays: readonly LocalArrangement[] = []): Calendar {
  const noticeYears = new Set(notices.map(({ year }) => year))
  if (noticeYears.size < notices.length) throw new RangeError('同一年有两份节假日安排通知，请只保留一份')
  const arranged = new Map<PlainDate, DayInfo>()
  const set = (day: PlainDate, kind: DayKind, label: string, source: string) =>
    arranged.set(day, { day, kind, label, source, provisional: false })

  for (const { title, number, holidays } of notices) {
    const source = `${title}（${number}）`
    for (const holiday of holidays) {
      for (const day of daysOf(holiday)) set(day, 'holiday', `${holiday.name}放假`, source)
      for (const day of holiday.makeUpDays) set(plainDate(day), 'makeUpWorkday', `${holiday.name}调休上班`, source)
    }
  }
  const version = [...noticeYears].sort((a, b) => a - b).join('+')
  const calendar = { version: `${version}-${fingerprint(JSON.stringify([notices, overlays]))}`, noticeYears, arranged }

  for (const overlay of overlays.filter(({ halfDay }) => !halfDay)) {
    for (const day of daysOf(overlay)) {
      if (isWorkingDay(calendar, day)) set(day, 'localClosure', overlay.name, overlay.source)
    }
    for (const day of overlay.makeUpDays.map(plainDate)) {
      if (!isWorkingDay(calendar, day)) set(day, 'makeUpWorkday', `${overlay.name}调休上班`, overlay.source)
    }
  }
  return calendar
}

/** What a day is in this calendar, and why. Refuses years outside 2014–2050. */
export function dayKind(calendar: Calendar, day: PlainDate): DayInfo {
  const arranged = calendar.arranged.get(day)
  if (arranged) return arranged
  const provisional = !calendar.noticeYears.has(yearOf(day))
  const statutory = provisional ? statutoryDays(yearOf(day)).get(day) : undefined
  if (statutory) {
    return {
      day,
      kind: 'holiday',
      label: `${statutory}（法定节假日）`,
      source: '全国年节及纪念日放假办法',
      provisional,
    }
  }
  return isWeekend(day)
    ? { day, kind: 'weekend', label: '周末', source: null, provisional }
    : { day, kind: 'workingDay', label: '工作日', source: null, provisional }
}

/** A weekday that is no holiday or local closure, or a weekend day worked instead of another. */
export function isWorkingDay(calendar: Calendar, day: PlainDate): boolean {
  const { kind } = dayKind(calendar, day)
  return kind === 'workingDay' || kind === 'makeUpWorkday'
}

/** The national calendar, from every notice that we have. */
export const nationalCalendar = calendarOf(holidayNotices)
