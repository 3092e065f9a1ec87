import { Alert } from 'antd'
import type { ColumnView } from '../../platform/columns/column.ts'
import { isStale } from './column-tree.ts'

const saidOf = ({ name, daysSince, updateDays }: ColumnView): string =>
  daysSince === null ? `${name}（尚无内容）` : `${name}（${daysSince}天未更新，周期${updateDays}天）`

/** What is out of date, by the unit that answers for it. */
export function StaleColumns({ columns }: { columns: readonly ColumnView[] }) {
  const late = columns.filter(isStale)
  if (late.length === 0) return null
  const byUnit = [...Map.groupBy(late, ({ unitName }) => unitName ?? '未定责任科室')]
  return (
    <Alert
      className="gap-below"
      type="warning"
      showIcon
      title={`${late.length}个栏目超期未更新或者尚无内容`}
      description={
        <ul>
          {byUnit.map(([unit, its]) => (
            <li key={unit}>
              <strong>{unit}</strong>：{its.map(saidOf).join('、')}
            </li>
          ))}
        </ul>
      }
    />
  )
}
