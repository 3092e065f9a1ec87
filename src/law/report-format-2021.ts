import type { Equation, LeafRow, ReportFormat } from './report-format.ts'

const decisions = { id: 'decisions', label: '本年处理决定数量' }

/** The six classes of applicant that the form knows, and their sum. There is no subtotal for organisations. */
export const applicantColumns = [
  { id: 'naturalPerson', label: '自然人' },
  {
    id: 'organisations',
    label: '法人或其他组织',
    columns: [
      { id: 'enterprise', label: '商业企业' },
      { id: 'researchInstitution', label: '科研机构' },
      { id: 'publicInterestOrg', label: '社会公益组织' },
      { id: 'legalServiceOrg', label: '法律服务机构' },
      { id: 'otherOrg', label: '其他' },
    ],
  },
  { id: 'total', label: '总计' },
] as const

export const applicantKinds = [
  'naturalPerson',
  'enterprise',
  'researchInstitution',
  'publicInterestOrg',
  'legalServiceOrg',
  'otherOrg',
] as const
export type ApplicantKind = (typeof applicantKinds)[number]

/** Rows common to the forms of 2019 and 2021, up to （五）. */
export const commonResultRows = [
  { id: 'granted', label: '（一）予以公开', article: '36(1), 36(2)' },
  { id: 'partiallyGranted', label: '（二）部分公开（区分处理的，只计这一情形，不计其他情形）', article: '37' },
  {
    id: 'denied',
    label: '（三）不予公开',
    rows: [
      { id: 'denied.stateSecret', label: '1.属于国家秘密', article: '14' },
      { id: 'denied.prohibitedByLaw', label: '2.其他法律行政法规禁止公开', article: '14' },
      { id: 'denied.threeSecuritiesOneStability', label: '3.危及“三安全一稳定”', article: '14' },
      { id: 'denied.thirdPartyRights', label: '4.保护第三方合法权益', article: '15, 32' },
      { id: 'denied.internalAffairs', label: '5.属于三类内部事务信息', article: '16 I' },
      { id: 'denied.processInformation', label: '6.属于四类过程性信息', article: '16 II' },
      { id: 'denied.enforcementFile', label: '7.属于行政执法案卷', article: '16 II' },
      { id: 'denied.administrativeInquiry', label: '8.属于行政查询事项', article: '36(7)' },
    ],
  },
  {
    id: 'unableToProvide',
    label: '（四）无法提供',
    rows: [
      { id: 'unableToProvide.notHeld', label: '1.本机关不掌握相关政府信息', article: '36(4), 36(5)' },
      { id: 'unableToProvide.needsCreation', label: '2.没有现成信息需要另行制作', article: '38' },
      { id: 'unableToProvide.unclearAfterSupplement', label: '3.补正后申请内容仍不明确', article: '30' },
    ],
  },
  {
    id: 'notProcessed',
    label: '（五）不予处理',
    rows: [
      { id: 'notProcessed.petitionOrComplaint', label: '1.信访举报投诉类申请', article: '39 I' },
      { id: 'notProcessed.repeat', label: '2.重复申请', article: '36(6)' },
      { id: 'notProcessed.publicPublication', label: '3.要求提供公开出版物', article: '39 II' },
      { id: 'notProcessed.massiveRepeated', label: '4.无正当理由大量反复申请', article: '35' },
      { id: 'notProcessed.confirmOrReissue', label: '5.要求行政机关确认或重新出具已获取信息' },
    ],
  },
] as const

export const otherRows2021 = [
  {
    id: 'other.supplementOverdue',
    label: '1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请',
    article: '30',
  },
  {
    id: 'other.feeUnpaid',
    label: '2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请',
    article: '42, 国办函〔2020〕109号',
  },
  { id: 'other.otherMisc', label: '3.其他' },
] as const

const remedyResults = (group: string) =>
  [
    { id: `${group}.upheld`, label: '结果维持' },
    { id: `${group}.corrected`, label: '结果纠正' },
    { id: `${group}.otherResult`, label: '其他结果' },
    { id: `${group}.pending`, label: '尚未审结' },
    { id: `${group}.total`, label: '总计' },
  ] as const

export const remedyColumns = [
  { id: 'review', label: '行政复议', columns: remedyResults('review') },
  {
    id: 'suits',
    label: '行政诉讼',
    columns: [
      { id: 'suitDirect', label: '未经复议直接起诉', columns: remedyResults('suitDirect') },
      { id: 'suitAfterReview', label: '复议后起诉', columns: remedyResults('suitAfterReview') },
    ],
  },
] as const

export const reportSections = [
  { id: 'overview', heading: '一、总体情况', article: '50' },
  { id: 'proactive', heading: '二、主动公开政府信息情况', article: '50(1)' },
  { id: 'requests', heading: '三、收到和处理政府信息公开申请情况', article: '50(2)' },
  { id: 'remedies', heading: '四、政府信息公开行政复议、行政诉讼情况', article: '50(3)' },
  { id: 'problems', heading: '五、存在的主要问题及改进情况', article: '50(4)' },
  { id: 'otherMatters', heading: '六、其他需要报告的事项', article: '50(5)' },
] as const

const leafIds = (rows: readonly (LeafRow | { rows: readonly LeafRow[] })[]): string[] =>
  rows.flatMap((row) => ('rows' in row ? row.rows.map(({ id }) => id) : [row.id]))

/** The four cross-footing rules; `results` are the leaves that make up （七）总计. */
export const crossFooting = (results: readonly string[]): readonly Equation[] => [
  {
    code: 'ROW_TOTAL',
    table: 'requests',
    across: 'columns',
    left: applicantKinds,
    right: ['total'],
    statement: '总计应等于自然人与五类法人或其他组织之和',
  },
  {
    code: 'RESULTS_TOTAL',
    table: 'requests',
    across: 'rows',
    left: results,
    right: ['resultsTotal'],
    statement: '（七）总计应等于（一）至（六）各项之和',
  },
  {
    code: 'BALANCE',
    table: 'requests',
    across: 'rows',
    left: ['newReceived', 'carriedOver'],
    right: ['resultsTotal', 'carriedForward'],
    statement: '第一项加第二项之和，应等于第三项加第四项之和',
  },
  ...(['review', 'suitDirect', 'suitAfterReview'] as const).map(
    (group): Equation => ({
      code: 'REMEDY_TOTAL',
      table: 'remedies',
      across: 'columns',
      left: [`${group}.upheld`, `${group}.corrected`, `${group}.otherResult`, `${group}.pending`],
      right: [`${group}.total`],
      statement: '总计应等于结果维持、结果纠正、其他结果、尚未审结之和',
    }),
  ),
]

export const requestsCorner = '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）'

/** 国办公开办函〔2021〕30号: in force for the reports for 2021 and later. */
export const reportFormat2021: ReportFormat = {
  id: '2021',
  notice: '国办公开办函〔2021〕30号',
  issuedOn: '2021-09-26',
  firstYear: 2021,
  lastYear: null,
  sections: reportSections,
  proactive: [
    {
      item: 1,
      caption: '第二十条第（一）项',
      columns: [
        { id: 'issuedThisYear', label: '本年制发件数' },
        { id: 'repealedThisYear', label: '本年废止件数' },
        { id: 'inForce', label: '现行有效件数' },
      ],
      rows: [
        { id: 'rules', label: '规章' },
        { id: 'normativeDocuments', label: '行政规范性文件' },
      ],
    },
    {
      item: 5,
      caption: '第二十条第（五）项',
      columns: [decisions],
      rows: [{ id: 'licensing', label: '行政许可' }],
    },
    {
      item: 6,
      caption: '第二十条第（六）项',
      columns: [decisions],
      rows: [
        { id: 'penalty', label: '行政处罚' },
        { id: 'compulsion', label: '行政强制' },
      ],
    },
    {
      item: 8,
      caption: '第二十条第（八）项',
      columns: [{ id: 'amountWan', label: '本年收费金额（单位：万元）', kind: 'amountWan' }],
      rows: [{ id: 'administrativeFees', label: '行政事业性收费' }],
    },
  ],
  requests: {
    corner: requestsCorner,
    columns: applicantColumns,
    rows: [
      { id: 'newReceived', label: '一、本年新收政府信息公开申请数量' },
      { id: 'carriedOver', label: '二、上年结转政府信息公开申请数量' },
      {
        id: 'results',
        label: '三、本年度办理结果',
        rows: [
          ...commonResultRows,
          { id: 'other', label: '（六）其他处理', rows: otherRows2021 },
          { id: 'resultsTotal', label: '（七）总计' },
        ],
      },
      { id: 'carriedForward', label: '四、结转下年度继续办理' },
    ],
  },
  remedies: { columns: remedyColumns },
  equations: crossFooting([...leafIds(commonResultRows), ...leafIds(otherRows2021)]),
}
