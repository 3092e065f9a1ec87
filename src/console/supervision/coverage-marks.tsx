import { Button } from 'antd'
import { type CoverageRow, type CoverageState, coverageStates } from '../../supervision/coverage/coverage.ts'
import { type Mark, StateWords } from '../states/state-mark.tsx'

export type CoverageWish = { readonly what: 'declare' | 'end'; readonly row: CoverageRow }

const marks: Readonly<Record<CoverageState, Mark>> = {
  covered: ['done', '●'],
  stale: ['soon', '▲'],
  hole: ['late', '○'],
  declared: [undefined, '◇'],
  reviewDue: ['soon', '◆'],
  contradicted: ['late', '✕'],
}

/** How an item stands: by word, shape and colour. */
export function CoverageMark({ state }: { state: CoverageState }) {
  const label = coverageStates.find(({ id }) => id === state)?.label ?? state
  return <StateWords mark={marks[state]} label={label} />
}

/** What may be done about an item; the law's own refusals come from the server. */
export function RowButtons({ row, onWish }: { row: CoverageRow; onWish: (wish: CoverageWish) => void }) {
  if (row.declaration)
    return (
      <span className="row-buttons">
        {row.count === 0 ? (
          <Button
            type="link"
            size="small"
            aria-label={`重新核对：${row.label}`}
            onClick={() => onWish({ what: 'declare', row })}
          >
            重新核对
          </Button>
        ) : null}
        <Button
          type="link"
          size="small"
          aria-label={`撤销声明：${row.label}`}
          onClick={() => onWish({ what: 'end', row })}
        >
          撤销
        </Button>
      </span>
    )
  if (row.count > 0) return null
  return (
    <Button
      className="coverage-declare"
      type="link"
      size="small"
      aria-label={`声明无此项：${row.label}`}
      onClick={() => onWish({ what: 'declare', row })}
    >
      声明无此项
    </Button>
  )
}
