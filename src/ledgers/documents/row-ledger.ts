import type { Column } from '../../workbooks/ledger.ts'
import { needs } from '../../workbooks/rules.ts'
import { normativeDocumentsLedger } from '../normative-document-ledger.ts'
import { type RowLedger, rowKeepers } from '../rows/row-ledger.ts'

const lapsedBy: Column = { id: 'lapsedBy', header: '宣布失效的文件', kind: 'text', isNumber: true, maxLength: 500 }

export const documentRows: RowLedger = {
  label: '规章和行政规范性文件',
  rowLabel: '规章和规范性文件',
  columns: [...normativeDocumentsLedger.columns, lapsedBy],
  rules: [...normativeDocumentsLedger.rules, needs('lapsedBy', 'validUntil', '没有有效期的，应同时清除宣布失效的文件')],
  name: 'documentNumber',
  counted: ['kind', 'issuedOn', 'effectiveFrom', 'validUntil', 'repealedOn'],
  countsIn: 'fromItsFirstDay',
  later: ['lapsedBy'],
  fixed: [],
  place: '/ledgers/documents',
  proposers: [...rowKeepers, 'legalStaff'],
}
