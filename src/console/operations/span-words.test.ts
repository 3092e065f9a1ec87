import { expect, test } from 'vitest'
import { agoWords, tookWords } from './span-words.ts'

const startedAt = '2026-11-24T02:00:00.000Z'
const after = (seconds: number) => new Date(Date.parse(startedAt) + seconds * 1000).toISOString()

test.each([
  [0.2, '1秒'],
  [119, '119秒'],
  [120, '2分钟'],
  [3600, '60分钟'],
])('a trial of %s seconds took %s', (seconds, words) => {
  expect(tookWords({ startedAt, endedAt: after(seconds) })).toBe(words)
})

test('a trial that runs has taken no time yet', () => {
  expect(tookWords({ startedAt, endedAt: null })).toBe('')
})

test.each([
  [20, '不到1分钟前'],
  [60, '1分钟前'],
  [119 * 60, '119分钟前'],
  [120 * 60, '2小时前'],
])('%s seconds later it was %s', (seconds, words) => {
  expect(agoWords(startedAt, Date.parse(after(seconds)))).toBe(words)
})

test('an instant that the clock of this machine puts ahead is now', () => {
  expect(agoWords(startedAt, Date.parse(after(-300)))).toBe('不到1分钟前')
})
