import { Link } from 'react-router'
import { decisionKindLabel } from '../../../ledgers/decisions/decision-fields.ts'
import type { DecisionItem } from '../../../ledgers/decisions/decision-view.ts'
import { LedgerList, type ListColumn } from '../../lists/ledger-list.tsx'
import type { ListProps } from '../../lists/paging.ts'
import { WaitingMark } from '../rows/waiting.tsx'
import { DecisionDue, dueClass } from './decision-due.tsx'

const pathOf = ({ id }: DecisionItem): string => `/ledgers/decisions/${id}`

const columns: readonly ListColumn<DecisionItem>[] = [
  {
    title: '决定',
    sort: 'number',
    render: (decision) => (
      <span className="queue-what">
        <Link to={pathOf(decision)}>{decision.number}</Link>
        <WaitingMark ledger="administrativeDecisions" id={decision.id} />
        <span className="two-lines">
          {decision.subject}
          {decision.facts.counterparty ? `（${decision.facts.counterparty}）` : ''}
        </span>
      </span>
    ),
  },
  { title: '类别', sort: 'kind', width: 108, render: ({ kind }) => decisionKindLabel(kind) },
  {
    title: '承办科室',
    sort: 'unit',
    width: 128,
    render: ({ unitName }) => unitName ?? <span className="quiet">未编入</span>,
  },
  {
    title: '决定日期',
    sort: 'decidedOn',
    width: 122,
    render: ({ decidedOn }) => <span className="day-text">{decidedOn}</span>,
  },
  { title: '公示', sort: 'publishedOn', width: 280, render: (decision) => <DecisionDue decision={decision} /> },
]

/** The register of decisions; each leads to its page. */
export const DecisionList = ({ paging, ...props }: ListProps<DecisionItem>) => (
  <LedgerList
    {...props}
    columns={columns}
    keyOf={({ id }) => id}
    pathOf={pathOf}
    rowClass={dueClass}
    paging={{ ...paging, unit: '件' }}
  />
)
