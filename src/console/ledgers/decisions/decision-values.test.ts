import { expect, test } from 'vitest'
import { plainDate } from '../../../days/plain-date.ts'
import { decisionFields, decisionKinds } from '../../../ledgers/decisions/decision-fields.ts'
import type { DecisionView } from '../../../ledgers/decisions/decision-view.ts'
import { changedDecision, newDecision, typedDecision } from './decision-values.ts'

test.each(decisionKinds)('a new decision of $label begins with nothing that its kind does not ask', ({ id }) => {
  const asked = decisionFields[id].map((field) => field.id)
  const { values, publicity } = newDecision(id, '示例市统计局')
  expect(Object.keys(values).filter((field) => !asked.includes(field))).toEqual([])
  expect(values.organ).toBe(asked.includes('organ') ? '示例市统计局' : undefined)
  expect(publicity).toBe('due')
})

const kept = {
  number: '示统罚决〔2026〕1号',
  decidedOn: plainDate('2026-03-02'),
  subject: '拒绝提供统计资料',
  publicity: 'unsaid',
  exemptReason: '',
  facts: { counterparty: '示例机械厂' },
} as unknown as DecisionView

test('a decision of which nobody has said whether it is made public counts as due', () => {
  expect(changedDecision(kept).publicity).toBe('due')
  expect(changedDecision({ ...kept, publicity: 'exempt' }).publicity).toBe('exempt')
})

test('number and day of a decision stand among its fields, where the form asks for them', () => {
  expect(changedDecision(kept).values).toEqual({
    counterparty: '示例机械厂',
    number: '示统罚决〔2026〕1号',
    decidedOn: '2026-03-02',
  })
})

test('a field that is emptied is left out of what is sent, not sent empty', () => {
  const values = { ...changedDecision(kept).values, number: '', decidedOn: null, note: undefined }
  expect(typedDecision('penalty', { ...changedDecision(kept), values, reason: '有误' })).toEqual({
    kind: 'penalty',
    subject: '拒绝提供统计资料',
    publicity: 'due',
    exemptReason: '',
    values: { counterparty: '示例机械厂' },
    reason: '有误',
  })
})
