import { Button } from 'antd'
import { Link } from 'react-router'
import { cellWords } from '../../ledgers/rows/corrected.ts'
import { businessRoles } from '../../organs/role.ts'
import { remediesLedger } from '../../remedies/ledger.ts'
import type { ListedRemedy } from '../../remedies/listed-remedy.ts'
import { countings, remedyDays, remedyOrigins, remedySorts } from '../../remedies/wanted.ts'
import { ledgers, rowAddress } from '../ledgers/ledgers-api.ts'
import { ExportRegister } from '../ledgers/rows/export-register.tsx'
import { WaitingMark, WaitingNotice } from '../ledgers/rows/waiting.tsx'
import { DriftNotice } from '../ledgers/years/drift-notice.tsx'
import { type ListChoices, ofColumn } from '../lists/filter-bar.tsx'
import { LedgerList, type ListColumn } from '../lists/ledger-list.tsx'
import { ListPanel } from '../lists/list-panel.tsx'
import type { ListProps } from '../lists/paging.ts'
import { holds, useMe } from '../session/me.ts'
import { PageHead } from '../shell/page-head.tsx'
import { Guarded } from '../states/guarded.tsx'
import { CaseState, DueOn } from './remedy-state.tsx'

const views = [
  {
    id: 'all',
    label: '全部',
    empty: '还没有复议、诉讼案件',
    hint: '收到受理、应诉通知的，点“登记案件”；以前的案件可以在“台账导入”中用台账文件导入。',
  },
  { id: 'due', label: '有期限待办', empty: '没有等待本机关在期限内办理的案件', hint: '' },
  { id: 'pending', label: '尚未审结', empty: '没有尚未审结的案件', hint: '' },
  { id: 'concluded', label: '已审结', empty: '还没有审结的案件', hint: '' },
] as const

const choices: ListChoices = {
  exportAt: 'ledgers/remedies/list/export',
  exportTitle: '导出当前列表的全部页；每次导出都记入审计日志',
  days: remedyDays,
  sorts: remedySorts,
  filters: [
    ofColumn(remediesLedger.columns, 'kind'),
    ofColumn(remediesLedger.columns, 'result'),
    { id: 'origin', label: '来源', choices: remedyOrigins },
    { id: 'counting', label: '是否计入报告', choices: countings },
  ],
}

/** 复议诉讼: cases that are worked on here open their page; imported ones their row, where it can be put right. */
export function RemediesPage() {
  const mayOpen = holds(useMe(), ['clerk', 'legalStaff', 'ogiHead'])
  return (
    <Guarded to={businessRoles}>
      <div className="page">
        <PageHead
          title="行政复议、行政诉讼"
          lead="因政府信息公开引起的复议、诉讼，一案一条。收到通知时在这里登记办理，以前的由台账文件导入，都计入年度报告。"
        >
          {mayOpen ? (
            <Link to="/ledgers/remedies/new">
              <Button type="primary">登记案件</Button>
            </Link>
          ) : null}
          <ExportRegister ledger="remedies" />
        </PageHead>
        <DriftNotice under="remedies" />
        <WaitingNotice ledger="remedies" />
        <ListPanel
          name="remedies"
          label="复议诉讼清单"
          views={views}
          first="all"
          read={ledgers.remedies}
          search="案号、申请编号、主文"
          wide={RemedyList}
          choices={choices}
          savedAs="remedies"
        />
      </div>
    </Guarded>
  )
}

const pathOf = ({ id, status }: Pick<ListedRemedy, 'id' | 'status'>): string =>
  status === null ? rowAddress('remedies', id) : `/ledgers/remedies/${id}`

function RemedyList({ paging, ...props }: ListProps<ListedRemedy>) {
  return (
    <LedgerList
      {...props}
      columns={columns}
      keyOf={({ id }) => id}
      pathOf={pathOf}
      paging={{ ...paging, unit: '件' }}
    />
  )
}

const wordsOf = (id: string, value: string | null): string => {
  const column = remediesLedger.columns.find((each) => each.id === id)
  return column ? cellWords(column, value) : (value ?? '')
}

const columns: readonly ListColumn<ListedRemedy>[] = [
  {
    title: '案号',
    sort: 'number',
    render: ({ id, number, requestNumber, status }) => (
      <span className="queue-what">
        <Link to={pathOf({ id, status })}>{number}</Link>
        <WaitingMark ledger="remedies" id={id} />
        {requestNumber ? <span className="quiet">涉及{requestNumber}</span> : null}
      </span>
    ),
  },
  { title: '案件类型', sort: 'kind', width: 250, render: ({ kind }) => wordsOf('kind', kind) },
  {
    title: '受理、立案',
    sort: 'filedOn',
    width: 120,
    render: ({ filedOn }) => <span className="day-text">{filedOn}</span>,
  },
  {
    title: '期限',
    sort: 'dueOn',
    width: 190,
    render: ({ dueOn, dueWhat }) => (dueOn ? <DueOn dueOn={dueOn} what={dueWhat} /> : null),
  },
  {
    title: '审理结果',
    sort: 'concludedOn',
    width: 210,
    render: ({ result, concludedOn, isCoDefendant, status }) => (
      <span className="stacked">
        {status && status !== 'decided' ? (
          <CaseState status={status} />
        ) : result ? (
          `${wordsOf('result', result)}（${concludedOn}）`
        ) : (
          <span className="quiet">{status ? '已裁决，尚未生效' : '尚未审结'}</span>
        )}
        {isCoDefendant ? <span className="quiet">仅为共同被告，不计入报告</span> : null}
      </span>
    ),
  },
]
