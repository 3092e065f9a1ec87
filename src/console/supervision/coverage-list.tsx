import type { CoverageView } from '../../supervision/coverage/coverage.ts'
import { CoverageMark, type CoverageWish, RowButtons } from './coverage-marks.tsx'
import { About } from './coverage-matrix.tsx'

/** The same on a narrow screen: item by item, with the columns that hold something of it. */
export function CoverageList({ view: { rows, columns }, onWish }: CoverageListProps) {
  const nameOf = new Map(columns.map(({ id, name }) => [id, name]))
  return (
    <ul className="ruled">
      {rows.map((row) => (
        <li key={row.item ?? row.matter}>
          <span>
            <span className="quiet">{row.item === null ? '第二十一条' : `第${row.item}项`}</span> {row.label}
          </span>
          <span className="coverage-how">
            <CoverageMark state={row.state} />
            <About row={row} />
          </span>
          {row.cells.length > 0 ? (
            <span className="quiet">
              {row.cells.map(({ columnId, count }) => `${nameOf.get(columnId) ?? columnId} ${count}条`).join('，')}
            </span>
          ) : (
            <span className="quiet">没有栏目为它设置</span>
          )}
          {onWish ? <RowButtons row={row} onWish={onWish} /> : null}
        </li>
      ))}
    </ul>
  )
}

interface CoverageListProps {
  readonly view: CoverageView
  readonly onWish: ((wish: CoverageWish) => void) | undefined
}
