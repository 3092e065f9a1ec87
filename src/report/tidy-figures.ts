import { reportFormats } from '../law/report-formats.ts'
import { type AnnualReport, type CellRef, figure } from './report.ts'
import { cellsOf } from './sheet.ts'

/** A figure that a report states, with its place. */
export interface TidyFigure {
  readonly cell: CellRef
  readonly value: string | number
}

/**
 * Every figure that a report states, in printed order; what it does not state is left out, and is not nought. None of a report
 * that mixes two forms: its cells have no names.
 */
export function tidyFigures(report: Pick<AnnualReport, 'format' | CellRef['table']>): TidyFigure[] {
  const { format } = report
  if (format === null || format === 'mixed') return []
  return cellsOf(reportFormats[format]).flatMap((cell) => {
    const value = figure(report, cell)
    return value === null || value === '' ? [] : [{ cell, value: asNumber(value) }]
  })
}

/** Amounts are decimal strings; as numbers they need no guard against formulas, and no digit is lost. */
const asNumber = (value: string | number): string | number =>
  typeof value === 'string' && String(Number(value)) === value ? Number(value) : value
