import { useQuery } from '@tanstack/react-query'
import { Alert } from 'antd'
import { Link } from 'react-router'
import { rowDeciders } from '../../../ledgers/rows/row-deciders.ts'
import type { RowLedgerId } from '../../../ledgers/rows/row-ledger.ts'
import { holds, useMe } from '../../session/me.ts'
import { type Mark, StateMark } from '../../states/state-mark.tsx'
import { ledgers } from '../ledgers-api.ts'

const useWaiting = () => useQuery({ queryKey: ['corrections', 'waiting'], queryFn: ledgers.waitingRows })

const hourglass: Mark = ['soon', 'M3.5 1.5h9v2.2L9.2 8l3.3 4.3v2.2h-9v-2.2L6.8 8 3.5 3.7Zm2 1.5 2.5 3.3L10.5 3Z']

export const CorrectionWaits = () => <StateMark mark={hourglass} label="待复核" />

/** 待复核: something of this row waits for a second person; until then it stays as it is. */
export function WaitingMark({ ledger, id }: { ledger: RowLedgerId; id: string }) {
  const { data } = useWaiting()
  const isWaiting = data?.items.some((row) => row.ledger === ledger && row.rowId === id)
  return isWaiting ? <CorrectionWaits /> : null
}

/** How many corrections wait for a second person, of one register or of all; nothing where none does. */
export function WaitingNotice({ ledger }: { ledger?: RowLedgerId }) {
  const mayDecide = holds(useMe(), rowDeciders)
  const { data } = useWaiting()
  const count = data?.items.filter((row) => ledger === undefined || row.ledger === ledger).length ?? 0
  if (!data || count === 0) return null
  const forMe = mayDecide && data.others > 0
  return (
    <Alert
      className="gap-below underlined"
      type="info"
      showIcon
      role="status"
      title={
        <>
          有{count}项台账更正等待{forMe ? '复核' : '另一人复核'}，复核以前仍以原来登记的为准。{' '}
          <Link to="/ledgers/corrections">{forMe ? '去复核' : '查看'}</Link>
        </>
      }
    />
  )
}
