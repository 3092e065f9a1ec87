import type { PlainDate } from '../days/plain-date.ts'
import { refusals } from '../refusal.ts'
import { writeXlsx } from '../workbooks/xlsx/write-xlsx.ts'
import { isExportable, mostExported } from './wanted.ts'

/** A column of an exported list. */
export interface LineColumn<Line> {
  readonly label: string
  readonly of: (line: Line) => string | number | null
}

/** A list as a workbook of one sheet. */
export async function writeLines<Line>(
  name: string,
  columns: readonly LineColumn<Line>[],
  lines: readonly Line[],
): Promise<Uint8Array> {
  const rows = lines.map((line) => columns.map(({ of }) => of(line) ?? ''))
  // Every text is a typed string: a spreadsheet computes none of them.
  return writeXlsx({ sheets: [{ name, rows: [columns.map(({ label }) => label), ...rows] }] })
}

/** Refuses to export more than one workbook holds. */
export function refuseTooMany(total: number): void {
  if (total > mostExported) throw refusals.exportTooLong(total, mostExported)
}

/** Refuses a span that ends before it begins, or of more than five years. */
export function refuseLongSpan(from: PlainDate | undefined, to: PlainDate | undefined): void {
  if (!isExportable(from, to)) throw refusals.spanTooLong()
}
