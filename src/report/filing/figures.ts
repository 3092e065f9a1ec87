import { type AnnualReport, type CellRef, figure, setFigure } from '../report.ts'
import { addFigures } from '../rollup.ts'

/** The three tables of a report. */
export type Figures = Pick<AnnualReport, 'proactive' | 'requests' | 'remedies'>

/** What the row of a filing keeps of a report: its tables with the form that they follow. */
export type KeptFigures = Figures & Pick<AnnualReport, 'format'>

/** Adds the figures of others to a report's own, cell by cell; what one does not state adds nothing. The own ones change in place. */
export function addAll(own: Figures, others: readonly Figures[], cells: readonly CellRef[]): void {
  for (const cell of cells) {
    const all = [own, ...others].map((each) => figure(each, cell))
    setFigure(own, cell, addFigures(all.filter((value) => value !== null)))
  }
}
