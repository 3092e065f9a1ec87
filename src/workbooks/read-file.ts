import { readTablesApart } from '../files/inspect/apart.ts'
import { maxColumns, readTables } from '../files/tables/read-tables.ts'
import type { Table, TableFault } from '../files/tables/table.ts'
import { refusals } from '../refusal.ts'

/** Of one sheet; the workbook of a ministry has fewer in ten years. */
export const maxRows = 200_000
const maxBytes = 64 * 1024 * 1024
/** Above the first row of data, and to see that there are too many. */
const spareRows = 20

export interface FileLimits {
  /** Of one sheet; a few more are read, and the rest is left. */
  readonly rows: number
  /** in a process for files, with its limits of memory and time: for whatever somebody sends to the server. */
  readonly apart: boolean
}

/** Whoever types a command at the server's own keyboard keeps nobody waiting. */
export const byCommand: FileLimits = { rows: maxRows, apart: false }

/** The tables of an .xlsx or .csv file, told apart by content and not by name. Refuses what it cannot read. */
export async function readFile(
  bytes: Uint8Array,
  name: string,
  { rows, apart } = byCommand,
): Promise<readonly Table[]> {
  if (bytes.length === 0) throw refusals.unreadableFile(name, '文件是空的')
  if (bytes.length > maxBytes) throw refusals.unreadableFile(name, '文件超过64MB，请分成几个文件导入')
  const most = rows + spareRows
  const reading = apart
    ? await readTablesApart(bytes, most)
    : await readTables(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), { rows: most })
  if ('fault' in reading) throw refusals.unreadableFile(name, faults[reading.fault])
  return reading.tables.map((table) => (table.name === '' ? { ...table, name } : table))
}

const saveAs = '用 Excel 或 WPS 打开，点“文件—另存为”，保存类型选“Excel 工作簿（*.xlsx）”，再导入'

const faults = {
  oldForm: `这是旧版 .xls 文件或者 WPS 的 .et 文件（也可能加了密码），请另存为不加密码的 .xlsx 文件：${saveAs}`,
  locked: `文件设有密码，请先打开文件取消密码，再保存：${saveAs}`,
  tooLarge: '内容过多，请只保留要导入的工作表，或者分成几个文件导入',
  tooWide: `有的行超过${maxColumns}列，不是台账`,
  damaged: `文件已损坏，请重新保存：${saveAs}`,
  noWorkbook: `不是可以读取的 Excel 工作簿，请重新保存：${saveAs}`,
  noText: `既不是 .xlsx 工作簿，也不是 UTF-8 或 GBK 编码的 .csv 文本，请重新保存：${saveAs}`,
} as const satisfies Record<TableFault, string>
