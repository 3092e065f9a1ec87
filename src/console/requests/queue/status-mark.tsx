import { type RequestStatus, statusLabel } from '../../../requests/request-status.ts'
import { type Mark, StateMark } from '../../states/state-mark.tsx'

/** Round again. */
const again =
  'M8 2.2a5.8 5.8 0 1 0 5.8 5.8h-1.7A4.1 4.1 0 1 1 8 3.9c1 0 1.9.4 2.7 1L9 6.6h4.6V2L11.9 3.7A5.8 5.8 0 0 0 8 2.2Z'

const marks: Readonly<Record<RequestStatus, Mark>> = {
  arrived: ['soon', 'M8 2.5a5.5 5.5 0 1 1 0 11 5.5 5.5 0 0 1 0-11Zm0 1.6a3.9 3.9 0 1 0 0 7.8 3.9 3.9 0 0 0 0-7.8Z'],
  processing: ['underWay', 'M8 2.5a5.5 5.5 0 1 1 0 11 5.5 5.5 0 0 1 0-11Zm0 1.6v7.8a3.9 3.9 0 0 0 0-7.8Z'],
  supplementing: ['soon', 'M8 2 14.5 13.5h-13Zm0 3.2-3.8 6.8h7.6Z'],
  explaining: ['soon', 'M8 1.6 14.4 8 8 14.4 1.6 8Zm0 2.3L3.9 8 8 12.1 12.1 8Z'],
  awaitingPayment: ['soon', 'M2.5 4h11v8h-11Zm1.6 1.6v1.2h7.8V5.6Zm0 3v1.8h7.8V8.6Z'],
  approving: ['underWay', 'M2.5 3h11v10h-11Zm1.6 1.6v6.8h3.7V4.6Z'],
  approved: ['underWay', 'M2.5 3h11v10h-11Z'],
  reanswering: ['soon', again],
  reapproving: ['underWay', again],
  reapproved: ['underWay', again],
  concluded: ['done', 'M8 1.8a6.2 6.2 0 1 1 0 12.4A6.2 6.2 0 0 1 8 1.8Zm3.1 3.7L7 9.6 4.9 7.5 3.8 8.6 7 11.8l5.2-5.2Z'],
}

export function StatusMark({ status }: { status: RequestStatus }) {
  return <StateMark mark={marks[status]} label={statusLabel(status)} />
}
