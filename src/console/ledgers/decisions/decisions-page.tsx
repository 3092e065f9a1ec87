import { PlusOutlined, UploadOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button, Dropdown } from 'antd'
import { Link, useNavigate } from 'react-router'
import { decisionKinds } from '../../../ledgers/decisions/decision-fields.ts'
import type { DecisionCount } from '../../../ledgers/decisions/decision-view.ts'
import { decisionClerks } from '../../../ledgers/decisions/steps.ts'
import { businessRoles } from '../../../organs/role.ts'
import { query } from '../../api.ts'
import { ListPanel } from '../../lists/list-panel.tsx'
import { holds, useMe } from '../../session/me.ts'
import { PageHead } from '../../shell/page-head.tsx'
import { useWanted } from '../../shell/use-wanted.ts'
import { Fetched } from '../../states/fetched.tsx'
import { Guarded } from '../../states/guarded.tsx'
import { ledgers } from '../ledgers-api.ts'
import { ExportRegister } from '../rows/export-register.tsx'
import { WaitingNotice } from '../rows/waiting.tsx'
import { DriftNotice } from '../years/drift-notice.tsx'
import { useDecisionChoices } from './decision-choices.ts'
import { DecisionList } from './decision-list.tsx'
import { decisionViews } from './decision-views.ts'
import { decisionsTogether } from './decisions-together.tsx'
import { ExportLayout } from './export-layout.tsx'

/** Licences, penalties and compulsion: counts by year over the list, with the clock of 双公示. */
export function DecisionsPage() {
  const me = useMe()
  const go = useNavigate()
  const choices = useDecisionChoices()
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
        <ListPanel
          name="decisions"
          label="决定清单"
          views={decisionViews}
          first="all"
          read={ledgers.decisions}
          search="文号、事项、相对人"
          wide={DecisionList}
          choices={choices}
          savedAs="decisions"
          {...(holds(me, decisionClerks) ? { together: decisionsTogether } : {})}
        />
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
          {years.map(([year, counted]) => (
            <tr key={year}>
              <th scope="row">{year}年</th>
              {decisionKinds.map(({ id, label }) => {
                const count = counted.find(({ kind }) => kind === id)
                if (!count) return <td key={id}>0</td>
                const ofYear = { kind: id, from: `${year}-01-01`, to: `${year}-12-31` }
                const isShown = wanted.kind === id && wanted.from === ofYear.from && wanted.to === ofYear.to
                return (
                  <td key={id}>
                    <Link
                      to={{ search: query({ view: 'all', ...ofYear }) }}
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
