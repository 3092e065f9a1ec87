import { Tag } from 'antd'
import type { Finding } from '../../report/finding.ts'

const labels = { error: '错误', warning: '提醒', note: '说明' } as const
const colors = { error: 'red', warning: 'gold', note: 'default' } as const

/** What the checks say of a report that was filed: of the report itself, and of what could not be read. */
export function FiledFindings({ findings }: { findings: readonly Finding[] }) {
  if (findings.length === 0)
    return (
      <section className="panel">
        <p className="quiet">没有发现问题。</p>
      </section>
    )
  return (
    <section className="panel" aria-label="检查结果">
      <ul className="plain-list">
        {findings.map(({ code, severity, about, row, column, message }) => (
          <li key={`${code} ${row} ${column} ${message}`}>
            <Tag color={colors[severity]}>{about === 'reading' ? '没有读准' : labels[severity]}</Tag>
            {message}
          </li>
        ))}
      </ul>
    </section>
  )
}
