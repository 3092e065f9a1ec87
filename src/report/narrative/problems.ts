import { isKnown, type Known, requestTotal, type YearKnown } from './known.ts'

/** Something that the year's own records show to be wanting. */
export interface Problem {
  readonly id: string
  /** What it is called when it is looked back upon. */
  readonly name: string
  /** Whether the records on which it rests may be believed. */
  readonly isKnown: (year: YearKnown) => boolean
  /** How much of it there is; a share is in per cent. */
  readonly amount: (year: YearKnown) => number
  readonly unit: '%' | '条' | '件' | '项' | '个栏目'
  /** From more than so much on it is worth reporting. */
  readonly from: number
  readonly problem: (year: YearKnown) => string
  /** What the amount leaves open, where two years are compared by it. */
  readonly open?: (year: YearKnown) => string
  /** What may be done, in the order in which it is promised; one that was promised last year has not helped. */
  readonly measures: readonly [string, ...string[]]
}

/** Problems are those of the office itself. */
const ownOf = ({ own, figures }: YearKnown) => own ?? figures
const issued = (year: YearKnown) => Number(ownOf(year).proactive['normativeDocuments.issuedThisYear'] ?? 0)
const corrected = (year: YearKnown) =>
  ['review', 'suitDirect', 'suitAfterReview'].reduce((sum, row) => sum + (ownOf(year).remedies[row]?.corrected ?? 0), 0)
const concluded = (year: YearKnown) => requestTotal({ figures: ownOf(year) }, 'resultsTotal')
const share = (part: number, whole: number) => (whole === 0 ? 0 : Math.round((part * 100) / whole))

/** Every problem that the generator can name, the gravest first. */
export const problems: readonly Problem[] = [
  {
    id: 'lateAnswers',
    name: '超过期限答复申请',
    isKnown: (year) => isKnown(year, 'requests'),
    amount: ({ facts }) => facts.shortcomings.lateAnswers,
    unit: '件',
    from: 0,
    problem: ({ facts }) => `有${facts.shortcomings.lateAnswers}件申请没有在法定期限内答复`,
    measures: [
      '对每件申请逐日提醒剩余期限，临近期限的由工作机构负责人督办',
      '按月通报各科室答复申请的期限情况，逾期的逐件查明原因',
    ],
  },
  {
    id: 'corrected',
    name: '复议、诉讼中被纠正',
    isKnown: (year) => isKnown(year, 'remedies'),
    amount: corrected,
    unit: '件',
    from: 0,
    problem: (year) => `行政复议、行政诉讼中被纠正${corrected(year)}件，答复的规范性不够`,
    measures: ['逐件分析被纠正的原因，在答复前加强合法性审核', '对照被纠正的案件修改答复文书，组织承办人员学习'],
  },
  {
    id: 'holes',
    name: '法定主动公开内容缺项',
    isKnown: ({ facts }) => facts.shortcomings.holes !== null,
    amount: ({ facts }) => facts.shortcomings.holes ?? 0,
    unit: '项',
    from: 0,
    problem: ({ facts }) =>
      `对照条例第二十条、第二十一条，政府信息公开平台上还有${facts.shortcomings.holes}项应当主动公开的内容没有公开`,
    measures: [
      '逐项明确责任科室，补齐应当主动公开的内容',
      '对仍未公开的内容逐项说明原因，没有相应职能的作出声明，其余的限期公开',
    ],
  },
  {
    id: 'late',
    name: '逾期公开信息',
    isKnown: ({ facts }) => facts.reviewed.published > 0,
    amount: ({ facts }) => facts.shortcomings.late,
    unit: '条',
    from: 0,
    problem: ({ facts }) => `有${facts.shortcomings.late}条信息超过条例第二十六条规定的期限才公开`,
    measures: [
      '信息形成时即登记公开期限，审核各环节按期限办理',
      '对逾期公开的信息逐条查明停留在哪个环节，调整审核时限',
    ],
  },
  {
    id: 'lateDecisions',
    name: '行政许可、行政处罚公示逾期',
    isKnown: (year) => isKnown(year, 'licensing', 'penalty'),
    amount: ({ facts }) => facts.shortcomings.lateDecisions,
    unit: '件',
    from: 0,
    problem: ({ facts }) => `有${facts.shortcomings.lateDecisions}件行政许可、行政处罚决定没有在七个工作日内公示`,
    measures: ['决定作出时同步登记、同步办理公示', '按周核对已作出而未公示的决定'],
  },
  {
    id: 'urgent',
    name: '未经事前审核的紧急发布',
    isKnown: ({ facts }) => facts.reviewed.published > 0,
    amount: ({ facts }) => facts.reviewed.urgent,
    unit: '条',
    from: 0,
    problem: ({ facts }) => `有${facts.reviewed.urgent}条信息因情况紧急先行发布、事后补办审核`,
    measures: ['预先拟定突发情况的信息发布文稿，缩短审核用时', '对紧急发布的信息逐条复核，明确可以紧急发布的情形'],
  },
  {
    id: 'staleColumns',
    name: '栏目超期未更新',
    isKnown: ({ facts }) => facts.standing > 0,
    amount: ({ facts }) => facts.shortcomings.staleColumns,
    unit: '个栏目',
    from: 0,
    problem: ({ facts }) => `截至年底有${facts.shortcomings.staleColumns}个栏目超过规定期限没有更新`,
    measures: ['明确各栏目的责任科室和更新期限，临近期限时提醒', '合并长期没有新内容的栏目'],
  },
  {
    id: 'reposts',
    name: '原创内容不足',
    isKnown: (year) => isKnown(year, 'publications'),
    amount: ({ facts }) => share(facts.reposts, facts.items),
    unit: '%',
    from: 30,
    problem: ({ facts }) => `原创内容不足，全年发布的${facts.items}条信息中转载${facts.reposts}条`,
    open: ({ facts }) => (facts.uncompared > 0 ? `（另有${facts.uncompared}条标为原创的尚未比对）` : ''),
    measures: ['围绕本机关职责加强原创信息采编，逐月统计转载比例', '按科室确定原创信息的篇目和时间，减少转载'],
  },
  {
    id: 'interpretations',
    name: '政策解读跟进不够',
    // What nobody has sorted may be an interpretation.
    isKnown: (year) => isKnown(year, 'publications', 'normativeDocuments') && year.facts.unsorted === 0,
    amount: (year) => Math.max(0, issued(year) - year.facts.interpretations),
    unit: '件',
    from: 0,
    problem: (year) =>
      `政策解读跟进不够，制发行政规范性文件${issued(year)}件，发布政策解读${year.facts.interpretations}条`,
    measures: [
      '落实政策文件与解读材料同步起草、同步审签、同步发布',
      '没有解读材料的文件不送签，对已印发的文件补作解读',
    ],
  },
  {
    id: 'extensions',
    name: '延长答复期限较多',
    isKnown: (year) => isKnown(year, 'requests'),
    amount: (year) => share(year.facts.extended, concluded(year)),
    unit: '%',
    from: 20,
    problem: (year) =>
      `部分申请答复用时较长，${year.own ? '本机关' : ''}办结${concluded(year)}件，延长答复期限${year.facts.extended}件`,
    measures: ['优化登记、审核、办理、答复各环节的衔接', '对需要延期的申请逐件说明理由，由负责人审定'],
  },
]

export const isShown = (problem: Problem, year: YearKnown): boolean =>
  problem.isKnown(year) && problem.amount(year) > problem.from

const ordinals = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十']

/** 一是…；二是…; one alone is not numbered. */
const list = (texts: readonly string[]): string =>
  texts.length === 1 ? (texts[0] ?? '') : texts.map((text, index) => `${ordinals[index]}是${text}`).join('；')

/** The first that last year's report did not promise; where all were, the last one, that it goes on. */
function measureOf({ measures }: Problem, { before }: Known): string {
  const fresh = measures.find((measure) => !before?.problems.includes(measure))
  return fresh ?? `继续${measures.at(-1) ?? ''}`
}

/** What became of what last year's records showed; nothing where last year's report is not here. */
function improvements(known: Known): string {
  const { before } = known
  if (!before) return '改进情况：没有上一年度的情况可以比对。'
  const was = problems.filter((problem) => isShown(problem, before))
  if (was.length === 0) return `改进情况：${before.year}年的台账和平台记录没有显示需要改进的问题。`
  const said = was.map((problem) => {
    const { name, unit, amount } = problem
    const then = `${before.year}年${amount(before)}${unit}`
    if (!problem.isKnown(known)) return `${name}，${then}，${known.year}年的情况没有登记`
    const [old, now] = [amount(before), amount(known)]
    const trend = now < old ? '有所减少' : now > old ? '没有减少' : '与上年相同'
    return `${name}，${then}，${known.year}年${now}${unit}${problem.open?.(known) ?? ''}，${trend}`
  })
  return `改进情况：${list(said)}。`
}

/** Section 五: what became of last year's problems, what this year's records show, and what will be done about each. */
export function problemsOf(known: Known): string[] {
  const shown = problems.filter((problem) => isShown(problem, known))
  if (shown.length === 0)
    return [improvements(known), `存在的主要问题：${known.year}年的台账和平台记录没有显示需要在此报告的问题。`]
  return [
    improvements(known),
    `存在的主要问题：${list(shown.map(({ problem }) => problem(known)))}。`,
    `下一步措施：${list(shown.map((problem) => measureOf(problem, known)))}。`,
  ]
}
