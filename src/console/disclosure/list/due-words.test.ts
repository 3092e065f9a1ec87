import { expect, test } from 'vitest'
import { plainDate } from '../../../calendar/plain-date.ts'
import { leftDaysWords, rowUrgency } from './due-words.ts'

const today = plainDate('2026-11-24')
const day = plainDate

test.for([
  ['2026-11-23', '已超期1天'],
  ['2026-11-24', '今天到期'],
  ['2026-12-01', '还剩7天'],
] as const)('%s is told as %s', ([on, words]) => {
  expect(leftDaysWords(day(on), today)).toBe(words)
})

test('what is on the way is as urgent as the first of its two clocks', () => {
  const facts = { status: 'reviewing', publishBy: day('2026-12-20'), stepDueOn: day('2026-11-23') } as const
  expect(rowUrgency(facts, today)).toBe('late')
  expect(rowUrgency({ ...facts, stepDueOn: day('2026-11-26') }, today)).toBe('soon')
  expect(rowUrgency({ ...facts, stepDueOn: null }, today)).toBe('calm')
})

test('what is in public is no longer late, unless an approval is still due', () => {
  const facts = { status: 'live', publishBy: day('2026-11-01'), stepDueOn: null } as const
  expect(rowUrgency(facts, today)).toBe('calm')
  expect(rowUrgency({ ...facts, stepDueOn: day('2026-11-20') }, today)).toBe('late')
})
