import { parseCsv as parse, writeCsv as write, writeCsvStream } from 'hucre/csv'
import type { CellValue } from './book.ts'

/** The cells of a text, all of them words; lines end as they like, quotation marks are undone. */
export const parseCsv = (text: string, how: { delimiter?: string; maxRows?: number } = {}): CellValue[][] =>
  parse(text, how)

const forExcel = { headers: false, bom: true, escapeFormulae: true } as const

/** With the mark by which Excel knows UTF-8, and nothing that it would compute. */
export const streamCsv = (rows: AsyncIterable<CellValue[]>): ReadableStream<Uint8Array> =>
  writeCsvStream(rows, forExcel)

/** The same, whole. */
export const writeCsv = (rows: CellValue[][]): Uint8Array => new TextEncoder().encode(write(rows, forExcel))

/** How a file begins that is put together line by line, and how its lines end. */
export const csvStart = Buffer.from('\ufeff')
export const lineEnd = '\r\n'

/** One cell of such a file: quoted where it must be, and nothing that Excel would compute. */
export const csvCell = (text: string): string => write([[text]], { ...forExcel, bom: false })
