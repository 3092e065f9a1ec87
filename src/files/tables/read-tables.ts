import { parseCsv } from '../../workbooks/xlsx/csv.ts'
import { readXlsx } from '../../workbooks/xlsx/read-xlsx.ts'
import { readZip } from '../zip/read-zip.ts'
import type { RawCell, Table, TableFault } from './table.ts'
import { besides } from './unseen-parts.ts'

/** What has more is no table that somebody keeps, and to look through it takes the time of everybody else. */
export const maxColumns = 500
const maxSheets = 200

export interface TableLimits {
  /** Of one sheet: what stands below is not read. */
  readonly rows: number
  /** Of all sheets together, with a few for every cell: more is `tooLarge`. */
  readonly characters?: number
}

/** What a program of today puts into the old form: a workbook behind a password. */
const encrypted = Buffer.from('EncryptedPackage', 'utf16le')

export type TableReading = { readonly tables: readonly Table[] } | { readonly fault: TableFault }

/** The tables of an .xlsx or .csv file, told apart by content and not by name. */
export async function readTables(data: Buffer, { rows, characters }: TableLimits): Promise<TableReading> {
  const startsWith = (...start: number[]) => start.every((byte, index) => data[index] === byte)
  if (startsWith(0xd0, 0xcf, 0x11, 0xe0)) return { fault: data.includes(encrypted) ? 'locked' : 'oldForm' }
  const tables = startsWith(0x50, 0x4b) ? await readWorkbook(data, rows) : readCsv(data, rows)
  if (typeof tables === 'string') return { fault: tables }
  if (tables.some((table) => table.rows.some(({ length }) => length > maxColumns))) return { fault: 'tooWide' }
  return characters !== undefined && sizeOf(tables) > characters ? { fault: 'tooLarge' } : { tables }
}

const ofCell = 8
/** A text that many cells share is written out for each when it is handed on. */
const sizeOf = (tables: readonly Table[]): number => {
  let size = 0
  for (const { rows } of tables)
    for (const row of rows) for (const cell of row) size += ofCell + (typeof cell === 'string' ? cell.length : 0)
  return size
}

async function readWorkbook(data: Buffer, maxRows: number): Promise<Table[] | TableFault> {
  const zip = await readZip(data)
  if (typeof zip === 'string') return zip === 'broken' ? 'damaged' : zip
  try {
    let isLong = false
    const isWanted = (_name: string, _isHidden: boolean, place: number) => {
      isLong ||= place >= maxSheets
      return !isLong
    }
    const { sheets, date1904 } = await readXlsx(data, { maxRows, isWanted })
    return isLong
      ? 'tooLarge'
      : sheets.map((sheet) => ({ name: sheet.name, rows: sheet.rows, date1904, ...besides(sheet) }))
  } catch {
    return 'noWorkbook'
  }
}

/** A csv has no name of its own. */
function readCsv(data: Buffer, maxRows: number): Table[] | TableFault {
  const text = decode(data)
  if (text === undefined || text.includes('\0')) return 'noText'
  const rows = parseCsv(text, { delimiter: delimiterOf(text), maxRows })
  return [{ name: '', rows: rows.map((row) => row.map(unwrapped)) }]
}

/** Strict UTF-8 first; what is not UTF-8 is taken for GB 18030. Excel's "Unicode text" is UTF-16 with a mark. */
function decode(bytes: Uint8Array): string | undefined {
  const isUtf16 = bytes[0] === 0xff && bytes[1] === 0xfe
  for (const encoding of isUtf16 ? ['utf-16le'] : ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes)
    } catch {}
  }
  return undefined
}

const delimiters = [',', '\t', ';', '|', '，', '；']
const sampleLength = 40_000
const sampleRows = 60

/**
 * The sign between the cells: the one that cuts most rows into the same number of cells. A title above the table has commas of
 * its own, amounts and sentences too. Excel itself takes the word of a first line `sep=;`.
 */
function delimiterOf(text: string): string {
  const told = /^\s{0,9}"?sep=([^\s"])/i.exec(text)?.[1]
  if (told !== undefined && delimiters.includes(told)) return told
  const sample = text.slice(0, sampleLength)
  const rated = delimiters.map((delimiter) => ({ delimiter, evenness: evennessOf(sample, delimiter) }))
  return rated.reduce((best, each) => (each.evenness > best.evenness ? each : best)).delimiter
}

function evennessOf(sample: string, delimiter: string): number {
  const rows = parseCsv(sample, { delimiter, maxRows: sampleRows }).filter((row) => !isBlankLine(row))
  // The last one may be cut off.
  const whole = sample.length === sampleLength && rows.length > 1 ? rows.slice(0, -1) : rows
  const byLength = Map.groupBy(whole, ({ length }) => length)
  const sum = [...byLength].reduce((all, [length, alike]) => all + alike.length * (1 - 1 / length), 0)
  return sum / Math.max(1, byLength.size)
}

const isBlankLine = (row: readonly RawCell[]): boolean => row.every((cell) => cell === null || cell === '')

/** Some systems write ="0012" so that Excel keeps the zeros. */
const unwrapped = (cell: RawCell): RawCell =>
  typeof cell === 'string' && cell.startsWith('="') && cell.endsWith('"') ? cell.slice(2, -1) : cell
