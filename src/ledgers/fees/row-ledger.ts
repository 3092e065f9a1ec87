import { administrativeFeesLedger } from '../administrative-fee-ledger.ts'
import { type RowLedger, rowKeepers } from '../rows/row-ledger.ts'

export const feeRows: RowLedger = {
  label: '行政事业性收费',
  rowLabel: '行政事业性收费',
  columns: administrativeFeesLedger.columns,
  rules: administrativeFeesLedger.rules,
  name: 'receiptNumber',
  counted: ['collectedOn', 'amount'],
  countsIn: 'itsDays',
  later: [],
  fixed: [],
  place: '/ledgers/fees',
  proposers: rowKeepers,
}
