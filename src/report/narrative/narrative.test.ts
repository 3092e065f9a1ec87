import { describe, expect, test } from 'vitest'
import { type AccountedLedger, accountedLedgers } from '../../ledgers/years/ledger-year.ts'
import { aKnown, noFacts } from '../testing/a-known-year.ts'
import type { Known } from './known.ts'
import { narrativeOf } from './narrative.ts'
import { otherMatters } from './other-matters.ts'
import { overviewSentences } from './overview.ts'

const textOf = (known: Known): string =>
  narrativeOf(known)
    .filter(({ id }) => id !== 'intro')
    .flatMap(({ paragraphs }) => paragraphs)
    .join('\n')
const without = (...ledgers: AccountedLedger[]): AccountedLedger[] =>
  accountedLedgers.map(({ id }) => id).filter((id) => !ledgers.includes(id))

const wechat = { kind: 'wechat', name: '示例发布', count: 3 }
const reviewed = { published: 5, urgent: 0, levels: 3, secrecy: 5 }

/** For each sentence: words of it, a year in which it is said, and the same year without its ground. */
const cases: Readonly<Record<string, { says: RegExp; grounded: Known; groundless: Known[] }>> = {
  'published.items': {
    says: /发布各类信息3条/,
    grounded: aKnown({ facts: { items: 3, channels: [wechat] } }),
    groundless: [aKnown({ facts: { items: 3, channels: [wechat] }, ledgers: without('publications') }), aKnown()],
  },
  'published.none': {
    says: /没有通过网站、新媒体等渠道发布信息/,
    grounded: aKnown(),
    groundless: [aKnown({ ledgers: without('publications') }), aKnown({ facts: { items: 1, channels: [wechat] } })],
  },
  'requests.none': {
    says: /未收到政府信息公开申请/,
    grounded: aKnown(),
    groundless: [aKnown({ ledgers: without('requests') }), aKnown({ figures: { 'carriedOver.total': 1 } })],
  },
  'requests.course': {
    says: /新收政府信息公开申请4件/,
    grounded: aKnown({ figures: { 'newReceived.total': 4 } }),
    groundless: [aKnown({ figures: { 'newReceived.total': 4 }, ledgers: without('requests') }), aKnown()],
  },
  'requests.acts': {
    says: /办理中延长答复期限2件。/,
    grounded: aKnown({ figures: { 'newReceived.total': 4 }, facts: { extended: 2 } }),
    groundless: [
      aKnown({ figures: { 'newReceived.total': 4 } }),
      aKnown({ figures: { 'newReceived.total': 4 }, facts: { extended: 2 }, ledgers: without('requests') }),
    ],
  },
  'remedies.cases': {
    says: /行政复议2件，行政诉讼1件/,
    grounded: aKnown({ figures: { 'review.total': 2, 'suitDirect.total': 1 } }),
    groundless: [aKnown({ figures: { 'review.total': 2 }, ledgers: without('remedies') }), aKnown()],
  },
  'managed.rules': {
    says: /现行有效规章/,
    grounded: aKnown({ organ: { canMakeRules: true } }),
    groundless: [aKnown({ organ: { canMakeRules: true }, ledgers: without('rules') }), aKnown()],
  },
  'managed.normativeDocuments': {
    says: /现行有效行政规范性文件/,
    grounded: aKnown(),
    groundless: [aKnown({ ledgers: without('normativeDocuments') })],
  },
  'managed.licensing': {
    says: /作出行政许可决定0件/,
    grounded: aKnown(),
    groundless: [aKnown({ ledgers: without('licensing') })],
  },
  'managed.penalty': {
    says: /作出行政处罚决定0件/,
    grounded: aKnown(),
    groundless: [aKnown({ ledgers: without('penalty') })],
  },
  'managed.compulsion': {
    says: /作出行政强制决定0件/,
    grounded: aKnown(),
    groundless: [aKnown({ ledgers: without('compulsion') })],
  },
  'managed.administrativeFees': {
    says: /收取行政事业性收费0万元/,
    grounded: aKnown(),
    groundless: [aKnown({ ledgers: without('administrativeFees') })],
  },
  'reviewed.levels': {
    says: /三级审核/,
    grounded: aKnown({ facts: { reviewed } }),
    groundless: [
      aKnown(),
      aKnown({ facts: { items: 3, channels: [wechat] } }),
      aKnown({ facts: { reviewed: { ...reviewed, levels: 4 } } }),
      aKnown({ facts: { reviewed: { ...reviewed, urgent: 5, levels: 0 } } }),
      aKnown({ facts: { reviewed: { ...reviewed, urgent: 5 } } }),
    ],
  },
  'reviewed.secrecy': {
    says: /保密审查/,
    grounded: aKnown({ facts: { reviewed } }),
    groundless: [aKnown(), aKnown({ facts: { reviewed: { ...reviewed, secrecy: 4 } } })],
  },
  'reviewed.urgent': {
    says: /因情况紧急先行公开、事后补办审核的1次/,
    grounded: aKnown({ facts: { reviewed: { ...reviewed, urgent: 1 } } }),
    groundless: [aKnown({ facts: { reviewed } })],
  },
  'platform.channels': {
    says: /通过示例发布公开政府信息/,
    grounded: aKnown({ facts: { items: 3, channels: [wechat] } }),
    groundless: [aKnown({ facts: { items: 3, channels: [wechat] }, ledgers: without('publications') }), aKnown()],
  },
  'platform.standing': {
    says: /可以查阅的政府信息有9条/,
    grounded: aKnown({ facts: { standing: 9 } }),
    groundless: [aKnown()],
  },
  'platform.reports': {
    says: /可以查阅2023、2024年度的政府信息公开工作年度报告/,
    grounded: aKnown({ facts: { reports: [2023, 2024] } }),
    groundless: [aKnown()],
  },
  'supervised.workBody': {
    says: /由示例市统计局办公室承担/,
    grounded: aKnown(),
    groundless: [aKnown({ organ: { ogiWorkBody: '' } })],
  },
  'fees.none': {
    says: /未收取政府信息公开信息处理费/,
    grounded: aKnown(),
    groundless: [aKnown({ ledgers: without('requests') })],
  },
  'fees.some': {
    says: /发出收费通知2件/,
    grounded: aKnown({ facts: { fees: { notices: 2, notified: '40.00', collected: '40.00' } } }),
    groundless: [aKnown()],
  },
}

describe('no sentence claims what no record shows', () => {
  const sentences = [...overviewSentences, ...otherMatters]

  test('every sentence that can be written has its ground taken away here', () => {
    expect(Object.keys(cases).sort()).toEqual(sentences.map(({ id }) => id).sort())
  })

  test.for(sentences.map(({ id }) => id))('%s', (id) => {
    const { says, grounded, groundless } = cases[id] ?? { says: /./, grounded: aKnown(), groundless: [] }
    expect(textOf(grounded)).toMatch(says)
    const sentence = sentences.find((each) => each.id === id)
    expect(sentence?.ground(grounded)).toBe(true)
    for (const known of groundless) {
      expect(sentence?.ground(known)).toBe(false)
      expect(textOf(known)).not.toMatch(says)
    }
  })

  test('an organ of which nothing is known says so in every part, and no figure', () => {
    const text = textOf(aKnown({ ledgers: [], organ: { ogiWorkBody: '' } }))
    expect(text.match(/没有登记|没有[^，。]*的登记/g)).toHaveLength(6)
    expect(text.replace(/20\d\d年/g, '')).not.toMatch(/\d/)
  })

  test.for(['长期可查', '接受社会监督', '落实', '坚持', '严格', '无其他需要报告', '统一规范', '考核', '细化'])(
    'what is no fact is never said: %s',
    (words) => {
      for (const { grounded } of Object.values(cases)) expect(textOf(grounded)).not.toContain(words)
    },
  )
})

describe('what stood on several channels', () => {
  const board = { kind: 'board', name: '公告栏', count: 2 }
  test('is counted once in the sum, and the text says so', () => {
    const text = textOf(aKnown({ facts: { items: 4, channels: [wechat, board] } }))
    expect(text).toContain(
      '共发布各类信息4条：示例发布3条，公告栏2条（同一信息、相同标题在几个渠道发布的，总数中只计一次）',
    )
    expect(text).toContain('通过示例发布、公告栏公开政府信息。')
  })
  test('one channel is not “one of one”; of more than three the rest is counted', () => {
    expect(textOf(aKnown({ facts: { items: 3, channels: [wechat] } }))).not.toMatch(/等1个渠道/)
    const many = ['甲', '乙', '丙', '丁'].map((name) => ({ kind: 'website', name, count: 1 }))
    expect(textOf(aKnown({ facts: { ...noFacts, items: 4, channels: many } }))).toContain('通过甲、乙、丙等4个渠道')
  })
})
