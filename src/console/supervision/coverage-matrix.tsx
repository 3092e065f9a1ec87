import type { CoverageRow, CoverageView } from '../../supervision/coverage/coverage.ts'
import { WholeDays } from '../whole-days.tsx'
import { CoverageMark, type CoverageWish, RowButtons } from './coverage-marks.tsx'

interface MatrixProps {
  readonly view: CoverageView
  /** Undefined for who does not declare. */
  readonly onWish: ((wish: CoverageWish) => void) | undefined
}

/** Items down, columns across with their names written downwards; a number is what stands there. */
export function CoverageMatrix({ view: { rows, columns }, onWish }: MatrixProps) {
  return (
    <>
      {/* A frame that scrolls must be reached by keyboard. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: see above */}
      <section className="coverage-frame" aria-label="公开覆盖表，可以左右滚动" tabIndex={0}>
        <table className="coverage-matrix">
          <caption className="read-only-text">条例事项与栏目对照，格中为已公开的条数</caption>
          <thead>
            <tr>
              <th scope="col" className="coverage-item">
                事项
              </th>
              <th scope="col" className="coverage-how">
                情况
              </th>
              {columns.map(({ id, name }) => (
                <th key={id} scope="col" className="coverage-column">
                  <span>{name}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Row key={row.item ?? row.matter} row={row} columns={columns} onWish={onWish} />
            ))}
          </tbody>
        </table>
      </section>
      <p className="quiet gap-above">数字：已公开条数；○：栏目为该事项设置，还没有信息；空白：栏目不涉及该事项。</p>
    </>
  )
}

function Row({
  row,
  columns,
  onWish,
}: { row: CoverageRow } & Pick<CoverageView, 'columns'> & Pick<MatrixProps, 'onWish'>) {
  const cellOf = new Map(row.cells.map((cell) => [cell.columnId, cell]))
  return (
    <tr data-state={row.state}>
      <th scope="row" className="coverage-item">
        <span className="coverage-number">{row.item ?? '21条'}</span>
        <span>{row.label}</span>
      </th>
      <td className="coverage-how">
        <CoverageMark state={row.state} />
        <About row={row} />
        {onWish ? <RowButtons row={row} onWish={onWish} /> : null}
      </td>
      {columns.map(({ id, name }) => {
        const cell = cellOf.get(id)
        if (!cell) return <td key={id} />
        const isStale = row.staleColumns.includes(name)
        return (
          <td key={id} className={isStale ? 'coverage-stale' : ''} title={name}>
            {cell.count > 0 ? cell.count : <Sign shape="○" words="还没有信息" />}
            {isStale ? <Sign shape="▲" words="超期未更新" /> : null}
          </td>
        )
      })}
    </tr>
  )
}

const Sign = ({ shape, words }: { shape: string; words: string }) => (
  <>
    <span aria-hidden="true">{shape}</span>
    <span className="read-only-text">{words}</span>
  </>
)

/** What stands behind the mark, in a line. */
export function About({ row: { declaration, count, updatedOn, staleColumns } }: { row: CoverageRow }) {
  return (
    <>
      {count > 0 ? (
        <span className="quiet figures">
          <WholeDays>{`${count}条，${updatedOn}更新`}</WholeDays>
        </span>
      ) : null}
      {staleColumns.length > 0 && count > 0 ? <span className="quiet">超期：{staleColumns.join('、')}</span> : null}
      {declaration ? (
        <span className="quiet">
          <WholeDays>{`${declaration.reason}；${declaration.reviewOn}核对`}</WholeDays>
        </span>
      ) : null}
    </>
  )
}
