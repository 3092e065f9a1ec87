import { Button } from 'antd'
import { type CoverageRow, type CoverageState, coverageStates } from '../../supervision/coverage/coverage.ts'

export type CoverageWish = { readonly what: 'declare' | 'end'; readonly row: CoverageRow }

const shapes: Readonly<Record<CoverageState, string>> = {
  covered: '●',
  stale: '▲',
  hole: '○',
  declared: '◇',
  reviewDue: '◆',
  contradicted: '✕',
}

/** How an item stands: by word, shape and colour. */
export function StateMark({ state }: { state: CoverageState }) {
  const label = coverageStates.find(({ id }) => id === state)?.label ?? state
  return (
    <span className="coverage-state" data-state={state}>
      <span aria-hidden="true">{shapes[state]}</span> {label}
    </span>
  )
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
