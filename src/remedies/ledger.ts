import { ledger, yesNo } from '../workbooks/ledger.ts'
import { notBefore, together } from '../workbooks/rules.ts'
import { Remedy } from './remedy.ts'

/** 复议诉讼: one row per case. */
export const remediesLedger = ledger({
  id: 'remedies',
  sheet: '行政复议和行政诉讼',
  purpose: '因政府信息公开引起的复议、诉讼，一案一行；二审、再审不另起一行，以生效结果为准。',
  columns: [
    {
      id: 'number',
      header: '案号',
      kind: 'text',
      isNumber: true,
      required: true,
      maxLength: 100,
      example: '市政复〔2025〕12号',
      note: '复议案件填复议机关文号，诉讼案件填法院案号，不得重复。',
    },
    {
      id: 'kind',
      header: '案件类型',
      kind: 'choice',
      required: true,
      choices: [
        { id: 'review', label: '行政复议', aliases: ['复议'] },
        { id: 'suitDirect', label: '行政诉讼—未经复议直接起诉', aliases: ['未经复议直接起诉', '直接起诉'] },
        { id: 'suitAfterReview', label: '行政诉讼—复议后起诉', aliases: ['复议后起诉'] },
      ],
      example: 'review',
    },
    {
      id: 'requestNumber',
      header: '涉及的申请编号',
      kind: 'text',
      maxLength: 100,
      example: '依申请〔2025〕1号',
      note: '与“政府信息公开申请”表的申请编号一致；与申请无关的留空。',
    },
    {
      id: 'filedOn',
      header: '受理或立案日期',
      kind: 'date',
      required: true,
      example: '2025-05-06',
      aliases: ['受理日期', '立案日期'],
    },
    {
      id: 'result',
      header: '审理结果',
      kind: 'choice',
      choices: [
        { id: 'upheld', label: '结果维持', aliases: ['维持'] },
        { id: 'corrected', label: '结果纠正', aliases: ['纠正'] },
        { id: 'otherResult', label: '其他结果', aliases: ['其他'] },
      ],
      example: 'upheld',
      note: '尚未审结的留空；撤回、驳回起诉、终止、调解等一般选“其他结果”，以当地口径为准。',
    },
    { id: 'concludedOn', header: '审结日期', kind: 'date', example: '2025-07-01', aliases: ['结案日期'] },
    {
      id: 'rawResult',
      header: '决定或裁判主文',
      kind: 'text',
      prose: true,
      maxLength: 2000,
      example: '维持被申请人作出的答复',
      note: '摘录主文，隐去当事人信息。',
    },
    {
      id: 'isCoDefendant',
      header: '仅作为复议机关被列为共同被告',
      kind: 'choice',
      choices: yesNo,
      example: 'no',
      aliases: ['共同被告'],
      note: '选“是”的不计入本机关年度报告（国办公开办函〔2016〕201号）；不填视为“否”。',
    },
  ],
  key: ['number'],
  rules: [
    ...together('result', 'concludedOn', '审理结果和审结日期应同时填写，尚未审结的都留空'),
    notBefore('concludedOn', 'filedOn', '审结日期不能早于受理或立案日期'),
    {
      column: 'isCoDefendant',
      statement: '行政复议案件没有共同被告，此列应为“否”或留空',
      broken: (row) => row.kind === 'review' && row.isCoDefendant === 'yes',
    },
  ],
  toEntry: (row) => Remedy.parse({ ...row, isCoDefendant: row.isCoDefendant === 'yes' }),
  toValues: (remedy: Remedy) => ({ ...remedy, isCoDefendant: remedy.isCoDefendant ? 'yes' : 'no' }),
})
