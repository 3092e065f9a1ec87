import { PrinterOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useEffect } from 'react'
import { Link, useParams } from 'react-router'
import { chineseDate } from '../../../days/plain-date.ts'
import { businessRoles } from '../../../organs/role.ts'
import type { CaseView } from '../../../requests/case-view.ts'
import { requests } from '../../api.ts'
import { useMe } from '../../session/me.ts'
import { Fetched } from '../../states/fetched.tsx'
import { Guarded } from '../../states/guarded.tsx'
import { approvalRows, coverFacts, type SheetFact } from './sheet-rows.ts'

/** 卷宗封面、审批单 of a request, as they are printed and filed. */
export function SheetPage() {
  const { id = '' } = useParams()
  const query = useQuery({ queryKey: ['case', id], queryFn: () => requests.get(id) })
  return (
    <Guarded to={businessRoles}>
      <Fetched query={query}>{(view) => <Sheets view={view} />}</Fetched>
    </Guarded>
  )
}

function Sheets({ view }: { view: CaseView }) {
  const { organ } = useMe()
  useEffect(() => {
    document.title = `封面、审批单：${view.number} · 开诚`
  }, [view.number])
  return (
    <div className="page receipt-sheets">
      <div className="row no-print gap-below">
        <Link className="grow" to={`/requests/${view.id}`}>
          返回这件申请
        </Link>
        <Button type="primary" icon={<PrinterOutlined aria-hidden />} onClick={() => print()}>
          打印
        </Button>
      </div>
      <article className="letter approval-sheet" aria-label="卷宗封面">
        <h1>
          {organ.name}
          <br />
          政府信息公开申请卷宗
        </h1>
        <FactTable facts={coverFacts(view)} />
        <p className="quiet">申请人的姓名在此作遮盖，完整的登记信息见卷内的申请材料。</p>
      </article>
      <article className="letter approval-sheet" aria-label="审批单">
        <h2 className="sheet-title">政府信息公开申请审批单</h2>
        <FactTable
          facts={[
            ['申请编号', view.number],
            ['申请内容', view.summary],
            ['办理期限', dueWords(view)],
            ['拟办意见', view.draft ? [view.draft.outcomeLabel, view.draft.reason].filter(Boolean).join('：') : ''],
          ]}
        />
        <Opinions view={view} />
        {view.draft ? (
          <p className="quiet">
            本单由平台按签名记录生成，所列意见针对同一份答复。文本校验码 <code>{view.draft.hash}</code>
          </p>
        ) : (
          <p className="quiet">还没有拟答复，各级意见在拟好送审后生成。</p>
        )}
      </article>
    </div>
  )
}

const dueWords = ({ due, concludedOn }: CaseView): string => {
  if (concludedOn) return `${chineseDate(concludedOn)}办结`
  return due ? `${chineseDate(due.on)}（${due.why}）` : '尚未起算'
}

const FactTable = ({ facts }: { facts: readonly SheetFact[] }) => (
  <dl className="head-table">
    {facts.map(([name, words]) => (
      <div key={name} data-wide>
        <dt>{name}</dt>
        <dd>{words}</dd>
      </div>
    ))}
  </dl>
)

const Opinions = ({ view }: { view: CaseView }) => (
  <table className="plain-table approvals">
    <caption className="read-only-text">各级意见</caption>
    <thead>
      <tr>
        <th scope="col">环节</th>
        <th scope="col">意见</th>
        <th scope="col">签名、日期</th>
      </tr>
    </thead>
    <tbody>
      {approvalRows(view).map(({ key, label, words, by, on }) => (
        <tr key={key}>
          <th scope="row">{label}</th>
          <td>{words}</td>
          <td>
            <p>{by ?? '尚未办理'}</p>
            {on ? <p className="quiet">{on}</p> : null}
          </td>
        </tr>
      ))}
    </tbody>
  </table>
)
