import { ledger } from '../workbooks/ledger.ts'
import { notBefore } from '../workbooks/rules.ts'
import { AdministrativeDecision } from './administrative-decision.ts'

/** 第二十条第（五）、（六）项: one row per decision made, whether published or not. */
export const administrativeDecisionsLedger = ledger({
  id: 'administrativeDecisions',
  sheet: '行政许可处罚强制决定',
  purpose: '一件决定一行；作出的决定都要登记，依法不公开的也要登记。',
  columns: [
    {
      id: 'kind',
      header: '决定类别',
      kind: 'choice',
      required: true,
      choices: [
        { id: 'licensing', label: '行政许可', aliases: ['许可'] },
        { id: 'penalty', label: '行政处罚', aliases: ['处罚'] },
        { id: 'compulsion', label: '行政强制', aliases: ['强制'] },
      ],
      example: 'licensing',
    },
    {
      id: 'number',
      header: '决定书文号',
      kind: 'text',
      isNumber: true,
      required: true,
      maxLength: 100,
      example: '市文旅许〔2025〕3号',
      note: '同一类别内不得重复。',
    },
    {
      id: 'subject',
      header: '事项名称',
      kind: 'text',
      prose: true,
      maxLength: 1000,
      example: '营业性演出审批',
      note: '填事项，不填当事人信息。',
    },
    { id: 'decidedOn', header: '决定日期', kind: 'date', required: true, example: '2025-03-18' },
    {
      id: 'publishedOn',
      header: '公开日期',
      kind: 'date',
      example: '2025-03-20',
      aliases: ['公示日期'],
      note: '依法不公开的留空。',
    },
  ],
  key: ['kind', 'number'],
  rules: [notBefore('publishedOn', 'decidedOn', '公开日期不能早于决定日期')],
  toEntry: (row) => AdministrativeDecision.parse({ ...row, subject: row.subject ?? '' }),
  toValues: (decision: AdministrativeDecision) => ({ ...decision, subject: decision.subject || null }),
})
