import type { CaseView } from '../../../requests/case-view.ts'
import { Panel } from './panel.tsx'

/** Where this request counts in the annual report, now. */
export function ReportCells({ view }: { view: CaseView }) {
  if (view.cells.length === 0) return null
  return (
    <Panel title="计入年度报告">
      <CellList cells={view.cells} />
    </Panel>
  )
}

export function CellList({ cells }: { cells: CaseView['cells'] }) {
  return (
    <ul className="report-cells">
      {cells.map(({ year, row, rowLabel, column, columnLabel }) => (
        <li key={`${year} ${row} ${column}`}>
          <strong>{year}年度</strong>
          <span>
            {rowLabel} <span className="quiet">× {columnLabel}</span>
          </span>
        </li>
      ))}
    </ul>
  )
}
