import { useQuery } from '@tanstack/react-query'
import { Alert, Button } from 'antd'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { rowLedgers } from '../../../app/row-ledgers.ts'
import { cellWords } from '../../../ledgers/rows/corrected.ts'
import { RowLedgerId } from '../../../ledgers/rows/row-ledger.ts'
import type { RowView } from '../../../ledgers/rows/row-view.ts'
import { businessRoles } from '../../../organs/role.ts'
import { Panel } from '../../requests/case/panel.tsx'
import { holds, useMe } from '../../session/me.ts'
import { PageHead } from '../../shell/page-head.tsx'
import { Fetched } from '../../states/fetched.tsx'
import { Guarded } from '../../states/guarded.tsx'
import { NotFound } from '../../states/not-found.tsx'
import { ledgers } from '../ledgers-api.ts'
import type { OpenedRow, StandingRow } from './opened-row.ts'
import { RowDialog } from './row-dialogs.tsx'
import { RowHistory } from './row-history.tsx'
import { WaitingCorrection } from './waiting-correction.tsx'

const isStanding = (row: RowView<string>): row is StandingRow => row.values !== null

/** One row of a register: what it says, what of it waits for a second person, and everything that was ever corrected. */
export function RowPage() {
  const { ledger, id = '' } = useParams()
  const known = RowLedgerId.safeParse(ledger)
  const query = useQuery({
    queryKey: ['rows', ledger, id],
    queryFn: () => ledgers.row(ledger ?? '', id),
    enabled: known.success,
  })
  if (!known.success) return <NotFound />
  return (
    <Guarded to={businessRoles}>
      <Fetched query={query}>{(row) => <RowBody row={row} />}</Fetched>
    </Guarded>
  )
}

function RowBody({ row }: { row: RowView<string> }) {
  const me = useMe()
  const [opened, setOpened] = useState<OpenedRow | null>(null)
  const { ledger, name, corrections, events, whyNotCorrect, whyNotRemove } = row
  const { label, place, proposers } = rowLedgers[ledger]
  const waiting = corrections.find(({ state }) => state === 'waiting')
  const mayPropose = isStanding(row) && holds(me, proposers)
  const why = [...new Set([whyNotCorrect, whyNotRemove])].filter((each) => each !== null)
  return (
    <div className="page decision-record">
      <PageHead title={name} lead={label}>
        <Link to={place}>
          <Button>回到清单</Button>
        </Link>
        {mayPropose ? (
          <>
            <Button disabled={waiting !== undefined || whyNotCorrect !== null} onClick={() => setOpened('correct')}>
              更正登记
            </Button>
            <Button
              danger
              disabled={waiting !== undefined || whyNotRemove !== null}
              onClick={() => setOpened('remove')}
            >
              撤销登记
            </Button>
          </>
        ) : null}
      </PageHead>
      {isStanding(row) ? null : (
        <Alert
          className="gap-below"
          type="warning"
          showIcon
          role="status"
          title="这一行已经撤销登记，不再计入年度报告。原来的内容见下面的办理经过。"
        />
      )}
      {mayPropose
        ? why.map((each) => <Alert className="gap-below" key={each} type="info" showIcon role="status" title={each} />)
        : null}
      {waiting ? <WaitingCorrection correction={waiting} moves={row.moves} onOpen={setOpened} /> : null}
      {isStanding(row) ? <RowFacts row={row} /> : null}
      <RowHistory events={events} />
      {opened && isStanding(row) ? <RowDialog row={row} opened={opened} onClose={() => setOpened(null)} /> : null}
    </div>
  )
}

function RowFacts({ row: { ledger, values } }: { row: StandingRow }) {
  const { columns, later } = rowLedgers[ledger]
  const shown = columns.filter(({ id }) => !later.includes(id) || (values[id] ?? null) !== null)
  return (
    <Panel title="登记内容">
      <dl className="facts decision-facts">
        {shown.map((column) => (
          <div key={column.id}>
            <dt>{column.header}</dt>
            <dd>{cellWords(column, values[column.id])}</dd>
          </div>
        ))}
      </dl>
    </Panel>
  )
}
