import { isGroupRow, type LeafColumn, type Row } from '../../law/report-format.ts'
import { reportFormats } from '../../law/report-formats.ts'
import type { Finding } from '../finding.ts'
import { type AnnualReport, type CellRef, setFigure } from '../report.ts'
import { sheetTables } from '../sheet.ts'
import type { Label } from './labels.ts'
import { readFigure } from './printed-figure.ts'
import type { RowCells } from './row-figures.ts'

/** A report while it is being read. */
export interface Draft {
  readonly figures: Pick<AnnualReport, 'proactive' | 'requests' | 'remedies'>
  readonly findings: Finding[]
  /** Rows that stand on the page, read or not. */
  readonly seen: Set<string>
  /** Rows whose figures were given up: two readings differ, or cells were lost. */
  readonly unclear: Set<string>
  /** Formats to which a row or header of the page belongs. */
  readonly signs: Set<'2019' | '2021'>
  blanks: { table: CellRef['table']; row: string; count: number }[]
}

export const newDraft = (): Draft => ({
  figures: { proactive: {}, requests: {}, remedies: {} },
  findings: [],
  seen: new Set(),
  unclear: new Set(),
  signs: new Set(),
  blanks: [],
})

export const rowKey = (table: CellRef['table'], row: string): string => `${table}/${row}`

const captions = (rows: readonly Row[]): [string, string][] =>
  rows.flatMap((row) => (isGroupRow(row) ? [[rowKey('requests', row.id), row.label], ...captions(row.rows)] : []))

const printedLabels = new Map<string, string>(
  Object.values(reportFormats).flatMap((format) => [
    ...captions(format.requests.rows),
    ...sheetTables(format).flatMap(({ rows }) =>
      rows.flatMap((row) => {
        const cell = row.find((place) => place.cell)?.cell
        const label = row.findLast((place) => place.scope === 'row')?.label
        return cell && label ? [[rowKey(cell.table, cell.row), label] as const] : []
      }),
    ),
  ]),
)
const remedyLabels: Readonly<Record<string, string>> = Object.fromEntries(
  reportFormats['2021'].remedies.columns.flatMap((column) =>
    'columns' in column ? [column, ...column.columns].map(({ id, label }) => [rowKey('remedies', id), label]) : [],
  ),
)

/** The label of a row, for people. */
export const rowName = (table: CellRef['table'], row: string): string =>
  printedLabels.get(rowKey(table, row)) ?? remedyLabels[rowKey(table, row)] ?? row

/** Enters the cells of a row, or says which of them is no figure. */
export function enterRow(
  draft: Draft,
  table: CellRef['table'],
  row: string,
  columns: readonly LeafColumn[],
  cells: RowCells,
  inYuan = false,
): void {
  let blank = 0
  columns.forEach(({ id, label, kind }, index) => {
    const text = cells[index] ?? null
    const ref = { table, row, column: id }
    if (text === null) {
      blank += 1
      setFigure(draft.figures, ref, null)
      return
    }
    const value = readFigure(text, kind, inYuan)
    setFigure(draft.figures, ref, value ?? null)
    if (value === undefined) {
      draft.findings.push({
        code: 'NOT_A_NUMBER',
        severity: 'error',
        row,
        column: id,
        actual: text.slice(0, 40),
        message: `“${rowName(table, row)}”的“${label}”一格填的是“${text.slice(0, 40)}”，不是数字，请改填数字`,
      })
    }
  })
  if (blank > 0) draft.blanks.push({ table, row, count: blank })
}

/** Gives a row up: its figures cannot be told for sure, so none is taken. */
export function giveUp(draft: Draft, label: Pick<Label, 'table' | 'id'>, reason: string): void {
  const key = rowKey(label.table, label.id)
  if (draft.unclear.has(key)) return
  draft.unclear.add(key)
  draft.findings.push({
    code: 'AMBIGUOUS_ROW',
    severity: 'error',
    row: label.id,
    message: `“${rowName(label.table, label.id)}”${reason}，该行按未填处理，请核对原文`,
  })
}
