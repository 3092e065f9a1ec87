import { Alert, Button, Space } from 'antd'
import type { HiddenChoice } from '../../workbooks/hidden-parts.ts'
import type { Problem } from '../../workbooks/problem.ts'

/** Whether what nobody sees on the screen counts, only the office knows. */
export function HiddenQuestion({ isBusy, onAnswer }: { isBusy: boolean; onAnswer: (hidden: HiddenChoice) => void }) {
  return (
    <Alert
      type="warning"
      showIcon
      title="文件里有隐藏的内容，要不要导入？"
      description={
        <Space wrap>
          <Button size="small" disabled={isBusy} onClick={() => onAnswer('take')}>
            连同隐藏的内容一起导入
          </Button>
          <Button size="small" disabled={isBusy} onClick={() => onAnswer('leave')}>
            不导入隐藏的内容
          </Button>
        </Space>
      }
    />
  )
}

/** What is wrong in a file, cell by cell. */
export function ProblemTable({ problems }: { problems: readonly Problem[] }) {
  const hasSheets = new Set(problems.map(({ sheet }) => sheet)).size > 1
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <section className="gap-above import-problems" aria-label="文件中的错误" tabIndex={0}>
      <table className="plain-table">
        <caption className="read-only-text">文件中的错误</caption>
        <thead>
          <tr>
            {hasSheets ? <th scope="col">工作表</th> : null}
            <th scope="col">单元格</th>
            <th scope="col">列</th>
            <th scope="col">问题</th>
          </tr>
        </thead>
        <tbody>
          {problems.map(({ sheet, row, column, cell, reason }) => (
            <tr key={`${sheet} ${row} ${column} ${reason}`}>
              {hasSheets ? <td>{sheet}</td> : null}
              <td>{cell ?? (row ? `第${row}行` : '—')}</td>
              <td>{column ?? '—'}</td>
              <td>{reason}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
