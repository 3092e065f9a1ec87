import { type RowLedger, rowKeepers } from '../ledgers/rows/row-ledger.ts'
import { requestsLedger } from './ledger.ts'

/** Of imported requests only: one that is worked on here is corrected by its own events. */
export const requestRows: RowLedger = {
  label: '政府信息公开申请（导入）',
  rowLabel: '政府信息公开申请',
  columns: requestsLedger.columns,
  rules: requestsLedger.rules,
  name: 'number',
  counted: [
    'receivedOn',
    'applicantKind',
    'supplementRequestedOn',
    'supplementReceivedOn',
    'extendedOn',
    'consultationSentOn',
    'consultationAnsweredOn',
    'feeNotifiedOn',
    'feeNotifiedAmount',
    'feePaidOn',
    'feePaidAmount',
    'outcome',
    'concludedOn',
  ],
  countsIn: 'fromItsFirstDay',
  later: [],
  fixed: ['number'],
  place: '/requests',
  proposers: rowKeepers,
}
