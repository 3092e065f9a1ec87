import { expect, test } from 'vitest'
import { plainDate } from '../../../days/plain-date.ts'
import type { ClockView, StripDay } from '../../../requests/case-view.ts'
import { explainingLabel } from '../../../requests/pause.ts'
import { byMonth, countWords, dayWords } from './clock-words.ts'

const cell = (day: string, facts: Partial<StripDay> = {}): StripDay =>
  ({ day: plainDate(day), kind: 'counted', label: '', number: 17, isToday: false, isDue: false, ...facts }) as StripDay
const clock = (facts: Partial<ClockView> = {}): ClockView =>
  ({
    allowedDays: 20,
    usedDays: 17,
    leftDays: 3,
    isOver: false,
    isPaused: false,
    excluded: [],
    days: [],
    ...facts,
  }) as never

test('a day that counts is told by its number, one that does not by its reason', () => {
  expect(dayWords(cell('2026-11-24'))).toBe('2026年11月24日 周二，第17个工作日')
  expect(dayWords(cell('2026-11-28', { kind: 'weekend', number: null }))).toContain('，周末')
  expect(dayWords(cell('2026-10-01', { kind: 'holiday', number: null, label: '国庆节' }))).toContain('，国庆节')
})

test('a Saturday that is worked counts, and says why', () => {
  expect(dayWords(cell('2026-10-10', { kind: 'makeUpWorkday' }))).toContain('第17个工作日（调休上班）')
})

test('today and the last day are told as such', () => {
  expect(dayWords(cell('2026-11-24', { isToday: true, isDue: true }))).toMatch(/，今天，期限届满$/)
})

test.each([
  [{}, '已计 17 个工作日，还剩 3 个'],
  [{ usedDays: 20, leftDays: 0 }, '已计 20 个工作日，今天届满'],
  [{ isOver: true, leftDays: 0 }, '20个工作日已满，已经逾期'],
  [{ isOver: true, leftDays: -4 }, '20个工作日已满，逾期 4 个工作日'],
])('art. 33: %o is told as %s', (facts, words) => {
  expect(countWords(clock(facts))).toBe(words)
})

test('while the clock is held it says for what', () => {
  const today = plainDate('2026-11-24')
  const days = [cell('2026-11-24', { isToday: true })]
  expect(countWords(clock({ isPaused: true, days }))).toContain('（征求意见中，暂不计算）')
  const excluded = [{ label: explainingLabel, from: today, to: today }]
  expect(countWords(clock({ isPaused: true, days, excluded }))).toContain(`（${explainingLabel}中，暂不计算）`)
})

test('a strip is laid out month by month, in the order of its days', () => {
  const months = byMonth(['2026-11-30', '2026-12-01', '2026-12-02'].map((day) => cell(day)))
  expect(months.map(({ month, days }) => [month, days.length])).toEqual([
    ['2026-11', 1],
    ['2026-12', 2],
  ])
})
