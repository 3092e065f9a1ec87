import { chineseDate } from '../../days/plain-date.ts'
import type { LimitView } from '../../remedies/cases/case-view.ts'
import { LedgerList, type ListColumn } from '../lists/ledger-list.tsx'
import { Panel } from '../requests/case/panel.tsx'
import { LimitState } from './remedy-state.tsx'

/** What the organ has to do in the case, by when and why, and whether it has. */
export const RemedyLimits = ({ limits }: { readonly limits: readonly LimitView[] }) => (
  <Panel title="本机关的期限">
    <LedgerList
      items={limits}
      columns={columns}
      keyOf={({ what, since }) => `${what} ${since}`}
      empty="没有需要本机关在期限内办理的事项"
    />
  </Panel>
)

const columns: readonly ListColumn<LimitView>[] = [
  {
    title: '事项',
    render: ({ what, article }) => (
      <span className="stacked">
        <strong>{what}</strong>
        <span className="quiet">{article}</span>
      </span>
    ),
  },
  {
    title: '期限',
    width: 220,
    render: ({ dueOn, since, length }) => (
      <span className="stacked">
        {chineseDate(dueOn)}
        {length ? (
          <span className="quiet">
            {chineseDate(since)}起{length}
          </span>
        ) : null}
      </span>
    ),
  },
  { title: '办理', width: 180, render: (limit) => <LimitState limit={limit} /> },
]
