import { PlusOutlined, UploadOutlined } from '@ant-design/icons'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Button, Dropdown } from 'antd'
import { Link, useNavigate } from 'react-router'
import { decisionKindLabel, decisionKinds } from '../../../ledgers/decisions/decision-fields.ts'
import type { DecisionCount, DecisionItem } from '../../../ledgers/decisions/decision-view.ts'
import { businessRoles } from '../../../organs/role.ts'
import { query } from '../../api.ts'
import { LedgerList, type ListColumn } from '../../lists/ledger-list.tsx'
import { ListSearch, ListViews, Narrowed } from '../../lists/list-bar.tsx'
import { holds, useMe } from '../../session/me.ts'
import { PageHead } from '../../shell/page-head.tsx'
import { useWanted } from '../../shell/use-wanted.ts'
import { Fetched } from '../../states/fetched.tsx'
import { Guarded } from '../../states/guarded.tsx'
import { ledgers } from '../ledgers-api.ts'
import { ExportRegister } from '../rows/export-register.tsx'
import { WaitingMark, WaitingNotice } from '../rows/waiting.tsx'
import { DriftNotice } from '../years/drift-notice.tsx'
import { DecisionDue, dueClass } from './decision-due.tsx'
import { ExportLayout } from './export-layout.tsx'

const views = [
  { id: 'all', label: '全部' },
  { id: 'open', label: '待公示' },
  { id: 'late', label: '逾期公示' },
  { id: 'withdraw', label: '待撤回' },
] as const

const empty: Readonly<Record<string, string>> = {
  open: '没有等待公示的决定',
  late: '没有逾期公示的决定',
  withdraw: '没有被撤销、变更或者公示期满后仍在公示的决定',
}

/** Licences, penalties and compulsion: counts by year over the list, with the clock of 双公示. */
export function DecisionsPage() {
  const me = useMe()
  const go = useNavigate()
  const counts = useQuery({ queryKey: ['decisions', 'counts'], queryFn: ledgers.decisionCounts })
  return (
    <Guarded to={businessRoles}>
      <div className="page">
        <PageHead
          title="许可、处罚、强制决定"
          lead="作出的决定都要登记，不论是否公开；年度报告统计全部决定。许可、处罚自决定之日起7个工作日内公示。"
        >
          {holds(me, ['clerk']) ? (
            <Button
              icon={<UploadOutlined aria-hidden />}
              onClick={() => go('/ledgers/imports/new?ledger=administrativeDecisions')}
            >
              导入
            </Button>
          ) : null}
          <ExportRegister ledger="administrativeDecisions" />
          <ExportLayout />
          {holds(me, ['clerk']) ? (
            <Dropdown
              trigger={['click']}
              menu={{
                items: decisionKinds.map(({ id, label }) => ({ key: id, label: `${label}决定` })),
                onClick: ({ key }) => go(`/ledgers/decisions/new?kind=${key}`),
              }}
            >
              <Button type="primary" icon={<PlusOutlined aria-hidden />}>
                登记决定
              </Button>
            </Dropdown>
          ) : null}
        </PageHead>
        <DriftNotice under="decisions" />
        <WaitingNotice ledger="administrativeDecisions" />
        <section className="panel gap-below" aria-label="逐年件数">
          <Fetched query={counts}>{({ items }) => <Counts counts={items} />}</Fetched>
        </section>
        <Decisions />
      </div>
    </Guarded>
  )
}

const shownYears = 4

function Counts({ counts }: { counts: readonly DecisionCount[] }) {
  const { wanted } = useWanted()
  if (counts.length === 0) return <p className="quiet">还没有登记过决定。年度报告的处理决定数量为0。</p>
  const years = [...Map.groupBy(counts, ({ year }) => year)].slice(0, shownYears)
  return (
    <div className="wide-table">
      <table className="plain-table counts-table">
        <caption className="read-only-text">处理决定数量和其中已公示的件数，按年度和类别</caption>
        <thead>
          <tr>
            <th scope="col">年度</th>
            {decisionKinds.map(({ id, label }) => (
              <th scope="col" key={id}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {years.map(([year, ofYear]) => (
            <tr key={year}>
              <th scope="row">{year}年</th>
              {decisionKinds.map(({ id, label }) => {
                const count = ofYear.find(({ kind }) => kind === id)
                if (!count) return <td key={id}>0</td>
                const isShown = wanted.year === String(year) && wanted.kind === id
                return (
                  <td key={id}>
                    <Link
                      to={{ search: query({ kind: id, year }) }}
                      aria-label={`${year}年${label}决定${count.count}件，打开清单`}
                      aria-current={isShown ? 'true' : undefined}
                    >
                      {count.count}
                    </Link>
                    {id === 'compulsion' ? null : <div className="quiet">已公示 {count.published}</div>}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Decisions() {
  const { wanted, page, show } = useWanted()
  const list = useQuery({
    queryKey: ['decisions', wanted],
    queryFn: () => ledgers.decisions({ ...wanted, page }),
    placeholderData: keepPreviousData,
  })
  const kind = decisionKinds.find(({ id }) => id === wanted.kind)
  return (
    <section className="panel" aria-label="决定清单">
      <div className="queue-bar">
        <ListViews name="view" views={views} wanted={wanted} first="all" />
        <ListSearch q={wanted.q} placeholder="文号、事项、相对人" onSearch={(q) => show({ q })} />
      </div>
      {kind || wanted.year ? (
        <Narrowed onClear={() => show({ kind: undefined, year: undefined })}>
          {wanted.year ? `${wanted.year}年` : ''}
          {kind ? kind.label : ''}决定
        </Narrowed>
      ) : null}
      <Fetched query={list}>
        {({ items, total, pageSize }) => (
          <LedgerList
            items={items}
            columns={columns}
            keyOf={({ id }) => id}
            isLoading={list.isPlaceholderData}
            rowClass={dueClass}
            empty={empty[wanted.view ?? ''] ?? '没有这样的决定'}
            paging={{ page, total, pageSize, unit: '件', onPage: (next) => show({ page: next }) }}
          />
        )}
      </Fetched>
    </section>
  )
}

const columns: readonly ListColumn<DecisionItem>[] = [
  {
    title: '决定',
    render: ({ id, number, subject, facts }) => (
      <span className="queue-what">
        <Link to={`/ledgers/decisions/${id}`}>{number}</Link>
        <WaitingMark ledger="administrativeDecisions" id={id} />
        <span className="two-lines">
          {subject}
          {facts.counterparty ? `（${facts.counterparty}）` : ''}
        </span>
      </span>
    ),
  },
  { title: '类别', width: 100, render: ({ kind }) => decisionKindLabel(kind) },
  { title: '决定日期', width: 120, render: ({ decidedOn }) => <span className="day-text">{decidedOn}</span> },
  { title: '公示', width: 300, render: (decision) => <DecisionDue decision={decision} /> },
]
