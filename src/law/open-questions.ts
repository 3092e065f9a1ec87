import type { Confidence } from './in-force.ts'

/**
 * A question that no text read by us settles. The default is the choice that harms neither applicant nor organ, and what the
 * program does. A room that reads another choice makes it a setting (`organs/settings/setting.ts`); docs/settings.md says which.
 */
export interface OpenQuestion {
  readonly question: string
  readonly default: string | number | boolean | null
  readonly choices?: readonly (string | number | boolean | null)[]
  readonly source: string
  readonly confidence: Exclude<Confidence, 'sure'>
  /** The last day of what it concerns; a choice changes nothing of what is done later. */
  readonly to?: string
}

export const openQuestions = {
  partialDisclosureRoute: {
    question: '2024年1月1日至2026年6月30日作出的部分公开，其不予公开部分是否复议前置？',
    default: 'mandatoryReconsideration',
    choices: ['mandatoryReconsideration', 'optional'],
    source: '复议法 23 I(4)；2026年复议法实施条例 31 才明写“部分不予公开”',
    confidence: 'unsure',
    to: '2026-06-30',
  },
  noAnswerRoute: {
    question: '逾期不答复，是否复议前置？',
    default: 'optional',
    choices: ['mandatoryReconsideration', 'optional'],
    source: '信息公开解释 2 II 与复议法 23 I(3)、新实施条例 30 读法相左',
    confidence: 'unsure',
  },
  supplementWorkingDays: {
    question: '补正告知书给申请人多少个工作日？',
    default: 15,
    source: '条例 30 只说合理期限；各地多为10至15个工作日',
    confidence: 'likely',
  },
  clockWhileExplainingReasons: {
    question: '申请人说明理由（条例 35）期间，答复期限是否继续计算？',
    default: 'runs',
    choices: ['runs', 'stops'],
    source: '条例未规定；继续计算不会使答复超期',
    confidence: 'unsure',
  },
  clockAfterPayment: {
    question: '缴纳信息处理费后，答复期限从哪天起重新计算？',
    default: 'dayAfterPayment',
    choices: ['dayAfterPayment', 'resumes'],
    source: '国办函〔2020〕109号（未见原文）；扣除等待缴费的时间后继续计算的，不会使答复超期',
    confidence: 'likely',
  },
  excludedIntervalEdges: {
    question: '征求意见不计入期限的时间，首尾两天怎样算？',
    default: 'dayAfterSentToDayAnswered',
    choices: ['dayAfterSentToDayAnswered'],
    source: '条例 33 III 未写起止；按发出次日至收到意见当日，并行征求只扣一次',
    confidence: 'unsure',
  },
  triggerDayCounted: {
    question: '起算当日是否计入期限？',
    default: false,
    choices: [false],
    source: '条例未写；参照民诉法 85，实践一致',
    confidence: 'likely',
  },
  electronicServiceTime: {
    question: '电子送达以何时为答复时间？',
    default: 'arrivalInRecipientSystem',
    choices: ['arrivalInRecipientSystem'],
    source: '未见全国规定；参照民诉法 90',
    confidence: 'likely',
  },
  feeMonthKey: {
    question: '按件计收的自然月以哪个日期归月？',
    default: 'receivedOn',
    choices: ['receivedOn', 'registeredOn'],
    source: '国办函〔2020〕109号只说自然月',
    confidence: 'unsure',
  },
  pagesAddedAcrossRequests: {
    question: '按量计收时，同一申请人多件申请的页数是否相加？',
    default: false,
    choices: [true, false],
    source: '国办函〔2020〕109号（未见原文）；不相加对申请人有利',
    confidence: 'likely',
  },
  resultYear: {
    question: '办理结果按哪个日期归入报告年度？',
    default: 'answeredOn',
    choices: ['answeredOn', 'servedOn'],
    source: '未见明文；12月31日尚未答复的列入结转',
    confidence: 'unsure',
  },
  newReceivedYear: {
    question: '新收申请按哪个日期归入报告年度？',
    default: 'receivedOn',
    choices: ['receivedOn'],
    source: '条例 31 的收到之日；未见明文',
    confidence: 'unsure',
  },
  awaitingSupplementAtYearEnd: {
    question: '年末仍在等待补正的申请怎样列？',
    default: 'carriedForward',
    choices: ['carriedForward'],
    source: '未见明文；列入结转下年度',
    confidence: 'unsure',
  },
  reanswerCountsAsNew: {
    question: '复议、诉讼责令重新答复的，是否算新收申请？',
    default: false,
    choices: [true, false],
    source: '未见明文；不重复计数，也不改上年结果',
    confidence: 'unsure',
  },
  reanswerPeriod: {
    question: '复议、诉讼责令重新答复而没有写明期限的，按什么期限办理？',
    default: 'answerPeriod',
    choices: ['answerPeriod', 'sixtyDays'],
    source:
      '复议法 64 只说一定期限；复议法实施条例（2007年）49：法律法规有期限的从其规定，没有的为60日；2026年修订后的条文未见',
    confidence: 'unsure',
  },
  correctionsInReport: {
    question: '更正记录的申请（条例 41）是否计入申请表？',
    default: false,
    choices: [true, false],
    source: '未见明文；表格没有对应的行',
    confidence: 'unsure',
  },
  pendingRemedyShownAgain: {
    question: '上年未审结的复议诉讼案件，本年是否再次列入？',
    default: true,
    choices: [true, false],
    source: '未见明文；本年新收和年初未结的都计，状态以12月31日为准',
    confidence: 'unsure',
  },
  secondInstanceCounts: {
    question: '同一案件经二审的怎样计？',
    default: 'replacesFirstInstance',
    choices: ['replacesFirstInstance', 'countsAgain'],
    source: '未见明文；一案一计，以二审结果为准',
    confidence: 'unsure',
  },
  reviewClaimDismissedClass: {
    question: '驳回复议请求列入哪一栏？',
    default: 'upheld',
    choices: ['upheld', 'otherResult'],
    source: '各省做法不一',
    confidence: 'unsure',
  },
  suitDismissedClass: {
    question: '驳回起诉列入哪一栏？',
    default: 'otherResult',
    choices: ['upheld', 'otherResult'],
    source: '各省做法不一',
    confidence: 'unsure',
  },
  individualBusinessColumn: {
    question: '个体工商户（信用代码92开头）列入哪一类申请人？',
    default: 'enterprise',
    choices: ['enterprise', 'naturalPerson'],
    source: '未见明文；全年用同一种做法',
    confidence: 'unsure',
  },
  annualReportOnRestDay: {
    question: '年度报告截止日逢休息日是否顺延？',
    default: false,
    choices: [false, true],
    source: '条例 49 未规定顺延；不顺延并提前提醒',
    confidence: 'unsure',
  },
  localReportDueDate: {
    question: '本地要求提交年度报告的日期（月-日，不得晚于法定日期）？',
    default: null,
    source: '各地通知不一，未设时只用法定日期',
    confidence: 'likely',
  },
  townshipReportDueDate: {
    question: '乡镇、街道年度报告的截止日期（月-日）？',
    default: '01-31',
    source: '条例 49 未点名乡镇；由县级主管部门规定',
    confidence: 'likely',
  },
  licenceStateWriting: {
    question: '双公示数据中行政许可的“当前状态”（XK_ZT）写代码还是文字？',
    default: 'digits',
    choices: ['digits', 'words'],
    source: '数据标准的代码表未见原文；报送前与当地信用平台的模板核对',
    confidence: 'unsure',
  },
  licenceCategoryWriting: {
    question: '双公示数据中的“许可类别”（XK_XKLB）写文字还是代码？',
    default: 'words',
    choices: ['words', 'twoDigits'],
    source: '数据标准列有01普通至06其他，写法各地不一；报送前与当地信用平台的模板核对',
    confidence: 'likely',
  },
} as const satisfies Record<string, OpenQuestion>

export type OpenQuestionId = keyof typeof openQuestions
