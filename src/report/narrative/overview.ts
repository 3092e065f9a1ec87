import { type AccountedLedger, ledgerLabel } from '../../ledgers/years/ledger-year.ts'
import { isKnown, type Known, proactive, remedyTotal, requestTotal } from './known.ts'
import { type Sentence, write } from './sentence.ts'

interface Part {
  readonly heading: string
  readonly sentences: readonly Sentence[]
  /** What is said where none of them has a ground: that it is not known. */
  readonly otherwise: (known: Known) => string
}

const published: readonly Sentence[] = [
  {
    id: 'published.items',
    ground: (known) => isKnown(known, 'publications') && known.facts.items > 0,
    text: ({ year, facts: { channels, items, interpretations, responses } }) => {
      const [only] = channels
      const where = channels.length === 1 && only ? `通过${only.name}` : '共'
      const each =
        channels.length > 1
          ? `：${channels.map(({ name, count }) => `${name}${count}条`).join('，')}（同一信息、相同标题在几个渠道发布的，总数中只计一次）`
          : ''
      const kinds = [
        interpretations > 0 ? `政策解读${interpretations}条` : '',
        responses > 0 ? `回应社会关切${responses}条` : '',
      ].filter(Boolean)
      const among = kinds.length > 0 ? `；其中${kinds.join('，')}` : ''
      return `${year}年${where}发布各类信息${items}条${each}${among}。`
    },
  },
  {
    id: 'published.none',
    ground: (known) => isKnown(known, 'publications') && known.facts.items === 0,
    text: ({ year }) => `${year}年没有通过网站、新媒体等渠道发布信息。`,
  },
]

const nothingAsked = (known: Known) =>
  requestTotal(known, 'newReceived') === 0 && requestTotal(known, 'carriedOver') === 0

const asked: readonly Sentence[] = [
  {
    id: 'requests.none',
    ground: (known) => isKnown(known, 'requests') && nothingAsked(known),
    text: ({ year }) => `${year}年未收到政府信息公开申请，无上年结转的申请。`,
  },
  {
    id: 'requests.course',
    ground: (known) => isKnown(known, 'requests') && !nothingAsked(known),
    text: (known) => {
      const [received, carried, concluded, forward] = [
        'newReceived',
        'carriedOver',
        'resultsTotal',
        'carriedForward',
      ].map((row) => requestTotal(known, row))
      return `${known.year}年新收政府信息公开申请${received}件，上年结转${carried}件；办结${concluded}件，结转下年度继续办理${forward}件。`
    },
  },
  {
    id: 'requests.acts',
    ground: (known) => isKnown(known, 'requests') && !nothingAsked(known) && acts(known).length > 0,
    text: (known) => `${known.own ? '本机关' : ''}办理中${acts(known).join('，')}。`,
  },
  {
    id: 'remedies.cases',
    ground: (known) => isKnown(known, 'remedies') && remedyTotal(known, 'review', 'suitDirect', 'suitAfterReview') > 0,
    text: (known) =>
      `因政府信息公开引起的行政复议${remedyTotal(known, 'review')}件，行政诉讼${remedyTotal(known, 'suitDirect', 'suitAfterReview')}件。`,
  },
]

const acts = ({ facts: { supplemented, consulted, extended } }: Known): string[] =>
  [
    supplemented > 0 ? `告知补正${supplemented}件` : '',
    consulted > 0 ? `征求第三方或者其他机关意见${consulted}件` : '',
    extended > 0 ? `延长答复期限${extended}件` : '',
  ].filter(Boolean)

const ofLedger = (ledger: AccountedLedger, text: (known: Known) => string): Sentence => ({
  id: `managed.${ledger}`,
  ground: (known) => isKnown(known, ledger),
  text,
})

const documents = (row: 'rules' | 'normativeDocuments', name: string) => (known: Known) =>
  `制发${name}${proactive(known, row, 'issuedThisYear')}件，废止${name}${proactive(known, row, 'repealedThisYear')}件，现行有效${name}${proactive(known, row, 'inForce')}件`

const managed: readonly Sentence[] = [
  {
    ...ofLedger('rules', documents('rules', '规章')),
    ground: (known) => known.organ.canMakeRules && isKnown(known, 'rules'),
  },
  ofLedger('normativeDocuments', documents('normativeDocuments', '行政规范性文件')),
  ...(['licensing', 'penalty', 'compulsion'] as const).map((kind) =>
    ofLedger(kind, (known) => `作出${ledgerLabel(kind)}决定${proactive(known, kind, 'decisions')}件`),
  ),
  ofLedger(
    'administrativeFees',
    (known) => `收取行政事业性收费${proactive(known, 'administrativeFees', 'amountWan')}万元`,
  ),
]

const levelWords: Readonly<Record<number, string>> = { 1: '一级', 2: '两级', 3: '三级' }

const reviewed: readonly Sentence[] = [
  {
    id: 'reviewed.levels',
    ground: ({ facts: { reviewed } }) => reviewed.published > reviewed.urgent && reviewed.levels in levelWords,
    text: ({ facts: { reviewed } }) =>
      `全年在平台公开信息${reviewed.published}次（含更正、撤回），${reviewed.published - reviewed.urgent}次经${levelWords[reviewed.levels]}审核后公开。`,
  },
  {
    id: 'reviewed.secrecy',
    ground: ({ facts: { reviewed } }) => reviewed.secrecy > 0 && reviewed.secrecy === reviewed.published,
    text: () => '在平台公开的信息公开前均逐件进行了保密审查。',
  },
  {
    id: 'reviewed.urgent',
    ground: ({ facts: { reviewed } }) => reviewed.urgent > 0,
    text: ({ facts: { reviewed } }) => `因情况紧急先行公开、事后补办审核的${reviewed.urgent}次。`,
  },
]

/** So many names are read out; where there are more, the rest is counted. */
const namesRead = 3

const platform: readonly Sentence[] = [
  {
    id: 'platform.channels',
    ground: (known) => isKnown(known, 'publications') && known.facts.channels.length > 0,
    text: ({ facts: { channels } }) => {
      const names = channels.map(({ name }) => name)
      const rest = names.length > namesRead ? `等${names.length}个渠道` : ''
      return `通过${names.slice(0, namesRead).join('、')}${rest}公开政府信息。`
    },
  },
  {
    id: 'platform.standing',
    ground: ({ facts }) => facts.standing > 0,
    text: ({ year, facts }) =>
      `政府信息公开平台提供检索、查阅、下载，截至${year}年12月31日可以查阅的政府信息有${facts.standing}条。`,
  },
  {
    id: 'platform.reports',
    ground: ({ facts }) => facts.reports.length > 0,
    text: ({ facts }) => `平台上可以查阅${facts.reports.join('、')}年度的政府信息公开工作年度报告。`,
  },
]

const supervised: readonly Sentence[] = [
  {
    id: 'supervised.workBody',
    ground: ({ organ }) => organ.ogiWorkBody !== '',
    text: ({ organ }) => `由${organ.ogiWorkBody}承担政府信息公开日常工作。`,
  },
]

const parts: readonly Part[] = [
  {
    heading: '（一）主动公开情况。',
    sentences: published,
    otherwise: ({ year }) => `${year}年通过各渠道发布信息的情况没有登记。`,
  },
  {
    heading: '（二）依申请公开情况。',
    sentences: asked,
    otherwise: ({ year }) => `${year}年收到和办理政府信息公开申请的情况没有登记。`,
  },
  {
    heading: '（三）政府信息管理情况。',
    sentences: [joined('managed', managed), ...reviewed],
    otherwise: ({ year }) => `${year}年制发文件、作出决定和收费的情况没有登记。`,
  },
  {
    heading: '（四）政府信息公开平台建设情况。',
    sentences: platform,
    otherwise: ({ year }) => `${year}年没有平台建设的登记。`,
  },
  {
    heading: '（五）监督保障情况。',
    sentences: supervised,
    otherwise: ({ year }) => `${year}年没有监督保障的登记。`,
  },
]

/** Several clauses in one sentence that begins with the year. */
function joined(id: string, clauses: readonly Sentence[]): Sentence {
  return {
    id,
    ground: (known) => clauses.some(({ ground }) => ground(known)),
    text: (known) => `${known.year}年${write(known, clauses).join('；')}。`,
  }
}

/** Every sentence of section 一. */
export const overviewSentences: readonly Sentence[] = [
  ...parts.flatMap(({ sentences }) => sentences.filter(({ id }) => id !== 'managed')),
  ...managed,
]

/** Section 一: the five parts that 国办公开办函〔2021〕30号 names, each with what is known of it. */
export const overviewOf = (known: Known): string[] =>
  parts.map(({ heading, sentences, otherwise }) => {
    const said = write(known, sentences)
    return heading + (said.length > 0 ? said.join('') : otherwise(known))
  })
