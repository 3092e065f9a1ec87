import { expect, test } from 'vitest'
import { plainDate } from '../../../days/plain-date.ts'
import type { CaseView } from '../../../requests/case-view.ts'
import type { StepName } from '../../../requests/step-inputs.ts'
import { checkStep, fieldsAsked } from './check-step.ts'

const today = plainDate('2026-11-24')
const level = { id: 'finalReview', checklist: ['核对一', '核对二'], approved: null }
const view = (facts: object = {}): CaseView =>
  ({
    due: null,
    draft: { hash: 'a'.repeat(64) },
    approvals: [level],
    waitingLetters: [],
    letters: [],
    ...facts,
  }) as never
const wrongIn = (step: StepName, values: Record<string, unknown>, facts: object = {}) => {
  const checked = checkStep(view(facts), step, values, today)
  return 'issues' in checked ? checked.issues.map(({ path, message }) => `${path.join('.')} ${message}`) : []
}

test('an answer is drafted on a page of its own: its step asks for nothing here', () => {
  expect(fieldsAsked(view(), 'draftAnswer', {}, today)).toEqual([])
})

test('a list is asked for where the level in turn has one, and then point by point', () => {
  const names = (facts: object) => fieldsAsked(view(facts), 'approveAnswer', {}, today).map(({ name }) => name)
  expect(names({})).toContain('checklist')
  expect(names({ approvals: [{ ...level, checklist: [] }] })).not.toContain('checklist')
})

test('a signature is not sent while a point of the list is not ticked, and the point is named', () => {
  expect(wrongIn('approveAnswer', { checklist: ['核对一'] })).toEqual(['checklist 请核对“核对二”并勾选'])
  expect(wrongIn('approveAnswer', {})).toEqual(['checklist 请逐项核对并勾选'])
  expect(wrongIn('approveAnswer', { checklist: ['核对一', '核对二'] })).toEqual([])
})

test('a return needs its reason, not the list of the level', () => {
  const wrong = wrongIn('returnAnswer', { to: 'drafting' })
  expect(wrong.some((each) => each.startsWith('reason '))).toBe(true)
  expect(wrong.some((each) => each.startsWith('checklist '))).toBe(false)
})

test('receipt confirmed after its last day asks why; on the day itself it does not', () => {
  const due = { kind: 'confirmReceipt', on: plainDate('2026-11-23') }
  const asked = (on: string) => fieldsAsked(view({ due }), 'confirmReceipt', { on }, today).map(({ name }) => name)
  expect(asked('2026-11-24')).toContain('lateReason')
  expect(asked('2026-11-23')).not.toContain('lateReason')
})

test('what is whole is sent as the step takes it, bound to the text on the screen', () => {
  const checked = checkStep(view(), 'approveAnswer', { checklist: ['核对一', '核对二'], opinion: '同意' }, today)
  expect(checked).toMatchObject({ input: { hash: 'a'.repeat(64), opinion: '同意', checklist: ['核对一', '核对二'] } })
})
