import { parseCsv } from 'hucre/csv'
import { readXlsx } from 'hucre/xlsx'
import { inspectZip } from '../documents/zip-guard.ts'
import { refusals } from '../refusal.ts'
import type { RawCell, Table } from './table.ts'

/** Of one sheet; the workbook of a ministry has fewer in ten years. */
export const maxRows = 200_000
const maxBytes = 64 * 1024 * 1024

/** A ledger has two dozen; what has more is no ledger, and to look through it takes the time of everybody else. */
const maxColumns = 500
/** Above the first row of data, and to see that there are too many. */
const spareRows = 20

/**
 * The tables of an .xlsx or .csv file, told apart by content and not by name. Of each at most `rows` are read, and a few
 * more. Refuses what it cannot read.
 */
export async function readFile(bytes: Uint8Array, name: string, rows = maxRows): Promise<Table[]> {
  if (bytes.length === 0) throw refusals.unreadableFile(name, '文件是空的')
  if (bytes.length > maxBytes) throw refusals.unreadableFile(name, '文件超过64MB，请分成几个文件导入')
  const startsWith = (...start: number[]) => start.every((byte, index) => bytes[index] === byte)
  if (startsWith(0xd0, 0xcf, 0x11, 0xe0))
    throw refusals.unreadableFile(name, '这是旧版 .xls 文件或加了密码的文件，请另存为不加密码的 .xlsx 文件')
  const most = rows + spareRows
  const tables = startsWith(0x50, 0x4b) ? await readWorkbook(bytes, name, most) : [readCsv(bytes, name, most)]
  if (tables.some((table) => table.rows.some(({ length }) => length > maxColumns)))
    throw refusals.unreadableFile(name, `有的行超过${maxColumns}列，不是台账`)
  return tables
}

async function readWorkbook(bytes: Uint8Array, name: string, most: number): Promise<Table[]> {
  const verdict = inspectZip(bytes)
  if (verdict === 'tooLarge') throw refusals.unreadableFile(name, '文件展开后过大，请分成几个文件导入')
  if (verdict === 'locked') throw refusals.unreadableFile(name, '文件设有密码，请先取消密码再导入')
  if (verdict === 'broken') throw refusals.unreadableFile(name, '文件已损坏，请用 Excel 或 WPS 打开后另存为 .xlsx')
  try {
    const { sheets, dateSystem } = await readXlsx(bytes, { maxRows: most })
    return sheets.map((sheet) => ({ name: sheet.name, rows: sheet.rows, date1904: dateSystem === '1904' }))
  } catch {
    throw refusals.unreadableFile(name, '不是可以读取的 Excel 工作簿，请用 Excel 或 WPS 打开后另存为 .xlsx')
  }
}

function readCsv(bytes: Uint8Array, name: string, most: number): Table {
  const text = decode(bytes)
  if (text === undefined || text.includes('\0'))
    throw refusals.unreadableFile(name, '既不是 .xlsx 工作簿，也不是 UTF-8 或 GBK 编码的 .csv 文本')
  const rows = parseCsv(text, { delimiter: delimiterOf(text), maxRows: most })
  return { name, rows: rows.map((row) => row.map(unwrapped)) }
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
