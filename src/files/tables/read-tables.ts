import { parseCsv } from 'hucre/csv'
import { readXlsx } from 'hucre/xlsx'
import { inspectZip } from '../../documents/zip-guard.ts'
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
  const verdict = inspectZip(data)
  if (verdict !== 'safe') return verdict === 'broken' ? 'damaged' : verdict
  try {
    let isLong = false
    const sheets = (_: unknown, index: number) => {
      isLong ||= index >= maxSheets
      return !isLong
    }
    const workbook = await readXlsx(data, { maxRows, sheets })
    const date1904 = workbook.dateSystem === '1904'
    return isLong
      ? 'tooLarge'
      : workbook.sheets.map((sheet) => ({ name: sheet.name, rows: sheet.rows, date1904, ...besides(sheet) }))
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

const delimiterOf = (text: string): string => {
  const firstLine = text.slice(0, 10_000).trimStart().split('\n')[0] ?? ''
  const count = (delimiter: string) => firstLine.split(delimiter).length
  return [',', '\t', ';'].reduce((best, delimiter) => (count(delimiter) > count(best) ? delimiter : best))
}

/** Some systems write ="0012" so that Excel keeps the zeros. */
const unwrapped = (cell: RawCell): RawCell =>
  typeof cell === 'string' && cell.startsWith('="') && cell.endsWith('"') ? cell.slice(2, -1) : cell
