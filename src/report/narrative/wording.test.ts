import { describe, expect, test } from 'vitest'
import { accountedLedgers } from '../../ledgers/years/ledger-year.ts'
import { aKnown } from '../testing/a-known-year.ts'
import { aSection } from '../testing/a-sound-report.ts'
import type { Known } from './known.ts'
import { proactive } from './known.ts'
import { narrativeOf, reportTitle, wordsOfProblems } from './narrative.ts'
import { overviewOf } from './overview.ts'

type Wanted = Parameters<typeof aKnown>[0]
const introductionOf = (organ: Partial<Known['organ']>): string =>
  narrativeOf(aKnown({ organ }))[0]?.paragraphs.join('') ?? ''
/** One of the five parts of section 一. */
const part = (index: number, wanted: Wanted): string => overviewOf(aKnown(wanted))[index] ?? ''

describe('the paragraph before 一', () => {
  const nowhere = { address: '', postcode: '', phone: '', email: '', ogiWorkBody: '' }
  test('names the regulation, the notice that gives the form, and the year of the figures', () => {
    expect(introductionOf(nowhere)).toMatch(/^根据《中华人民共和国政府信息公开条例》第五十条和国办公开办函〔2021〕30号/)
    expect(introductionOf(nowhere)).toMatch(/统计期限自2025年1月1日起至2025年12月31日止。$/)
  })
  test.for<[Partial<Known['organ']>, string]>([
    [{ address: '示例路1号' }, '地址：示例路1号'],
    [{ postcode: '100000' }, '邮编：100000'],
    [{ phone: '010-1' }, '电话：010-1'],
    [{ email: 'a@b.cn' }, '电子邮箱：a@b.cn'],
    [{ phone: '010-1', email: 'a@b.cn' }, '电话：010-1；电子邮箱：a@b.cn'],
  ])('says how the organ is reached, as far as that is known: %o', ([known, words]) => {
    const named = { ...nowhere, name: '示例市统计局', ...known }
    expect(introductionOf(named)).toMatch(new RegExp(`止。如对本报告有疑问，请与示例市统计局联系（${words}）。$`))
    expect(introductionOf({ ...named, ogiWorkBody: '办公室' })).toContain(`请与办公室联系（${words}）。`)
  })
  test('of a government that speaks of those below it says so', () => {
    expect(narrativeOf({ ...aKnown(), countsBelow: 'withDepartments' })[0]?.paragraphs.join('')).toMatch(
      /12月31日止，包括本机关以及所属部门和乡镇人民政府（街道办事处）报送并经审核的数据。/,
    )
  })
  test('it has no heading; the tables have no text', () => {
    const sections = narrativeOf(aKnown())
    expect(sections[0]).toMatchObject({ id: 'intro', heading: '' })
    for (const id of ['proactive', 'requests', 'remedies'])
      expect(sections.find((section) => section.id === id)?.paragraphs).toEqual([])
  })
})

test('the title is the organ, the year and what it is', () => {
  expect(reportTitle('示例市统计局', 2025)).toBe('示例市统计局2025年政府信息公开工作年度报告')
})

test('years are compared by the words of section 五, and by nothing where it is missing', () => {
  expect(wordsOfProblems({ sections: [aSection('overview', '甲'), aSection('problems', '乙', '丙')] })).toBe('乙\n丙')
  expect(wordsOfProblems({ sections: [aSection('overview', '甲')] })).toBe('')
})

describe('（一）主动公开', () => {
  const channel = (name: string, count: number) => ({ kind: 'website', name, count })
  const one = { items: 3, channels: [channel('门户网站', 3)] }
  test('on one channel, on several, and on none that is named', () => {
    expect(part(0, { facts: one })).toBe('（一）主动公开情况。2025年通过门户网站发布各类信息3条。')
    expect(part(0, { facts: { items: 5, channels: [channel('网站', 3), channel('公告栏', 2)] } })).toContain(
      '2025年共发布各类信息5条：网站3条，公告栏2条（',
    )
    expect(part(0, { facts: { items: 5 } })).toBe('（一）主动公开情况。2025年共发布各类信息5条。')
  })
  test('interpretations and responses are told among them, each only where there are any', () => {
    const among = (interpretations: number, responses: number) =>
      part(0, { facts: { ...one, interpretations, responses } })
    expect(among(2, 0)).toMatch(/信息3条；其中政策解读2条。$/)
    expect(among(0, 1)).toMatch(/信息3条；其中回应社会关切1条。$/)
    expect(among(2, 1)).toMatch(/信息3条；其中政策解读2条，回应社会关切1条。$/)
  })
})

describe('（二）依申请公开', () => {
  const figures = { 'newReceived.total': 4, 'carriedOver.total': 1, 'resultsTotal.total': 3, 'carriedForward.total': 2 }
  test('what came in, was carried over, concluded and carried forward', () => {
    expect(part(1, { figures })).toBe(
      '（二）依申请公开情况。2025年新收政府信息公开申请4件，上年结转1件；办结3件，结转下年度继续办理2件。',
    )
  })
  test('what was done on the way, each only where it was done', () => {
    const way = (supplemented: number, consulted: number, extended: number) =>
      part(1, { figures, facts: { supplemented, consulted, extended } }).replace(/^.+2件。/, '')
    expect(way(1, 0, 0)).toBe('办理中告知补正1件。')
    expect(way(0, 1, 0)).toBe('办理中征求第三方或者其他机关意见1件。')
    expect(way(1, 1, 1)).toBe('办理中告知补正1件，征求第三方或者其他机关意见1件，延长答复期限1件。')
  })
  test('reviews, and suits with and without a review before', () => {
    const cases = { 'review.total': 1, 'suitDirect.total': 2, 'suitAfterReview.total': 4 }
    expect(part(1, { figures: cases })).toContain('因政府信息公开引起的行政复议1件，行政诉讼6件。')
    for (const row of ['review', 'suitDirect', 'suitAfterReview'])
      expect(part(1, { figures: { [`${row}.total`]: 1 } })).toContain('因政府信息公开引起的')
  })
})

describe('（三）政府信息管理', () => {
  const ofRow = (row: string) => ({
    [`${row}.issuedThisYear`]: 3,
    [`${row}.repealedThisYear`]: 1,
    [`${row}.inForce`]: 9,
  })
  test('documents and 规章 by their own figures', () => {
    expect(part(2, { figures: ofRow('normativeDocuments') })).toContain(
      '2025年制发行政规范性文件3件，废止行政规范性文件1件，现行有效行政规范性文件9件；',
    )
    expect(part(2, { figures: ofRow('rules'), organ: { canMakeRules: true } })).toContain(
      '2025年制发规章3件，废止规章1件，现行有效规章9件；',
    )
  })
  test('the levels of review in words, of what was reviewed before it went out', () => {
    const reviewed = (levels: number) =>
      part(2, { facts: { reviewed: { published: 5, urgent: 2, levels, secrecy: 0 } } })
    expect(reviewed(1)).toContain('公开信息5次（含更正、撤回），3次经一级审核后公开。')
    expect(reviewed(2)).toContain('3次经两级审核后公开。')
    expect(reviewed(3)).toContain('3次经三级审核后公开。')
  })
  test('what no ledger tells is told as not registered', () => {
    const ledgers = accountedLedgers.map(({ id }) => id).filter((id) => id === 'requests')
    expect(part(2, { ledgers })).toBe('（三）政府信息管理情况。2025年制发文件、作出决定和收费的情况没有登记。')
  })
})

test('（四）three channels are read out, without a count', () => {
  const channels = ['甲', '乙', '丙'].map((name) => ({ kind: 'website', name, count: 1 }))
  expect(part(3, { facts: { items: 3, channels } })).toContain('通过甲、乙、丙公开政府信息。')
})

describe('section 六: what was asked for and what was paid', () => {
  const fees = (notices: number, collected: string) =>
    narrativeOf(aKnown({ facts: { fees: { notices, notified: '40.00', collected } } })).at(-1)?.paragraphs
  test('a notice that was not paid, and a payment of a notice of the year before, are both told', () => {
    expect(fees(1, '0.00')?.join()).toContain('发出收费通知1件，通知金额共计40.00元，实际收取信息处理费共计0.00元')
    expect(fees(0, '20.00')?.join()).toContain('发出收费通知0件，通知金额共计40.00元，实际收取信息处理费共计20.00元')
  })
})

test('a figure that nobody stated is told as nought', () => {
  expect(proactive(aKnown(), 'unknown', 'inForce')).toBe(0)
})
