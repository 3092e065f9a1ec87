import { writeXlsx as writeWorkbook, writeXlsxStream } from 'hucre/xlsx'
import type { CellValue, ColumnLook, WrittenBook } from './book.ts'

/** The bytes of a workbook; equal books with equal days in their properties give equal bytes. */
export const writeXlsx = (book: WrittenBook): Promise<Uint8Array> => writeWorkbook(book)

/** A workbook of one sheet, written while its rows come, so that it is never held as a whole. */
export const streamXlsx = (
  rows: AsyncIterable<CellValue[]>,
  sheet: { name: string; freezePane: { rows: number }; columns: ColumnLook[] },
): ReadableStream<Uint8Array> => writeXlsxStream(rows, sheet)
