import { describe, expect, test } from 'vitest'
import { problemsByField } from '../requests/applicant/submission.ts'
import { asksForInformation, FeedbackForm } from './form.ts'

const filled = { kind: 'correction', text: '第二条“按装”应为“安装”', name: '', phone: '', email: '' }
const problems = (facts: Partial<Record<keyof typeof filled, string>>) => {
  const { error } = FeedbackForm.safeParse({ ...filled, ...facts })
  return error ? Object.fromEntries(problemsByField(error)) : {}
}

describe('the form of feedback', () => {
  test('asks for a kind and for words, and for nothing about the person', () => {
    expect(problems({})).toEqual({})
    expect(problems({ kind: '', text: ' \u200B ' })).toEqual({
      kind: '请选择您要说的是哪一类',
      text: '请填写您想说的内容',
    })
  })

  test.for([
    { at: 'phone', typed: '12345', says: '位数不对' },
    { at: 'email', typed: 'zhang', says: '应如 name@example.cn' },
    { at: 'name', typed: '   \u3164', says: '空白' },
    { at: 'text', typed: '字'.repeat(2001), says: '现有2001个字' },
  ] as const)('what of $at cannot be used is told at its field', ({ at, typed, says }) => {
    expect(problems({ [at]: typed })[at]).toContain(says)
  })

  test('full-width signs of a telephone and an address are read', () => {
    expect(
      FeedbackForm.parse({ ...filled, phone: '１３８００００１２３４', email: 'zhang＠example.cn' }),
    ).toMatchObject({
      phone: '13800001234',
      email: 'zhang@example.cn',
    })
  })
})

describe('whoever asks for information is told of its own way', () => {
  test.for([
    '我要申请公开2025年政府采购合同',
    '请提供征地批复的复印件',
    '要求查阅会议纪要',
    '能不能公开一下拆迁补偿协议',
  ])('%s', (text) => expect(asksForInformation(text)).toBe(true))

  test.for([
    '第二条有错别字',
    '办事大厅几点开门',
    '公开得很及时，谢谢',
    '年度报告第三部分的合计不对',
    '提供的电话打不通',
  ])('but not: %s', (text) => expect(asksForInformation(text)).toBe(false))
})
