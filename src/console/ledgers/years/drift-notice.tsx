import { useQuery } from '@tanstack/react-query'
import { Alert } from 'antd'
import type { Drift } from '../../../report/drift.ts'
import { ledgers } from '../ledgers-api.ts'

/**
 * Published reports that the registers no longer say, cell by cell; nothing where all agree. Asked again whenever what stands
 * `under` that key has changed.
 */
export function DriftNotice({ under }: { under: string }) {
  const { data } = useQuery({ queryKey: [under, 'drift'], queryFn: ledgers.drift })
  const [first] = data?.items ?? []
  if (!data || !first) return null
  const forged = data.items.filter(({ isForged }) => isForged)
  const drifted = data.items.filter(({ isForged }) => !isForged)
  return (
    <>
      {forged.map(({ year }) => (
        <Alert
          key={year}
          className="gap-below"
          type="error"
          showIcon
          title={`${year}年度报告与公布时不一致，已停止显示`}
          description="请审计管理员在“审计”中核验全部数据；查明后在“年度报告”中写明理由更正。"
        />
      ))}
      {drifted.length > 0 && (
        <Alert
          className="gap-below"
          type="warning"
          showIcon
          role="region"
          aria-label="已公布的年度报告与台账不一致"
          title={<span role="status">{headline(drifted)}</span>}
          description={
            <>
              <p>请核实台账；台账无误、确需更正报告的，在“年度报告”中写明理由更正。</p>
              {drifted.map((drift) => (
                <DriftTable key={drift.year} drift={drift} />
              ))}
            </>
          }
        />
      )}
    </>
  )
}

/** What is told at once; the figures are read in their table. */
const headline = (drifted: readonly Drift[]): string =>
  `已公布的年度报告与台账不一致：${drifted.map(({ year, cells }) => `${year}年度报告${cells.length}处`).join('，')}`

function DriftTable({ drift: { year, revision, cells } }: { drift: Drift }) {
  return (
    <div className="wide-table">
      <table className="plain-table drift-table">
        <caption>
          {year}年度报告{revision > 1 ? `（第${revision}版）` : ''}
        </caption>
        <thead>
          <tr>
            <th scope="col">报告中的位置</th>
            <th scope="col" className="number">
              已公布
            </th>
            <th scope="col" className="number">
              台账现在
            </th>
          </tr>
        </thead>
        <tbody>
          {cells.map(({ table, row, column, name, published, now }) => (
            <tr key={`${table}/${row}/${column}`}>
              <th scope="row">{name}</th>
              <td className="number">{published ?? '—'}</td>
              <td className="number">{now ?? '—'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
