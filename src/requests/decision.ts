import type { OutcomeId } from '../law/outcomes.ts'

export interface DecisionOption {
  readonly id: string
  readonly label: string
  readonly next?: string
  readonly outcome?: OutcomeId
  /** What to mind before choosing it. */
  readonly warn?: string
}

export interface Question {
  readonly id: string
  readonly title: string
  readonly help: string
  readonly options: readonly DecisionOption[]
}

export const firstQuestion = 'complete'

/** 补不补 → 是不是 → 谁负责 → 有没有 → 给不给 → 怎么给: the order in which a request is judged before it is answered. */
export const questions: readonly Question[] = [
  {
    id: 'complete',
    title: '补不补：申请内容是否明确，材料是否齐全？',
    help: '条例第三十条：内容不明确的，应当给予指导和释明，自收到申请之日起7个工作日内一次性告知补正。需要补正的，请退出本向导，先办理“告知补正”。',
    options: [
      { id: 'yes', label: '内容明确、材料齐全', next: 'information' },
      {
        id: 'unclear',
        label: '已经补正，内容仍不明确',
        outcome: 'unableToProvide.unclearAfterSupplement',
        warn: '只能告知一次补正，不得再次要求补正',
      },
      {
        id: 'overdue',
        label: '申请人无正当理由逾期不补正',
        outcome: 'other.supplementOverdue',
        warn: '补正期限届满后才能选择',
      },
      {
        id: 'feeUnpaid',
        label: '发出收费通知书后，申请人逾期没有缴纳信息处理费',
        outcome: 'other.feeUnpaid',
        warn: '缴费期限届满后才能选择',
      },
    ],
  },
  {
    id: 'information',
    title: '是不是：所申请的是不是应当作为政府信息公开申请处理？',
    help: '条例第二条、第三十五条、第三十六条、第三十九条：以政府信息公开申请的形式提出其他诉求的，告知相应渠道。',
    options: [
      { id: 'yes', label: '是政府信息公开申请', next: 'responsible' },
      { id: 'petition', label: '实为信访、投诉、举报', outcome: 'notProcessed.petitionOrComplaint' },
      {
        id: 'publication',
        label: '要求提供政府公报、报刊、书籍等公开出版物',
        outcome: 'notProcessed.publicPublication',
      },
      { id: 'repeat', label: '已就同一申请人的同一申请答复过', outcome: 'notProcessed.repeat' },
      { id: 'reissue', label: '要求确认或者重新出具已经获取的信息', outcome: 'notProcessed.confirmOrReissue' },
      {
        id: 'massive',
        label: '申请数量、频次明显超过合理范围，且理由不合理',
        outcome: 'notProcessed.massiveRepeated',
        warn: '应当先要求申请人说明理由；理由合理的，应当答复',
      },
      {
        id: 'inquiry',
        label: '工商、不动产登记资料等，法律、行政法规对获取另有规定',
        outcome: 'denied.administrativeInquiry',
      },
      { id: 'enquiry', label: '咨询、确认事实等，不是政府信息', outcome: 'notGovernmentInformation' },
    ],
  },
  {
    id: 'responsible',
    title: '谁负责：该信息由谁负责公开？',
    help: '条例第十条：谁制作谁公开；从其他行政机关获取的，由制作或者最初获取的机关公开；共同制作的，由牵头制作的机关公开。',
    options: [
      { id: 'us', label: '由本机关负责公开', next: 'held' },
      {
        id: 'other',
        label: '不属于本机关负责公开',
        outcome: 'notResponsible',
        warn: '能够确定负责公开的机关的，应当告知其名称、联系方式',
      },
    ],
  },
  {
    id: 'held',
    title: '有没有：本机关是否制作或者保存了该信息？',
    help: '条例第三十六条第（四）项、第三十八条：应当检索并保留检索记录；需要加工、分析的，可以不予提供。',
    options: [
      { id: 'held', label: '有现成的信息', next: 'disclose' },
      { id: 'none', label: '经检索没有该信息', outcome: 'notExist', warn: '应当填写检索记录' },
      { id: 'create', label: '没有现成信息，需要另行制作或者加工、分析', outcome: 'unableToProvide.needsCreation' },
    ],
  },
  {
    id: 'disclose',
    title: '给不给：该信息能否公开？',
    help: '条例第十四条至第十六条、第三十七条：不予公开应当有明确依据；能够区分处理的，应当公开可以公开的部分。',
    options: [
      { id: 'all', label: '可以全部公开', next: 'how' },
      {
        id: 'thirdPartyYields',
        label: '涉及第三方合法权益，但第三方同意公开，或者不公开会对公共利益造成重大影响',
        next: 'how',
        warn: '第三方不同意而决定公开的，应当先把决定公开的内容和理由书面告知第三方（条例第三十二条）',
      },
      { id: 'part', label: '部分不宜公开，可以区分处理', outcome: 'partiallyGranted' },
      { id: 'none', label: '全部不予公开', next: 'exemption' },
    ],
  },
  {
    id: 'exemption',
    title: '不予公开的依据是哪一种？',
    help: '条例第十四条、第十五条属于不得公开；第十六条属于可以不予公开，应当写明为什么不公开。',
    options: [
      { id: 'stateSecret', label: '依法确定为国家秘密（第十四条）', outcome: 'denied.stateSecret' },
      { id: 'prohibited', label: '法律、行政法规禁止公开（第十四条）', outcome: 'denied.prohibitedByLaw' },
      {
        id: 'security',
        label: '公开后可能危及国家安全、公共安全、经济安全、社会稳定（第十四条）',
        outcome: 'denied.threeSecuritiesOneStability',
      },
      {
        id: 'thirdParty',
        label: '涉及商业秘密、个人隐私等，公开会损害第三方合法权益（第十五条）',
        outcome: 'denied.thirdPartyRights',
        warn: '应当书面征求第三方的意见；第三方逾期未答复的，由本机关依照条例决定，不能视为不同意',
      },
      {
        id: 'internal',
        label: '人事管理、后勤管理、内部工作流程等内部事务信息（第十六条第一款）',
        outcome: 'denied.internalAffairs',
      },
      {
        id: 'process',
        label: '讨论记录、过程稿、磋商信函、请示报告等过程性信息（第十六条第二款）',
        outcome: 'denied.processInformation',
      },
      { id: 'file', label: '行政执法案卷信息（第十六条第二款）', outcome: 'denied.enforcementFile' },
    ],
  },
  {
    id: 'how',
    title: '怎么给：以什么方式提供？',
    help: '条例第三十六条第（一）（二）项、第四十条：已经主动公开的，告知获取的方式、途径；可以公开的，提供信息或者告知获取的方式、途径和时间。',
    options: [
      { id: 'provide', label: '提供该信息，或者告知获取的方式、途径和时间', outcome: 'granted' },
      { id: 'public', label: '已经主动公开，告知获取的方式、途径', outcome: 'alreadyPublic' },
    ],
  },
]

export type Answers = Readonly<Record<string, string>>

export type Decision =
  | { readonly question: Question }
  | { readonly outcome: OutcomeId }
  /** An answer that is no option of its question. */
  | { readonly wrong: string }

const questionOf = (id: string): Question | undefined => questions.find((question) => question.id === id)

/** The question that the answers lead to, or the outcome they end in. Answers off the way taken are ignored. */
export function decide(answers: Answers): Decision {
  let question = questionOf(firstQuestion)
  for (let steps = 0; question && steps <= questions.length; steps += 1) {
    const answer = answers[question.id]
    if (answer === undefined) return { question }
    const option = question.options.find(({ id }) => id === answer)
    if (!option) return { wrong: question.id }
    if (option.outcome) return { outcome: option.outcome }
    question = questionOf(option.next ?? '')
  }
  return { wrong: firstQuestion }
}

/** The questions that were asked on the way, with the option chosen. */
export function wayTaken(answers: Answers): { readonly question: Question; readonly option: DecisionOption }[] {
  const way = []
  let question = questionOf(firstQuestion)
  while (question && way.length < questions.length) {
    const option = question.options.find(({ id }) => id === answers[question?.id ?? ''])
    if (!option) break
    way.push({ question, option })
    question = questionOf(option.next ?? '')
  }
  return way
}
