import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { quashingLabel } from '../../../ledgers/decisions/decision.ts'
import { decisionFields, decisionKindLabel } from '../../../ledgers/decisions/decision-fields.ts'
import type { DecisionView } from '../../../ledgers/decisions/decision-view.ts'
import { decisionClerks } from '../../../ledgers/decisions/steps.ts'
import { written } from '../../../ledgers/decisions/written.ts'
import { businessRoles } from '../../../organs/role.ts'
import { Panel } from '../../requests/case/panel.tsx'
import { holds, useMe } from '../../session/me.ts'
import { PageHead } from '../../shell/page-head.tsx'
import { Fetched } from '../../states/fetched.tsx'
import { Guarded } from '../../states/guarded.tsx'
import { editionAddress, ledgers, rowAddress } from '../ledgers-api.ts'
import { RowHistory } from '../rows/row-history.tsx'
import { WaitingMark } from '../rows/waiting.tsx'
import { DecisionActs } from './decision-acts.tsx'
import { DecisionDue } from './decision-due.tsx'
import { RevealPerson } from './reveal-person.tsx'

/** One decision: where its publication stands, what may be done, and its fields. */
export function DecisionPage() {
  const { id = '' } = useParams()
  const query = useQuery({ queryKey: ['decisions', 'one', id], queryFn: () => ledgers.decision(id) })
  return (
    <Guarded to={businessRoles}>
      <Fetched query={query}>{(decision) => <DecisionBody decision={decision} />}</Fetched>
    </Guarded>
  )
}

function DecisionBody({ decision }: { decision: DecisionView<string> }) {
  const mayEnter = holds(useMe(), decisionClerks)
  const { id, kind, number, subject } = decision
  return (
    <div className="page decision-record">
      <PageHead title={number} lead={`${decisionKindLabel(kind)}决定 · ${subject}`}>
        <Link to="/ledgers/decisions">
          <Button>回到清单</Button>
        </Link>
        <Link to={rowAddress('administrativeDecisions', id)}>
          <Button>更正、撤销登记</Button>
        </Link>
      </PageHead>
      <WaitingMark ledger="administrativeDecisions" id={id} />
      <Panel title="公示情况">
        <PublicityFacts decision={decision} />
      </Panel>
      <DecisionActs decision={decision} />
      <Fields decision={decision} mayOpen={mayEnter} />
      <RowHistory events={decision.events} />
    </div>
  )
}

function PublicityFacts({ decision }: { decision: DecisionView<string> }) {
  const { record, recordId, address, quashedOn, quashedHow, quashedBy } = decision
  return (
    <dl className="facts decision-facts">
      <div>
        <dt>期限</dt>
        <dd>
          <DecisionDue decision={decision} />
        </dd>
      </div>
      {record && recordId ? (
        <div>
          <dt>公示稿</dt>
          <dd>
            <Link to={editionAddress({ recordId, edition: record.edition })}>
              {record.act === 'withdraw' ? '撤回' : '公示'}：{record.label}
            </Link>
          </dd>
        </div>
      ) : null}
      {address ? (
        <div>
          <dt>公开网址</dt>
          <dd>
            <a href={address} target="_blank" rel="noreferrer">
              {address}
            </a>
          </dd>
        </div>
      ) : null}
      {quashedOn && quashedHow ? (
        <div>
          <dt>撤销、变更</dt>
          <dd>
            {quashedOn} {quashingLabel(quashedHow)}（{quashedBy}）
          </dd>
        </div>
      ) : null}
    </dl>
  )
}

function Fields({ decision, mayOpen }: { decision: DecisionView<string>; mayOpen: boolean }) {
  const [opened, setOpened] = useState<Readonly<Record<string, string>> | null>(null)
  const { id, kind, facts, masked } = decision
  const values = opened ?? facts
  const fields = decisionFields[kind].filter((field) => values[field.id])
  if (fields.length === 0)
    return (
      <Panel title="决定内容">
        <p className="quiet">
          这件决定由台账文件导入，没有双公示的数据项。{mayOpen ? '要在平台公示的，请先“补填、修改内容”。' : ''}
        </p>
      </Panel>
    )
  return (
    <Panel
      title="决定内容"
      extra={mayOpen && masked.length > 0 && !opened ? <RevealPerson id={id} onOpen={setOpened} /> : null}
    >
      <dl className="facts decision-facts">
        {fields.map((field) => (
          <div key={field.id}>
            <dt>{field.label}</dt>
            <dd>
              {written(field, values[field.id] ?? '')}
              {field.isPublic ? null : <span className="tag-quiet">不公示</span>}
            </dd>
          </div>
        ))}
      </dl>
    </Panel>
  )
}
