import { declaredFormat } from '../declared-format.ts'
import { type AnnualReport, setFigure } from '../report.ts'
import { cellWithId } from '../sheet.ts'
import type { TypedCell } from './filing-event.ts'

/** A report as it was read, with the figures that a person typed in their cells; what names no cell of its form is left out. */
export function withTyped(read: AnnualReport, typed: readonly TypedCell[]): AnnualReport {
  const report = structuredClone(read)
  for (const { cell: id, value } of typed) {
    const cell = cellWithId(declaredFormat(read), id)
    if (cell) setFigure(report, cell, value === null || cell.column === 'amountWan' ? value : Number(value))
  }
  return report
}
