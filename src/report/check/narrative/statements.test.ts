import { describe, expect, test } from 'vitest'
import { reportFormats } from '../../../law/report-formats.ts'
import { clausesOf } from './clauses.ts'
import { wholeNumber } from './numerals.ts'
import { statementsIn } from './statements.ts'

describe('a whole number is read', () => {
  test.for<[string, number | undefined]>([
    ['21', 21],
    ['1,334', 1334],
    ['1,234,567', 1234567],
    ['0', 0],
    ['123456789', 123456789],
    ['1234567890', undefined],
    ['1,33', undefined],
    ['1,3345', undefined],
    ['1334,567', undefined],
    ['十', 10],
    ['十二', 12],
    ['二十', 20],
    ['二十五', 25],
    ['一百零五', 105],
    ['两百〇五', 205],
    ['三千五百二十一', 3521],
    ['两千', 2000],
    ['百', 100],
    ['零', 0],
    ['八', 8],
    ['若干', undefined],
    ['', undefined],
  ])('%s: %s', ([text, value]) => expect(wholeNumber(text)).toBe(value))
})

describe('the clauses that speak of the report’s own year', () => {
  const texts = (paragraph: string, year: number | null = 2024) => clausesOf(paragraph, year).map(({ text }) => text)
  test.for<[string, string[]]>([
    ['收到申请1,334件,答复1334件', ['收到申请1334件', '答复1334件']],
    ['收到1,334,567件', ['收到1334567件']],
    ['收到1,33件', ['收到1', '33件']],
    ['甲3件、乙4件;丙:丁(戊)己', ['甲3件', '乙4件', '丙', '丁', '戊', '己']],
    ['甲、乙3件', ['甲、乙3件']],
    ['累计收到3件,公开4件', []],
    ['收到3件,同比增加一成', ['收到3件']],
    ['收到3件,去年2件', ['收到3件']],
    ['历年收到3件。收到4件!收到5件?收到6件', ['收到4件', '收到5件', '收到6件']],
    ['收到3件,较上年多1件', ['收到3件']],
    ['2023年收到3件,2024年收到4件', ['2024年收到4件']],
    ['2023年2024年收到3件', []],
    ['2023收到3件', ['2023收到3件']],
    [`${'各'.repeat(160)},${'各'.repeat(161)}`, ['各'.repeat(160)]],
    ['', []],
  ])('%s', ([paragraph, expected]) => expect(texts(paragraph)).toEqual(expected))

  test('where the year is not known no year is its own', () => {
    expect(texts('2024年收到3件,收到4件', null)).toEqual(['收到4件'])
  })
  test('each with its sentence and the one before, and whether it tells of a part', () => {
    expect(clausesOf('收到申请。共3件,其中网上1件,当面2件。无其他', 2024)).toEqual([
      { text: '收到申请', sentence: '收到申请', topic: '。收到申请', isAfterPartition: false },
      ...[
        { text: '共3件', isAfterPartition: false },
        { text: '其中网上1件', isAfterPartition: true },
        { text: '当面2件', isAfterPartition: true },
      ].map((clause) => ({
        ...clause,
        sentence: '共3件,其中网上1件,当面2件',
        topic: '收到申请。共3件,其中网上1件,当面2件',
      })),
      {
        text: '无其他',
        sentence: '无其他',
        topic: '共3件,其中网上1件,当面2件。无其他',
        isAfterPartition: false,
      },
    ])
  })
})

describe('what a clause states of a cell', () => {
  const said = (text: string, year: '2021' | '2019' = '2021') =>
    clausesOf(text, 2024)
      .flatMap(statementsIn(reportFormats[year]))
      .map(({ stated, readings }) => {
        const cells = readings.map((sum) => sum.map(({ row, column }) => `${row}.${column}`).join('+'))
        return `${stated} ${cells.join(' or ')}`
      })
  const fresh = 'newReceived.total'
  const withOld = `${fresh} or newReceived.total+carriedOver.total`
  const reviews = 'review.total or review.upheld+review.corrected+review.otherResult+review.pending'
  const direct = ['upheld', 'corrected', 'otherResult', 'pending']
  const suits = `suitDirect.total+suitAfterReview.total or ${['suitDirect', 'suitAfterReview']
    .flatMap((row) => direct.map((column) => `${row}.${column}`))
    .join('+')}`

  test.for<[string, string[]]>([
    ['新收政府信息公开申请5件', [`5 ${fresh}`]],
    ['收到政府信息公开申请5件', [`5 ${withOld}`]],
    ['受理依申请公开政府信息共5件', [`5 ${withOld}`]],
    ['办理政府信息公开申请5件', [`5 ${withOld} or resultsTotal.total`]],
    ['开展信息公开。收到各类申请5件', [`5 ${withOld}`]],
    ['信息公开申请收到5件', []],
    ['收到各类申请5件', []],
    ['收到信息公开申请5件和咨询6件', []],
    ['收到信息公开申请5次', []],
    ['收到信息公开申请5件以上', []],
    ['收到信息公开申请5余件', []],
    ['收到信息公开申请第5件', []],
    ['收到网上信息公开申请5件', []],
    ['收到信息公开申请5件的答复', []],
    ['收到信息公开申请引起的复议5件', []],
    ['其中,收到信息公开申请5件', []],
    ['未收到信息公开申请', [`0 ${fresh}`]],
    ['没有接受公民提出的政府信息公开申请', [`0 ${fresh}`]],
    ['无依申请公开事项', [`0 ${fresh}`]],
    ['未收到信息公开申请表', []],
    ['未收到公开申请人的来信', []],
    ['未收到网上信息公开申请', []],
    ['未收到信息公开的投诉和申请', []],
    ['未收到各类申请', []],
    ['信息公开申请没有引起复议', [`0 ${reviews}`]],
  ])('what came in: %s', ([text, expected]) => expect(said(text)).toEqual(expected))

  test.for<[string, string[]]>([
    ['依申请公开。上年结转5件', ['5 carriedOver.total']],
    ['依申请公开。结转上一年度申请数量共5件', ['5 carriedOver.total']],
    ['依申请公开。结转下年度继续办理的5件', ['5 carriedForward.total']],
    ['依申请公开。结转至下一年度5件', ['5 carriedForward.total']],
    ['依申请公开。5件结转下年', ['5 carriedForward.total']],
    ['依申请公开。5宗申请结转到下一年度', ['5 carriedForward.total']],
    ['资金方面。上年结转5件', []],
    ['依申请公开。上年结转复议5件', []],
    ['依申请公开。网上上年结转5件', []],
  ])('what was carried: %s', ([text, expected]) => expect(said(text)).toEqual(expected))

  test.for<[string, string[]]>([
    ['申请中予以公开5件', ['5 granted.total']],
    ['申请中部分公开的5件', ['5 partiallyGranted.total']],
    ['申请中属于国家秘密5件', ['5 denied.stateSecret.total']],
    ['申请中危及三安全一稳定5件', ['5 denied.threeSecuritiesOneStability.total']],
    [
      '申请中无法提供5件',
      [
        '5 unableToProvide.notHeld.total+unableToProvide.needsCreation.total+unableToProvide.unclearAfterSupplement.total',
      ],
    ],
    ['申请中主动予以公开5件', []],
    ['申请中答复、予以公开5件', []],
    ['公文中予以公开5件', []],
    ['建议和申请中予以公开5件', []],
    ['申请复议后予以公开5件', []],
    ['申请总计5件', []],
    ['申请其他5件', []],
  ])('the results: %s', ([text, expected]) => expect(said(text)).toEqual(expected))

  test.for<[string, string[]]>([
    ['信息公开行政复议5件', [`5 ${reviews}`]],
    ['信息公开行政复议案件发生5件', [`5 ${reviews}`]],
    ['信息公开行政诉讼5件', [`5 ${suits}`]],
    ['信息公开方面,诉讼5件', [`5 ${suits}`]],
    ['信息公开行政复议、行政诉讼5件', []],
    ['信息公开未引起行政复议和行政诉讼', [`0 ${reviews}`, `0 ${suits}`]],
    ['信息公开未引起行政诉讼', [`0 ${suits}`]],
    ['信息公开未引起行政复议5次', []],
    ['信息公开行政复议培训5次', []],
    ['审理信息公开行政复议5件', []],
    ['信息公开行政复议纠正5件', []],
    ['信息公开行政复议上年5件', []],
    ['行政复议5件', []],
  ])('the remedies: %s', ([text, expected]) => expect(said(text)).toEqual(expected))

  test.for<[string, string[]]>([
    ['本年度制发规范性文件5件', ['5 normativeDocuments.issuedThisYear']],
    ['我局制定出台行政规范性文件5份', ['5 normativeDocuments.issuedThisYear']],
    ['规范性文件方面,新制定5件', ['5 normativeDocuments.issuedThisYear']],
    ['废止规范性文件5件', ['5 normativeDocuments.repealedThisYear']],
    ['废止和宣布失效规范性文件5件', []],
    ['宣布废止规范性文件5件', []],
    ['继续废止规范性文件5件', []],
    ['现行有效的规范性文件5件', ['5 normativeDocuments.inForce']],
    ['起草规范性文件,共制定5件', ['5 normativeDocuments.issuedThisYear']],
    ['审查制定规范性文件5件', []],
    ['制定文件5件', []],
    ['制定规章5件', ['5 rules.issuedThisYear']],
    ['废止政府规章5部', ['5 rules.repealedThisYear']],
    ['宣布废止规章5部', []],
    ['现行有效规章5部', ['5 rules.inForce']],
    ['现行有效的政府规章5部', ['5 rules.inForce']],
    ['制定规章制度5件', []],
    ['作出行政许可决定5件', ['5 licensing.decisions']],
    ['下达行政处罚决定书5份', ['5 penalty.decisions']],
    ['做出了行政强制处理决定5件', ['5 compulsion.decisions']],
    ['公示作出的行政许可决定5件', []],
  ])('documents and decisions: %s', ([text, expected]) => expect(said(text)).toEqual(expected))

  test('the form of 2019 counts no documents', () => {
    expect(said('本年度制发规范性文件5件', '2019')).toEqual([])
    expect(said('制定规章5件', '2019')).toEqual([])
    expect(said('收到信息公开申请5件', '2019')).toEqual([`5 ${withOld}`])
  })
})
