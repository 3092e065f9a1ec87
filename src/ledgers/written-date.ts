import { addDays, fromSheetDate, type PlainDate, plainDate } from '../calendar/plain-date.ts'
import { readDay } from '../calendar/read-day.ts'
import type { RawCell } from './table.ts'

const time = /[ T]\d{1,2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?$/
const firstSerial = 18_264
const lastSerial = 73_415

/** A day as people and Excel write it: 2024-3-5, 2024/3/5, 2024.3.5, 2024年3月5日, 20240305, a serial, a date cell. */
export function readDate(cell: RawCell, date1904 = false): PlainDate | undefined {
  if (cell instanceof Date) return fromSheetDate(cell)
  if (typeof cell === 'number') return fromNumber(cell, date1904)
  if (typeof cell !== 'string' || cell.length > 40) return undefined
  const text = cell.normalize('NFKC').trim().replace(time, '')
  if (/^\d{5}$/.test(text)) return fromNumber(Number(text), date1904)
  const reading = readDay(text)
  return 'day' in reading ? reading.day : undefined
}

/** Excel counts days from 1899-12-30, old Mac files from 1904-01-01; an eight-digit number is a day written together. */
function fromNumber(cell: number, date1904: boolean): PlainDate | undefined {
  if (cell >= 10_000_000) {
    const reading = readDay(String(cell))
    return 'day' in reading ? reading.day : undefined
  }
  const serial = Math.floor(cell) + (date1904 ? 1462 : 0)
  return serial >= firstSerial && serial <= lastSerial ? addDays(plainDate('1899-12-30'), serial) : undefined
}
