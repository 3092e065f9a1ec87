import { describe, expect, test } from 'vitest'
import { nationalCalendar } from '../../calendar/calendar.ts'
import { plainDate } from '../../days/plain-date.ts'
import { clockOf } from './clock.ts'
import { decisionForm } from './decision.ts'
import { decisionFields } from './decision-fields.ts'
import { maskDecision } from './masking.ts'
import { aDecision, aLicence, anIdentityNumber, aPenalty } from './testing/a-decision.ts'
import { written, writtenForLayout } from './written.ts'

const today = plainDate('2026-11-24')
const read = (typed: unknown) => decisionForm(today).parse(typed)
const problems = (typed: unknown): Record<string, string> => {
  const { error } = decisionForm(today).safeParse(typed)
  return Object.fromEntries((error?.issues ?? []).map(({ path, message }) => [path.join('.'), message]))
}

describe('the fields of 双公示 are checked as the national layout wants them', () => {
  test('a licence and a penalty as they should be are taken', () => {
    expect(read(aLicence())).toMatchObject({
      kind: 'licensing',
      number: '示文旅许〔2026〕3号',
      decidedOn: '2026-11-16',
    })
    expect(read(aPenalty()).values).toMatchObject({ fine: '0.500000', categories: 'warning,fine' })
  })

  test('the year of its number stands in 〔〕, whatever brackets were typed', () => {
    expect(read(aLicence({ number: '示文旅许[2026]3号' })).number).toBe('示文旅许〔2026〕3号')
  })

  test.for([
    { wrong: { creditCode: '91350100M000100Y44' }, field: 'creditCode', says: '校验码不符' },
    { wrong: { creditCode: '' }, field: 'creditCode', says: '请填写统一社会信用代码' },
    { wrong: { counterpartyKind: 'state' }, field: 'counterpartyKind', says: '请从列出的选项中选择' },
    { wrong: { category: '' }, field: 'category', says: '请填写许可类别' },
    { wrong: { decidedOn: '2026-11-25' }, field: 'decidedOn', says: '不能晚于今天' },
    { wrong: { decidedOn: '2026-02-30' }, field: 'decidedOn', says: '不是有效日期' },
    { wrong: { validUntil: '2020-01-01' }, field: 'validUntil', says: '不能早于有效期自' },
    { wrong: { content: `申请人${anIdentityNumber}` }, field: 'content', says: '请勿填写身份证号' },
    { wrong: { content: '电话13800138000' }, field: 'content', says: '请勿填写手机号' },
    { wrong: { XK_NR: '许可' }, field: 'XK_NR', says: '没有这一项' },
  ])('a licence with $wrong', ({ wrong, field, says }) => {
    expect(problems(aLicence(wrong))[`values.${field}`]).toContain(says)
  })

  test.for([
    { wrong: { fine: '5000元' }, field: 'fine', says: '以万元为单位' },
    { wrong: { fine: '0.5000001' }, field: 'fine', says: '最多六位小数' },
    { wrong: { fine: '' }, field: 'fine', says: '请填写罚款金额' },
    { wrong: { categories: 'warning,prison' }, field: 'categories', says: '选项' },
    { wrong: { facts: '' }, field: 'facts', says: '请填写违法事实' },
    { wrong: { identity: '110105194912310021' }, field: 'identity', says: '校验码不符' },
    { wrong: { identity: '' }, field: 'identity', says: '请填写自然人证件号码' },
    { wrong: { identityType: '' }, field: 'identity', says: '请先选择证件类型' },
  ])('a penalty with $wrong', ({ wrong, field, says }) => {
    expect(problems(aPenalty(wrong))[`values.${field}`]).toContain(says)
  })

  test.for([
    { subject: '张三丰违反禁渔期规定捕捞', says: '当事人的姓名' },
    { subject: `${anIdentityNumber}捕捞`, says: '身份证号' },
    { subject: '捕捞（13800138000）', says: '手机号' },
  ])('the subject, which is published in the title, names nobody: $subject', ({ subject, says }) => {
    expect(problems({ ...aPenalty(), subject }).subject).toContain(says)
    expect(problems({ ...aLicence(), subject: '示例市演艺有限公司演出审批' })).toEqual({})
  })

  test('what is lawfully not published says why', () => {
    expect(problems({ ...aPenalty(), publicity: 'exempt' })).toEqual({ exemptReason: '请写明依法不公示的理由' })
  })

  test('of an organisation nothing is kept that is asked of persons', () => {
    expect(read(aLicence({ identity: anIdentityNumber, identityType: 'residentId' })).values).not.toHaveProperty(
      'identity',
    )
  })
})

test('a person is masked: the name wherever it stands, the number in part; an organisation is not', () => {
  const { shown, secret } = maskDecision(decisionFields.penalty, read(aPenalty()).values)
  expect(shown).toMatchObject({ counterparty: '张**', identity: '110***********002X' })
  expect(shown.facts).toBe('张**在禁渔期使用禁用渔具捕捞。')
  expect(JSON.stringify(shown)).not.toMatch(/张三丰|11010519491231002X/)
  expect(secret).toMatchObject({ counterparty: '张三丰', identity: anIdentityNumber })
  const organisation = maskDecision(decisionFields.licensing, read(aLicence()).values)
  expect(organisation.secret).toEqual({})
  expect(organisation.shown.counterparty).toBe('示例市演艺有限公司')
})

test('a name that is corrected, once and again, stays masked wherever the text still says it', () => {
  const fields = decisionFields.penalty
  const { values } = read(aPenalty())
  const renamed = (name: string) => ({ ...values, counterparty: name })
  const first = maskDecision(fields, values)
  const second = maskDecision(fields, renamed('章三峰'), first)
  const third = maskDecision(fields, renamed('张山风'), second)
  for (const each of [second, third]) {
    expect(JSON.stringify(each.shown)).not.toMatch(/张三丰|章三峰|张山风/)
    expect(each.shown.facts).toBe(first.shown.facts)
    expect(each.secret.facts).toBe(values.facts)
  }
  const retyped = { ...renamed('章三峰'), facts: '张三丰与章三峰在禁渔期捕捞。' }
  expect(maskDecision(fields, retyped, first).shown.facts).toBe('张**与章**在禁渔期捕捞。')
})

test('the layout has six decimals, slashes and codes; people read an amount, 长期 and words', () => {
  const field = (id: string) => [...decisionFields.penalty, ...decisionFields.licensing].find((each) => each.id === id)
  const both = (id: string, value: string, isCoded = false) => {
    const found = field(id)
    return found && [writtenForLayout(found, value, isCoded), written(found, value)]
  }
  expect(both('fine', '0.500000')).toEqual(['0.500000', '0.5'])
  expect(both('fine', '10.000000')).toEqual(['10.000000', '10'])
  expect(both('validUntil', '2099-12-31')).toEqual(['2099/12/31', '长期'])
  expect(both('categories', 'warning,fine')).toEqual(['警告;罚款', '警告、罚款'])
  expect(both('state', 'valid')).toEqual(['有效', '有效'])
  expect(both('state', 'valid', true)).toEqual(['1', '有效'])
  expect(both('category', 'approval', true)).toEqual(['04', '核准'])
})

describe('seven working days from the decision to its publication', () => {
  const at = (day: string, facts: Parameters<typeof aDecision>[0]) =>
    clockOf(nationalCalendar, aDecision(facts), plainDate(day))
  test.for([
    {
      law: 'decided on a Monday, due on the Wednesday of the next week',
      day: '2026-11-25',
      facts: {},
      is: { task: 'publish', dueOn: '2026-11-25', isLate: false },
    },
    {
      law: 'late on the day after',
      day: '2026-11-26',
      facts: {},
      is: { task: 'publish', dueOn: '2026-11-25', isLate: true },
    },
    {
      law: 'published on its last day it was in time',
      day: '2026-12-01',
      facts: { publishedOn: plainDate('2026-11-25') },
      is: { task: null, dueOn: '2026-11-25', isLate: false },
    },
    {
      law: 'published a day after it stays late',
      day: '2026-12-01',
      facts: { publishedOn: plainDate('2026-11-26') },
      is: { task: null, dueOn: '2026-11-25', isLate: true },
    },
    {
      law: 'what is lawfully not published is never due',
      day: '2026-12-31',
      facts: { publicity: 'exempt', exemptReason: '涉及国家秘密' } as const,
      is: { task: null, dueOn: null, isLate: false },
    },
    {
      law: 'an imported one that says nothing is not watched',
      day: '2026-12-31',
      facts: { publicity: 'unsaid' } as const,
      is: { task: null, dueOn: null, isLate: false },
    },
    {
      law: 'the week of the national day does not count, the Saturday worked instead does',
      day: '2026-10-08',
      facts: { decidedOn: plainDate('2026-09-28') },
      is: { task: 'publish', dueOn: '2026-10-13', isLate: false },
    },
    {
      law: 'a published penalty that was quashed is withdrawn within three working days',
      day: '2026-12-03',
      facts: { publishedOn: plainDate('2026-11-20'), quashedOn: plainDate('2026-11-27') },
      is: { task: 'withdraw', dueOn: '2026-12-02', isLate: true },
    },
    {
      law: 'on the last of the three it is in time',
      day: '2026-12-02',
      facts: { publishedOn: plainDate('2026-11-20'), quashedOn: plainDate('2026-11-27') },
      is: { task: 'withdraw', dueOn: '2026-12-02', isLate: false },
    },
    {
      law: 'quashed before that rule it is due on no day',
      day: '2026-12-02',
      facts: {
        decidedOn: plainDate('2021-06-01'),
        publishedOn: plainDate('2021-06-02'),
        quashedOn: plainDate('2021-07-14'),
      },
      is: { task: 'withdraw', dueOn: null, isLate: false },
    },
    {
      law: 'once withdrawn nothing is left to do',
      day: '2026-12-31',
      facts: {
        publishedOn: plainDate('2026-11-20'),
        quashedOn: plainDate('2026-11-27'),
        withdrawnOn: plainDate('2026-12-30'),
      },
      is: { task: null, dueOn: '2026-11-25', isLate: false },
    },
    {
      law: 'an imported one that was published is held to its day',
      day: '2026-12-31',
      facts: { publicity: 'unsaid', publishedOn: plainDate('2026-11-26') } as const,
      is: { task: null, dueOn: '2026-11-25', isLate: true },
    },
    {
      law: 'compulsion is not among what is published within seven days',
      day: '2026-12-31',
      facts: { kind: 'compulsion', publishedOn: plainDate('2026-12-30') } as const,
      is: { task: null, dueOn: null, isLate: false },
    },
    {
      law: 'on its last day in public nothing is to be done',
      day: '2026-12-31',
      facts: { publishedOn: plainDate('2026-11-20'), facts: { shownUntil: '2026-12-31' } },
      is: { task: null, dueOn: '2026-11-25', isLate: false },
    },
    {
      law: 'the day after it is to go, by the first working day',
      day: '2027-01-01',
      facts: { publishedOn: plainDate('2026-11-20'), facts: { shownUntil: '2026-12-25' } },
      is: { task: 'withdraw', dueOn: '2026-12-28', isLate: true },
    },
    {
      law: 'that its time in public is over excuses nobody from having published it',
      day: '2026-12-31',
      facts: { facts: { shownUntil: '2026-12-25' } },
      is: { task: null, dueOn: '2026-11-25', isLate: true },
    },
    {
      law: 'a quashed one that was never published is nothing to do with',
      day: '2026-12-31',
      facts: { quashedOn: plainDate('2026-11-27') },
      is: { task: null, dueOn: '2026-11-25', isLate: false },
    },
  ])('$law', ({ day, facts, is }) => {
    expect(at(day, facts)).toEqual(is)
  })
})
