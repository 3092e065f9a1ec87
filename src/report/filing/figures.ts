import type { z } from 'zod'
import { addDecimals, parseDecimal, printDecimal } from '../../money/decimal.ts'
import { AnnualReport, type CellRef, type Figure, figure, setFigure } from '../report.ts'

/** The three tables of a report, with the form that it follows. */
export type Figures = Pick<AnnualReport, 'proactive' | 'requests' | 'remedies'>

const Kept = AnnualReport.pick({ format: true, proactive: true, requests: true, remedies: true })

/** What the row of a filing keeps of the tables. */
export const readFigures = (kept: unknown): z.infer<typeof Kept> => Kept.parse(kept)

/** A figure and another; an amount stays exact. What one does not state adds nothing. */
export function sumOf(total: Figure, value: Figure): Figure {
  if (value === null) return total
  if (total === null) return value
  if (typeof total === 'number' && typeof value === 'number') return total + value
  const [a, b] = [parseDecimal(String(total)), parseDecimal(String(value))]
  return a && b ? printDecimal(addDecimals(a, b)) : null
}

/** Adds the figures of others to a report's own, cell by cell. The own ones change in place. */
export function addAll(own: Figures, others: readonly Figures[], cells: readonly CellRef[]): void {
  for (const cell of cells)
    for (const other of others) {
      const sum = sumOf(figure(own, cell), figure(other, cell))
      setFigure(own, cell, cell.table === 'proactive' ? sum : typeof sum === 'string' ? Number(sum) : sum)
    }
}
