import { PrinterOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useEffect } from 'react'
import { Link, useParams } from 'react-router'
import { actLabels } from '../../../disclosure/content.ts'
import type { RecordView } from '../../../disclosure/record-view.ts'
import { businessRoles } from '../../../organs/role.ts'
import { useMe } from '../../session/me.ts'
import { Fetched } from '../../states/fetched.tsx'
import { Guarded } from '../../states/guarded.tsx'
import { titleOf } from '../list/record-words.tsx'
import { editionKey, editionPath, records } from '../records-api.ts'
import { actWords } from '../review/act-words.ts'
import { HeadTable } from '../review/head-table.tsx'
import { approvalRows } from './approval-rows.ts'

/** 信息公开审批表 of an edition, as it is printed and filed. */
export function ApprovalPage() {
  const { id = '', edition = '' } = useParams()
  const address = { recordId: id, edition: Number(edition) }
  const query = useQuery({ queryKey: editionKey(address), queryFn: () => records.get(address) })
  return (
    <Guarded to={businessRoles}>
      <Fetched query={query}>{(view) => <ApprovalSheet view={view} />}</Fetched>
    </Guarded>
  )
}

function ApprovalSheet({ view }: { view: RecordView }) {
  const { organ } = useMe()
  const { content, hash, edition, revision } = view
  const shown = titleOf(content)
  const act = actWords(content.act)
  useEffect(() => {
    document.title = `信息公开审批表：${shown} · 开诚`
  }, [shown])
  return (
    <div className="page">
      <div className="row no-print gap-below">
        <Link className="grow" to={editionPath(view)}>
          返回这条信息
        </Link>
        <Button type="primary" icon={<PrinterOutlined aria-hidden />} onClick={() => print()}>
          打印
        </Button>
      </div>
      <article className="letter approval-sheet">
        <h1>
          {organ.name}
          <br />
          政府信息公开审批表
        </h1>
        <dl className="head-table">
          <Row isWide name="信息标题" value={shown} />
          <Row name="信息类型" value={`${view.typeLabel}（${actLabels[view.act]}，第${edition}版）`} />
          <Row name="承办科室" value={view.unitName ?? '—'} />
          {act ? (
            <Row
              isWide
              name={`${actLabels[view.act]}的内容`}
              value={[act.title, act.hides].filter(Boolean).join('\n')}
            />
          ) : null}
        </dl>
        <HeadTable view={view} />
        <dl className="head-table">
          <Row isWide name="附件" value={content.attachments.map(({ name }) => name).join('；') || '无'} />
        </dl>
        <Approvals view={view} />
        <p className="quiet">
          本表由平台按签名记录生成，所列意见针对第{revision}稿。文本校验码 <code>{hash}</code>
        </p>
      </article>
    </div>
  )
}

const Row = ({ name, value, isWide = false }: { name: string; value: string; isWide?: boolean }) => (
  <div data-wide={isWide}>
    <dt>{name}</dt>
    <dd>{value}</dd>
  </div>
)

const Approvals = ({ view }: { view: RecordView }) => (
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
      {approvalRows(view).map(({ label, role, words, by, day }) => (
        <tr key={label}>
          <th scope="row">
            {label}
            {role ? <span className="quiet">{role}</span> : null}
          </th>
          <td>
            {words.map((each) => (
              <p key={each}>{each}</p>
            ))}
          </td>
          <td>
            <p>{by ?? '尚未办理'}</p>
            {day ? <p className="quiet">{day}</p> : null}
          </td>
        </tr>
      ))}
    </tbody>
  </table>
)
