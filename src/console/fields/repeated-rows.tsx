import { PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { RemoveRow } from './remove-row.tsx'

/** Rows without a name but their place: more can be added, and as long as there are several, each can be taken away. */
export function RepeatedRows<Row>(props: RepeatedRowsProps<Row>) {
  const { rows, onChange, blank, most, className, rowClass, unit, add, children } = props
  return (
    <div className={className}>
      {rows.map((row, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <div className={rowClass} key={index}>
          {children(row, index, (next) => onChange?.(rows.map((each, at) => (at === index ? next : each))))}
          {rows.length > 1 ? (
            <RemoveRow
              what={`去掉第${index + 1}${unit}`}
              row={() => row}
              onRemove={() => onChange?.(rows.filter((_, at) => at !== index))}
            />
          ) : null}
        </div>
      ))}
      <Button
        size="small"
        type="dashed"
        icon={<PlusOutlined aria-hidden />}
        onClick={() => onChange?.([...rows, blank])}
        disabled={rows.length >= most}
      >
        {add}
      </Button>
    </div>
  )
}

interface RepeatedRowsProps<Row> {
  readonly rows: readonly Row[]
  readonly onChange: ((rows: Row[]) => void) | undefined
  readonly blank: Row
  readonly most: number
  readonly className: string
  readonly rowClass: string
  /** 件, 处: by what a row is counted. */
  readonly unit: string
  /** What the button says that adds one. */
  readonly add: string
  readonly children: (row: Row, index: number, change: (row: Row) => void) => ReactNode
}
