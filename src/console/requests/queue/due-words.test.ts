import { expect, test } from 'vitest'
import { leftWords, urgencyOf } from './due-words.ts'

const left = (leftDays: number, isOver = leftDays < 0, isToday = false) => ({ leftDays, isOver, isToday })

test.each([
  [left(8), 'calm', '还剩 8 个工作日'],
  [left(3), 'soon', '还剩 3 个工作日'],
  [left(0, false, true), 'today', '今天到期'],
  [left(-2), 'late', '已逾期 2 个工作日'],
] as const)('%o is %s and told as %s', (due, urgency, words) => {
  expect(urgencyOf(due)).toBe(urgency)
  expect(leftWords(due)).toBe(words)
})

test('on the Saturday after the last day no working day has passed, and yet it is over', () => {
  expect(urgencyOf(left(0, true))).toBe('late')
  expect(leftWords(left(0, true))).toBe('已经逾期')
})
