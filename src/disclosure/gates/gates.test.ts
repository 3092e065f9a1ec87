import { describe, expect, test } from 'vitest'
import { plainDate } from '../../days/plain-date.ts'
import type { Content } from '../content.ts'
import { aContent, aText } from '../testing/a-record.ts'
import type { GateContext } from './gate.ts'
import { findingsAbout, said } from './testing/a-context.ts'
import { wordFinder } from './word-finder.ts'

const about = (facts: Partial<Content>, context: Partial<GateContext> = {}) =>
  findingsAbout(aContent(facts), context).map(({ severity, gate, place }) => `${severity} ${gate} ${place}`)

test.for<[string, string, string[]]>([
  ['with its star anywhere', '附件一：机密★10年', ['block secrecyMark']],
  ['with spaces', '机　密 ★', ['block secrecyMark']],
  ['alone on a line', '秘密', ['block secrecyMark']],
  ['work secret', '【工作秘密】', ['block secrecyMark']],
  ['internal', '内部资料 注意保存', ['block internalMark']],
  ['internal alone', '（内部文件）', ['block internalMark']],
  ['end of the paper', '（此件不予公开）', ['confirm notForPublic']],
  ['end of a public paper', '（此件公开发布）', []],
  ['with its urgency on one line', '机密  特急', ['block secrecyMark']],
  ['with the number of the copy and its urgency', '000012 特急 秘密1年', ['block secrecyMark']],
  ['a paper for use within', '本文件仅供内部使用，请勿外传。', ['block internalMark']],
  ['a paper that is not to be passed on', '此件内容请勿外传', ['block internalMark']],
  ['for reading within', '仅供内部参阅', ['block internalMark']],
  ['for reading within, not to be passed on', '内部参阅，请勿外传', ['block internalMark']],
  ['a rule on reading within', '上述材料限于内部传阅，不得外传。', []],
  ['nothing but that', '（请勿外传）', ['block internalMark']],
  ['a rule for those who work there', '工作人员不得对外泄露考生信息。', []],
  ['a programme that is bought', '采购的软件仅供内部使用。', []],
  ['urgency alone', '特急', []],
  ['the law about secrets', '涉及国家秘密、工作秘密、商业秘密的，依法不予公开。', []],
])('marks of secrecy: %s', ([, text, expected]) => {
  expect(said(text)).toEqual(expected)
})

test.for<[string, string, string[]]>([
  ['30 February', '自2026年2月30日起', ['block noSuchDay']],
  ['month 13', '2026年13月1日', ['block noSuchDay']],
  ['31 September without a year', '9月31日前', ['block noSuchDay']],
  ['29 February without a year', '每年2月29日', []],
  ['29 February of a common year', '2026年2月29日', ['block noSuchDay']],
  ['in figures', '截止日期2026-02-30', ['block noSuchDay']],
  ['a version number', '见2026.2.30版', []],
  ['weekday right', '2026年11月24日（星期二）', []],
  ['weekday wrong', '2026年11月24日（星期三）', ['confirm weekday']],
  ['weekday wrong, year of the document', '11月24日（周三）', ['confirm weekday']],
  ['weekday with the year before', '2025年12月1日（星期一）至12月3日（星期三）', []],
  ['in Chinese numerals', '二〇二六年十一月二十四日', ['hint numeralDate']],
  ['with a zero', '二○二六年十一月', []],
  ['up to a day', '截止2026年11月底，全市新增经营主体3000户。', ['hint untilDay']],
  ['the end of something', '报名于2026年11月30日截止，截止日期不变。', []],
  ['attachment', '附件1:名单', ['hint attachmentColon']],
  ['attachment, full width', '附件1：名单', []],
])('days: %s', ([, text, expected]) => {
  expect(said(text)).toEqual(expected)
})

test.for<[string, Partial<Content>, string[]]>([
  ['made tomorrow', { madeOn: plainDate('2026-11-25') }, ['block madeLater madeOn']],
  ['in force before made', { effectiveFrom: plainDate('2026-11-01') }, ['confirm effectiveEarlier effectiveFrom']],
  [
    'expired before in force',
    { effectiveFrom: plainDate('2026-12-01'), validUntil: plainDate('2026-11-30') },
    ['block daysReversed validUntil'],
  ],
  [
    'repealed before in force',
    {
      effectiveFrom: plainDate('2026-12-01'),
      act: { kind: 'repeal', reason: '清理', on: plainDate('2026-11-30'), by: '示政发〔2026〕9号' },
    },
    ['confirm repealedBeforeEffect act.on'],
  ],
  [
    'decided on no day',
    {
      type: 'penaltyDecision',
      documentNumber: '示统罚〔2026〕1号',
      fields: { counterparty: '示例公司', violation: '迟报', basis: '统计法', decidedOn: '上周' },
    },
    ['block fieldDay fields.decidedOn'],
  ],
])('days of the record: %s', ([, facts, expected]) => {
  expect(about(facts)).toEqual(expected)
})

test.for<[string, string, string | null]>([
  ['right', '示统发〔2026〕8号', null],
  ['an order', '示例市人民政府令第8号', null],
  ['square brackets', '示统发[2026]8号', '应为“示统发〔2026〕8号”'],
  ['lenticular brackets', '示统发【2026】8号', '应为“示统发〔2026〕8号”'],
  ['round brackets', '示统发（2026）8号', '应为“示统发〔2026〕8号”'],
  ['half round brackets', '示统发(2026)8号', '应为“示统发〔2026〕8号”'],
  ['第 and a nought', '示统发〔2026〕第08号', '应为“示统发〔2026〕8号”'],
  ['no year', '示统发8号', '没有年份'],
  ['half a year', '示统发〔26〕8号', '没有年份'],
])('document number: %s', ([, documentNumber, expected]) => {
  const found = findingsAbout(aContent({ documentNumber }))
  expect(found.map(({ severity, gate }) => `${severity} ${gate}`)).toEqual(expected ? ['confirm documentNumber'] : [])
  if (expected) expect(found[0]?.message).toContain(expected)
})

test.for<[string, string[]]>([
  ['根据《示例市统计局关于印发办法的通知》（示统发[2025]08号）', ['hint quotedNumber']],
  ['根据示统发〔２０２５〕8号文件', ['hint quotedNumber']],
  ['根据示统发〔2025〕8号文件', []],
  ['依据（2026）黑0102行初12号行政判决', []],
])('numbers cited: %s', ([text, expected]) => {
  expect(said(text)).toEqual(expected)
})

describe('words', () => {
  test.for<[string, string[]]>([
    ['请于年底前登录帐号', ['hint word']],
    ['既使如此，截止目前', ['hint word']],
    ['按装机容量计算', []],
    ['环境保护部令第31号', []],
    ['原环境保护部', []],
    ['《环境保护部关于印发…的通知》', []],
    ['由环境保护部负责', ['hint organName']],
    ['各级农业部门、文化部门', []],
    ['会同市环保局、国家工商总局办理', ['hint organName']],
    ['原市国土局移交的档案，改善环保局面', []],
    ['自然资源局、市场监督管理局、国家药品监督管理局', []],
    ['各项卫生部署', []],
    ['防讯抗旱，坚苦奋斗，必需做到', ['hint word']],
    ['消防讯息、学习进平台、究竟争取、香港国家安全', []],
    ['张贴招聘启示', ['hint word']],
    ['习进平总书记', ['confirm wordToConfirm']],
    ['国务院总理李克强', ['confirm wordToConfirm']],
    ['时任国务院总理李克强', []],
    ['与台湾国签订协议', ['confirm wordToConfirm']],
    ['台湾国际机场、台湾地区', []],
  ])('%s', ([text, expected]) => {
    expect(said(text)).toEqual(expected)
  })

  test('a name is right in a document that is older than the change', () => {
    const text = aText('由环境保护部负责')
    expect(about({ text, madeOn: plainDate('2017-05-01') })).toEqual([])
    expect(about({ issuingOrgan: '环境保护部' })).toEqual(['confirm issuingOrgan issuingOrgan'])
  })

  test('an office was right while it was held', () => {
    expect(about({ text: aText('国务院总理李克强'), madeOn: plainDate('2022-05-01') })).toEqual([])
  })

  test('a word of the starter lists says by what it is wrong', () => {
    const [found] = findingsAbout(aContent({ text: aText('防讯抗旱') }))
    expect(found?.message).toContain('“防讯”应为“防汛”（现代汉语词典）')
  })

  test.for<[string, string[]]>([
    ['示例市营商环境监督局', ['confirm ownName text:0']],
    ['示例市营商环境建设督察局', ['confirm ownName text:0']],
    ['示例市营商环境建设监督局局长', []],
    ['双山市营商环境建设督察局', []],
    ['示例市审计局会同示例市统计局', []],
    ['示例市营商环境局', []],
  ])('names of organs: %s', ([text, expected]) => {
    const organNames = ['示例市营商环境建设监督局', '示例市统计局']
    expect(about({ text: aText(text) }, { organNames })).toEqual(expected)
  })

  test('what a list says of a word decides how grave it is, and says what to write instead', () => {
    const word = { kind: 'error', suggestion: '示例', severity: 'block', since: null, word: '实例市' } as const
    const words = wordFinder([word])
    const [found] = findingsAbout(aContent({ title: '实例市统计公报' }), { words })
    expect(found).toMatchObject({ severity: 'block', gate: 'wordForbidden', place: 'title', excerpt: '实例市' })
    expect(found?.message).toContain('“实例市”应为“示例”')
  })
})

describe('links', () => {
  const linked = (href: string): Partial<Content> => ({
    text: {
      type: 'doc',
      content: [
        { type: 'paragraph', content: [{ type: 'text', text: '原文', marks: [{ type: 'link', attrs: { href } }] }] },
      ],
    },
  })
  const own = new Map([
    ['/shili-tjj/records/2026-00001', 'public'],
    ['/shili-tjj/records/2026-00002', 'withdrawn'],
  ] as const)

  test.for<[string, string[]]>([
    ['https://www.gov.cn/zhengce/', []],
    ['http://tjj.shili.gov.cn:8080/a?b=1#c', []],
    ['https://www.xinhuanet.com/', ['hint outsideLink text:0']],
    ['https://gov.cn.evil.com/', ['hint outsideLink text:0']],
    ['http://', ['block brokenLink text:0']],
    ['http://a b.gov.cn/', ['block brokenLink text:0']],
    ['http://user:pass@www.gov.cn/', ['block brokenLink text:0']],
    ['http://oa/notice', ['block brokenLink text:0']],
    ['http://localhost/', ['block brokenLink text:0']],
    ['http://192.168.1.5/oa', ['block brokenLink text:0']],
    ['http://2130706433/', ['block brokenLink text:0']],
    ['http://[::1]/', ['block brokenLink text:0']],
    ['http://[::ffff:127.0.0.1]:5432/', ['block brokenLink text:0']],
    ['//evil.com/', ['block brokenLink text:0']],
    ['mailto:tjj@shili.gov.cn', []],
    ['mailto:a@b.cn,c@d.cn', ['block brokenLink text:0']],
    ['#附件', []],
    ['/shili-tjj/records/2026-00001', []],
    ['/shili-tjj/records/2026-00001.pdf', []],
    ['/shili-tjj/records/2026-00002', ['confirm withdrawnLink text:0']],
    ['/shili-tjj/records/2026-99999', ['block brokenLink text:0']],
  ])('%s', ([href, expected]) => {
    expect(about(linked(href), { ownAddresses: own })).toEqual(expected)
  })

  test.for<[string, string[]]>([
    ['详见 https://item.taobao.com/item.htm?id=1', ['hint outsideLink text:0']],
    ['详见www.example.com。', ['hint outsideLink text:0']],
    ['点击bit.ly/3abcd报名', ['confirm shortLink text:0']],
    ['登录www.hegang.gov.cn查询，邮箱a@hegang.gov.cn', []],
    ['版本3.2.1，第1.2节', []],
  ])('written in the text: %s', ([text, expected]) => {
    expect(about({ text: aText(text) })).toEqual(expected)
  })

  test('one that did not answer when it was last followed asks for a reason', () => {
    const href = 'https://www.gov.cn/gone'
    const linkChecks = new Map([[href, { problem: '对方网站答复404', checkedOn: plainDate('2026-11-23') }]])
    expect(about(linked(href), { linkChecks })).toEqual(['confirm deadLink text:0'])
  })
})

describe('what belongs together', () => {
  const policy: Partial<Content> = {
    type: 'normativeDocument',
    documentNumber: '示统发〔2026〕8号',
    effectiveFrom: plainDate('2026-12-01'),
  }
  const repost: Partial<Content> = {
    originality: 'repost',
    issuingOrgan: '示例省人民政府办公厅',
    sourceName: '示例省人民政府网站',
  }
  test.for<[string, Partial<Content>, Partial<GateContext>, string[]]>([
    ['a policy with its interpretation', policy, { isInterpreted: true }, []],
    ['a policy without', policy, { isInterpreted: false }, ['confirm interpretationMissing type']],
    [
      'its repeal needs none',
      { ...policy, act: { kind: 'repeal', reason: '清理', on: plainDate('2026-12-05'), by: '示统发〔2026〕9号' } },
      { isInterpreted: false },
      [],
    ],
    [
      'an interpretation of what was withdrawn',
      { type: 'policyInterpretation', interprets: crypto.randomUUID() },
      { interprets: 'withdrawn' },
      ['confirm policyWithdrawn interprets'],
    ],
    [
      'an interpretation of what is not yet public',
      { type: 'policyInterpretation', interprets: crypto.randomUUID() },
      { interprets: 'notPublished' },
      ['confirm policyNotPublished interprets'],
    ],
    ['a repost that says from where', { ...repost, sourceUrl: 'https://www.gov.cn/1.htm' }, {}, []],
    [
      'a repost that names no issuing organ',
      { ...repost, sourceUrl: 'https://www.gov.cn/1.htm', issuingOrgan: ' ' },
      {},
      ['block complete issuingOrgan'],
    ],
    [
      'a repost of what is said to be our own',
      { ...repost, sourceUrl: 'https://www.gov.cn/1.htm', issuingOrgan: '示例市统计局' },
      { organNames: ['示例市统计局', '示例省人民政府办公厅'] },
      ['confirm repostOfOurOwn issuingOrgan'],
    ],
    [
      'the withdrawal of a repost that lacks all of it',
      { originality: 'repost', issuingOrgan: '', act: { kind: 'withdraw', reason: '原件已撤下' } },
      {},
      [],
    ],
    ['a repost without an address', repost, {}, ['confirm sourceAddressMissing sourceUrl']],
    [
      'a document that is kept from the public',
      { text: aText('根据示政办发〔2026〕8号文件') },
      { notPublicNumbers: new Set(['示政办发〔2026〕8号']) },
      ['confirm notPublicNumber text:0'],
    ],
    [
      'a document of another number',
      { text: aText('根据示政办发〔2026〕18号文件') },
      { notPublicNumbers: new Set(['示政办发〔2026〕8号']) },
      [],
    ],
    [
      'a repost that does not',
      { ...repost, sourceName: '', sourceUrl: 'https://www.gov.cn/1.htm' },
      {},
      ['block sourceMissing sourceName'],
    ],
    [
      'a title that is public already',
      {},
      {
        alike: [
          {
            title: '关于开展第五次全国经济普查的公告',
            number: '2026-00003',
            address: '/shili-tjj/records/2026-00003',
            similarity: 1,
            hasSameNumber: false,
          },
        ],
      },
      ['hint sameTitle title'],
    ],
    [
      'a number that is public already',
      { documentNumber: '示统发〔2026〕8号' },
      {
        alike: [
          {
            title: '别的通知',
            number: '2026-00003',
            address: '/shili-tjj/records/2026-00003',
            similarity: 0,
            hasSameNumber: true,
          },
        ],
      },
      ['confirm sameNumber documentNumber'],
    ],
  ])('%s', ([, facts, context, expected]) => {
    expect(about(facts, context)).toEqual(expected)
  })
})
