import { expect, test } from 'vitest'
import { plainDate } from '../../../days/plain-date.ts'
import type { DaysLeft } from '../../../disclosure/deadline.ts'
import { dayUrgency, leftDaysWords, rowUrgency } from './due-words.ts'

const today = plainDate('2026-11-24')
const day = plainDate
const working = (count: number): DaysLeft => ({ count, unit: 'workingDays' })

test.for([
  ['2026-11-23', -1, '已超期1个工作日'],
  ['2026-11-24', 0, '今天到期'],
  ['2026-12-01', 5, '还剩5个工作日'],
] as const)('%s is told as %s', ([on, count, words]) => {
  expect(leftDaysWords(day(on), working(count), today)).toBe(words)
})

test('on the Saturday after the last day no working day has passed, and yet it is over', () => {
  const [friday, saturday] = [day('2026-11-27'), day('2026-11-28')]
  expect(leftDaysWords(friday, working(0), saturday)).toBe('已经超期')
  expect(dayUrgency(friday, working(0), saturday)).toBe('late')
})

test('a limit in days of the calendar is told in days', () => {
  expect(leftDaysWords(day('2026-12-01'), { count: 7, unit: 'calendarDays' }, today)).toBe('还剩7天')
})

test('what is on the way is as urgent as the first of its two clocks', () => {
  const publish = { publishBy: day('2026-12-20'), publishLeft: working(19) }
  const facts = { status: 'reviewing', ...publish, stepDueOn: day('2026-11-23'), stepLeft: working(-1) } as const
  expect(rowUrgency(facts, today)).toBe('late')
  expect(rowUrgency({ ...facts, stepDueOn: day('2026-11-26'), stepLeft: working(2) }, today)).toBe('soon')
  expect(rowUrgency({ ...facts, stepDueOn: null, stepLeft: null }, today)).toBe('calm')
})

test('what is in public is no longer late, unless an approval is still due', () => {
  const publish = { publishBy: day('2026-11-01'), publishLeft: working(-17) }
  const facts = { status: 'live', ...publish, stepDueOn: null, stepLeft: null } as const
  expect(rowUrgency(facts, today)).toBe('calm')
  expect(rowUrgency({ ...facts, stepDueOn: day('2026-11-20'), stepLeft: working(-2) }, today)).toBe('late')
})
