import type { Column } from '../../workbooks/ledger.ts'
import { choiceNeeds, needs, notBefore, together } from '../../workbooks/rules.ts'
import { administrativeDecisionsLedger } from '../administrative-decision-ledger.ts'
import { type RowLedger, rowKeepers } from '../rows/row-ledger.ts'
import { publicities, quashings } from './decision.ts'

const quash: readonly Column[] = [
  { id: 'quashedOn', header: '撤销、变更日期', kind: 'date' },
  { id: 'quashedHow', header: '撤销、变更情形', kind: 'choice', choices: quashings },
  { id: 'quashedBy', header: '撤销、变更的依据', kind: 'text', isNumber: true, maxLength: 300 },
  { id: 'withdrawnOn', header: '撤下公示日期', kind: 'date' },
]

const publicity: readonly Column[] = [
  { id: 'publicity', header: '是否公示', kind: 'choice', choices: publicities },
  { id: 'exemptReason', header: '依法不公示的理由', kind: 'text', prose: true, maxLength: 300 },
]

export const decisionRows: RowLedger = {
  label: '行政许可、处罚、强制决定',
  rowLabel: '行政决定',
  columns: [...administrativeDecisionsLedger.columns, ...publicity, ...quash],
  rules: [
    ...administrativeDecisionsLedger.rules,
    ...together('quashedOn', 'quashedHow', '撤销、变更的日期和情形应同时填写或者同时清除'),
    needs('quashedBy', 'quashedOn', '没有撤销、变更的，应同时清除依据'),
    notBefore('quashedOn', 'decidedOn', '撤销、变更日期不能早于决定日期'),
    choiceNeeds('publicity', 'exempt', 'exemptReason', '请写明依法不公示的理由'),
    {
      column: 'exemptReason',
      statement: '应当公示的，请同时清除不公示的理由',
      broken: ({ publicity: is, exemptReason }) => exemptReason != null && is !== 'exempt',
    },
    needs('withdrawnOn', 'publishedOn', '没有公开日期的，应同时清除撤下公示日期'),
    notBefore('withdrawnOn', 'publishedOn', '撤下公示日期不能早于公开日期'),
  ],
  name: 'number',
  // Whether it must be public decides whether it is late, which the text says.
  counted: ['kind', 'decidedOn', 'publishedOn', 'quashedOn', 'publicity'],
  countsIn: 'itsDays',
  later: ['publicity', ...quash.map(({ id }) => id)],
  fixed: [],
  place: '/ledgers/decisions',
  proposers: rowKeepers,
}
