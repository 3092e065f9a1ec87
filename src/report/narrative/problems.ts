import { figure } from '../report.ts'
import type { NarrativeInput } from './narrative.ts'

interface Problem {
  readonly shows: (input: NarrativeInput) => boolean
  readonly problem: (input: NarrativeInput) => string
  readonly measure: string
}

const publications = ({ facts }: NarrativeInput) => ({
  all: facts.channels.reduce((sum, { count }) => sum + count, 0),
  reposts: facts.channels.reduce((sum, { reposts }) => sum + reposts, 0),
})
const requests = ({ figures }: NarrativeInput, row: string) =>
  Number(figure(figures, { table: 'requests', row, column: 'total' }) ?? 0)
const issued = ({ figures }: NarrativeInput) =>
  Number(figure(figures, { table: 'proactive', row: 'normativeDocuments', column: 'issuedThisYear' }) ?? 0)
const corrected = ({ figures }: NarrativeInput) =>
  ['review', 'suitDirect', 'suitAfterReview'].reduce((sum, row) => sum + (figures.remedies[row]?.corrected ?? 0), 0)

/** From these shares on, the figures themselves are worth reporting as a problem. */
const manyReposts = 0.3
const manyExtensions = 0.2

/** What the year's own figures show to be wanting, each with a measure. The last stands in every report. */
const problems: readonly Problem[] = [
  {
    shows: (input) => publications(input).reposts > publications(input).all * manyReposts,
    problem: (input) => {
      const { all, reposts } = publications(input)
      return `原创内容不足，全年发布的${all}条信息中转载${reposts}条`
    },
    measure: '围绕本机关职责加强原创信息采编，逐月统计转载比例',
  },
  {
    shows: (input) => issued(input) > input.facts.interpretations,
    problem: (input) =>
      `政策解读跟进不够，制发行政规范性文件${issued(input)}件，发布政策解读${input.facts.interpretations}条`,
    measure: '落实政策文件与解读材料同步起草、同步审签、同步发布',
  },
  {
    shows: (input) => input.facts.extended > requests(input, 'resultsTotal') * manyExtensions,
    problem: (input) => `部分申请答复用时较长，延长答复期限${input.facts.extended}件`,
    measure: '完善登记、审核、办理、答复、归档流程，对临近期限的申请提前提醒',
  },
  {
    shows: (input) => corrected(input) > 0,
    problem: (input) => `答复规范性有待提高，行政复议、行政诉讼中被纠正${corrected(input)}件`,
    measure: '逐案分析被纠正的原因，加强答复前的合法性审核和业务培训',
  },
  {
    shows: () => true,
    problem: () => '公开目录还需进一步细化，公开时效和工作人员业务水平有待进一步提高',
    measure: '对照法定主动公开内容逐项梳理目录，明确各项信息的公开时限和责任科室，定期开展业务培训',
  },
]

const ordinals = ['一', '二', '三', '四', '五']

/** What the year has brought, in figures, so that no year repeats another's words. */
function improvements(input: NarrativeInput): string {
  const { year, facts } = input
  const { all, reposts } = publications(input)
  const concluded = requests(input, 'resultsTotal')
  const published =
    all > 0 ? `发布信息${all}条，其中转载${reposts}条，政策解读${facts.interpretations}条` : '未登记发布的信息'
  const answered =
    concluded > 0
      ? `办结政府信息公开申请${concluded}件，其中延长答复期限${facts.extended}件`
      : '没有办结的政府信息公开申请'
  return `改进情况：${year}年${published}；${answered}。`
}

/** Section 五: what was improved, what the figures show, and what will be done about each. */
export function problemsOf(input: NarrativeInput): string[] {
  const shown = problems.filter(({ shows }) => shows(input))
  const list = (text: (problem: Problem) => string) =>
    shown.map((problem, index) => `${ordinals[index]}是${text(problem)}`).join('；')
  return [
    improvements(input),
    `存在的主要问题：${list(({ problem }) => problem(input))}。`,
    `下一步措施：${list(({ measure }) => measure)}。`,
  ]
}
