import { z } from 'zod'
import { channelsLedger, publicationsLedger } from '../../channels/ledger.ts'
import type { Role } from '../../organs/role.ts'
import { remediesLedger } from '../../remedies/ledger.ts'
import { requestsLedger } from '../../requests/ledger.ts'
import type { Column, Rule } from '../../workbooks/ledger.ts'
import { choiceNeeds, needs, notBefore, together } from '../../workbooks/rules.ts'
import { administrativeDecisionsLedger } from '../administrative-decision-ledger.ts'
import { administrativeFeesLedger } from '../administrative-fee-ledger.ts'
import { publicities, quashings } from '../decisions/decision.ts'
import { normativeDocumentsLedger } from '../normative-document-ledger.ts'
import { rowDeciders } from './correction.ts'

export const RowLedgerId = z.enum(
  [
    'requests',
    'remedies',
    'normativeDocuments',
    'administrativeDecisions',
    'administrativeFees',
    'channels',
    'publications',
  ],
  '没有这一张台账',
)
export type RowLedgerId = z.infer<typeof RowLedgerId>

/** A register whose single rows can be put right: its columns and rules are those of the workbook. */
export interface RowLedger {
  readonly label: string
  readonly columns: readonly Column[]
  readonly rules: readonly Rule[]
  /** The column by which people know a row. */
  readonly name: string
  /** What a report counts, in its tables or in its text: a second person decides. */
  readonly counted: readonly string[]
  /** Recorded by acts of their own: put right where they stand, and not added here. */
  readonly later: readonly string[]
  /** Stays as it is. */
  readonly fixed: readonly string[]
  /** Where its list stands in the console. */
  readonly place: string
  readonly proposers: readonly Role[]
}

const keepers: readonly Role[] = ['clerk', ...rowDeciders]

const lapsedBy: Column = { id: 'lapsedBy', header: '宣布失效的文件', kind: 'text', isNumber: true, maxLength: 500 }

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

/** Every register that has rows which were entered or imported, by the table that keeps it. */
export const rowLedgers: Readonly<Record<RowLedgerId, RowLedger>> = {
  requests: {
    label: '政府信息公开申请（导入）',
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
    later: [],
    fixed: ['number'],
    place: '/requests',
    proposers: keepers,
  },
  remedies: {
    label: '行政复议、行政诉讼',
    columns: remediesLedger.columns,
    rules: remediesLedger.rules,
    name: 'number',
    counted: ['kind', 'filedOn', 'result', 'concludedOn', 'isCoDefendant'],
    later: [],
    fixed: [],
    place: '/ledgers/remedies',
    proposers: keepers,
  },
  normativeDocuments: {
    label: '规章和行政规范性文件',
    columns: [...normativeDocumentsLedger.columns, lapsedBy],
    rules: [
      ...normativeDocumentsLedger.rules,
      needs('lapsedBy', 'validUntil', '没有有效期的，应同时清除宣布失效的文件'),
    ],
    name: 'documentNumber',
    counted: ['kind', 'issuedOn', 'effectiveFrom', 'validUntil', 'repealedOn'],
    later: ['lapsedBy'],
    fixed: [],
    place: '/ledgers/documents',
    proposers: [...keepers, 'legalStaff'],
  },
  administrativeDecisions: {
    label: '行政许可、处罚、强制决定',
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
    later: ['publicity', ...quash.map(({ id }) => id)],
    fixed: [],
    place: '/ledgers/decisions',
    proposers: keepers,
  },
  administrativeFees: {
    label: '行政事业性收费',
    columns: administrativeFeesLedger.columns,
    rules: administrativeFeesLedger.rules,
    name: 'receiptNumber',
    counted: ['collectedOn', 'amount'],
    later: [],
    fixed: [],
    place: '/ledgers/fees',
    proposers: keepers,
  },
  channels: {
    label: '发布渠道',
    columns: channelsLedger.columns,
    rules: channelsLedger.rules,
    name: 'name',
    // The text of a report names the channels and how much stood on each.
    counted: ['kind', 'name'],
    later: [],
    fixed: [],
    place: '/channels',
    proposers: keepers,
  },
  publications: {
    label: '发布信息',
    columns: publicationsLedger.columns,
    rules: publicationsLedger.rules,
    name: 'title',
    // What is linked to no record is one item by its title.
    counted: ['title', 'channelKind', 'channelName', 'publishedOn', 'kind', 'originality'],
    later: [],
    fixed: [],
    place: '/channels',
    proposers: keepers,
  },
}
