import { type RowLedger, rowKeepers } from '../ledgers/rows/row-ledger.ts'
import { remediesLedger } from './ledger.ts'

export const remedyRows: RowLedger = {
  label: '行政复议、行政诉讼',
  rowLabel: '复议诉讼',
  columns: remediesLedger.columns,
  rules: remediesLedger.rules,
  name: 'number',
  counted: ['kind', 'filedOn', 'result', 'concludedOn', 'isCoDefendant'],
  countsIn: 'fromItsFirstDay',
  later: [],
  fixed: [],
  place: '/ledgers/remedies',
  proposers: rowKeepers,
}
