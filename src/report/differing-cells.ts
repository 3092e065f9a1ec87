import type { ReportFormat } from '../law/report-format.ts'
import { cellName } from './cell-name.ts'
import { type AnnualReport, type CellRef, type Figure, figure } from './report.ts'
import { cellsOf } from './sheet.ts'

type Figures = Pick<AnnualReport, CellRef['table']>

/** A cell in which two reports of one form differ, with its name as printed. */
export interface DifferingCell {
  readonly cell: CellRef
  readonly name: string
  readonly before: Figure
  readonly after: Figure
}

/** Every cell of the form that says something else in the one than in the other, in printed order. */
export const differingCells = (format: ReportFormat, before: Figures, after: Figures): DifferingCell[] =>
  cellsOf(format).flatMap((cell) => {
    const [was, is] = [figure(before, cell), figure(after, cell)]
    return String(was) === String(is) ? [] : [{ cell, name: cellName(format, cell), before: was, after: is }]
  })
