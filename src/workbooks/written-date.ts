import { addDays, fromSheetDate, isPlainDate, plainDate } from '../days/plain-date.ts'
import { type DayReading, readDay } from '../days/read-day.ts'
import type { RawCell } from './table.ts'

const time =
  /(?:[ T]|(?<=[日号]))(?:上午|下午)? ?(?:[01]?\d|2[0-3])(?:[:时][0-5]?\d(?:[:分][0-5]?\d(?:\.\d{1,6})?秒?|分)?)$/
/** 2000 to 2050: a number before or behind is none that Excel counted, but a day half written, such as 20260. */
const firstSerial = 36_526
const lastSerial = 55_153
const unclear = '看不懂这个日期，请把单元格设为日期格式，或者写成 2026-03-05'

/** A day as people and Excel write it: as `readDay` takes it, with a time behind it, a serial number, a date cell. */
export function readDayCell(cell: RawCell, date1904 = false): DayReading {
  if (cell instanceof Date) {
    const day = fromSheetDate(cell)
    return day ? { day } : { problem: unclear }
  }
  if (typeof cell === 'number') return fromNumber(cell, date1904)
  if (typeof cell !== 'string') return { problem: unclear }
  const text = cell.slice(0, 80).normalize('NFKC').trim()
  const figures = /^['‘’"]?(\d{5})['’"]?$/.exec(text)?.[1]
  return figures === undefined ? readDay(text.replace(time, '')) : fromNumber(Number(figures), date1904)
}

/** Excel counts days from 1899-12-30, old Mac files from 1904-01-01; an eight-digit number is a day written together. */
function fromNumber(cell: number, date1904: boolean): DayReading {
  if (cell >= 10_000_000) return readDay(String(cell))
  const serial = Math.floor(cell) + (date1904 ? 1462 : 0)
  const isCounted = serial >= firstSerial && serial <= lastSerial && !isShortYear(cell)
  return isCounted ? { day: addDays(plainDate('1899-12-30'), serial) } : { problem: unclear }
}

/** 40305 may be the 5th of March 2004, of which Excel has dropped the nought. */
function isShortYear(cell: number): boolean {
  const [, year = '', month = '', day = ''] = /^(\d)(\d\d)(\d\d)$/.exec(String(cell)) ?? []
  return year !== '' && isPlainDate(`200${year}-${month}-${day}`)
}
