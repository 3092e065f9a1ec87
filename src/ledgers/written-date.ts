import { addDays, fromSheetDate, isPlainDate, type PlainDate, plainDate } from '../calendar/plain-date.ts'
import type { RawCell } from './table.ts'

const written =
  /^(\d{4})\s?[-/.年]\s?(\d{1,2})\s?[-/.月]\s?(\d{1,2})\s?日?(?:[ T]\d{1,2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?)?$/
const compact = /^(\d{4})(\d{2})(\d{2})$/
const firstSerial = 18_264
const lastSerial = 73_415

/** A day as people and Excel write it: 2024-3-5, 2024/3/5, 2024.3.5, 2024年3月5日, 20240305, a serial, a date cell. */
export function readDate(cell: RawCell, date1904 = false): PlainDate | undefined {
  if (cell instanceof Date) return fromSheetDate(cell)
  if (typeof cell === 'number') return fromNumber(cell, date1904)
  if (typeof cell !== 'string' || cell.length > 40) return undefined
  const text = cell.normalize('NFKC').trim()
  const parts = written.exec(text)
  if (parts) return day(`${parts[1]}-${parts[2]?.padStart(2, '0')}-${parts[3]?.padStart(2, '0')}`)
  return /^\d{5}(\d{3})?$/.test(text) ? fromNumber(Number(text), date1904) : undefined
}

/** Excel counts days from 1899-12-30, old Mac files from 1904-01-01; an eight-digit number is a day written together. */
function fromNumber(cell: number, date1904: boolean): PlainDate | undefined {
  const parts = compact.exec(String(cell))
  if (parts) return day(`${parts[1]}-${parts[2]}-${parts[3]}`)
  const serial = Math.floor(cell) + (date1904 ? 1462 : 0)
  return serial >= firstSerial && serial <= lastSerial ? addDays(plainDate('1899-12-30'), serial) : undefined
}

const day = (text: string): PlainDate | undefined => (isPlainDate(text) ? text : undefined)
