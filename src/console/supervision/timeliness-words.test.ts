import { expect, test } from 'vitest'
import { plainDate } from '../../days/plain-date.ts'
import { daysWords, spanOf, sumWords } from './timeliness-words.ts'

const today = plainDate('2026-11-24')
const figures = { published: 12, inTime: 6, late: 3, unjudged: 3, medianDays: 7.25 }
const said = (facts: Partial<typeof figures> & { medianDays?: number | null } = {}) =>
  Object.fromEntries(sumWords({ ...figures, ...facts }).map(({ label, value }) => [label, value]))

test('without days in the address the span is the year so far', () => {
  expect(spanOf({}, today)).toEqual({ from: '2026-01-01', to: '2026-11-24' })
})

test('a day in the address counts only if it is one', () => {
  expect(spanOf({ from: '2025-07-01', to: '2026-02-30' }, today)).toEqual({ from: '2025-07-01', to: '2026-11-24' })
})

test('art. 26: the share in time is one of what was judged, not of all that was published', () => {
  expect(said().按期).toBe('6条（67%）')
  expect(said({ inTime: 0, late: 0 }).按期).toBe('—')
})

test('what came out late stands out; where nothing did, nothing does', () => {
  const marked = (late: number) => sumWords({ ...figures, late }).filter(({ isLate }) => isLate)
  expect(marked(3).map(({ label }) => label)).toEqual(['逾期'])
  expect(marked(0)).toEqual([])
})

test('working days are told to one place; where none is known there is a dash and no unit', () => {
  expect([daysWords(7.25), daysWords(0), daysWords(null)]).toEqual(['7.3', '0', '—'])
  expect(said()['形成至公开（中位数）']).toBe('7.3个工作日')
  expect(Object.values(sumWords({ ...figures, medianDays: null })).at(-1)?.value).toBe('—')
})
