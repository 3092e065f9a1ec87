import { Alert } from 'antd'
import { Link } from 'react-router'
import { rowLedgers } from '../../../app/row-ledgers.ts'
import type { ImportAnswer } from '../../../ledgers/imports/import-view.ts'
import { RowLedgerId } from '../../../ledgers/rows/row-ledger.ts'
import { ProblemTable } from '../../lists/import-faults.tsx'

/** What came of an import, with the way on and the way back. */
export function ImportOutcome({ answer: { counts, problems, count, moved } }: { answer: ImportAnswer }) {
  if (!counts)
    return (
      <section className="panel" aria-label="导入结果">
        <Alert type="error" showIcon title={`共${count}处错误，全部没有导入。请改正后重新导入。`} />
        <ProblemTable problems={problems} />
      </section>
    )
  return (
    <section className="panel" aria-label="导入结果">
      <Alert
        type="success"
        showIcon
        role="status"
        title="已导入"
        description={
          <ul className="plain-list underlined">
            {counts.map(({ ledger, sheet, added, changed, unchanged }) => (
              <li key={ledger}>
                {sheet}：新增{added}，更新{changed}，未变{unchanged}{' '}
                <Link to={rowLedgers[RowLedgerId.parse(ledger)].place}>查看台账</Link>
              </li>
            ))}
          </ul>
        }
      />
      {moved.length > 0 ? (
        <Alert
          className="gap-above"
          type="warning"
          showIcon
          title={`${moved.join('、')}年度报告须核对、修订后重新公布。`}
        />
      ) : null}
      <p className="gap-above underlined">
        导错了的，由科室负责人或者政府信息公开工作机构负责人在<Link to="/ledgers/imports">台账导入</Link>中整批撤销。
      </p>
    </section>
  )
}
