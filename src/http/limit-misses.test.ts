import { expect, test } from 'vitest'
import { countMisses } from './limit-misses.ts'

test('the hundred and first miss of an address in a minute is too many, and after a minute it begins anew', () => {
  let now = 0
  const isTooMany = countMisses(() => now)
  const tries = Array.from({ length: 101 }, () => isTooMany('192.0.2.1'))
  expect(tries.lastIndexOf(false)).toBe(99)
  expect(tries.at(-1)).toBe(true)
  expect(isTooMany('192.0.2.2')).toBe(false)
  now = 59_999
  expect(isTooMany('192.0.2.1')).toBe(true)
  now = 60_000
  expect(isTooMany('192.0.2.1')).toBe(false)
})
