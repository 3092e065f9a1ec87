import { expect, test } from 'vitest'
import { plainDate } from '../../days/plain-date.ts'
import { freshnessOf } from './freshness.ts'

test.for([
  { what: '14 days allowed, 9 passed', updateDays: 14, on: '2026-11-15', is: 'fresh' },
  { what: 'at 70 % a warning', updateDays: 10, on: '2026-11-17', is: 'soon' },
  { what: 'the last day is still in time', updateDays: 14, on: '2026-11-10', is: 'soon' },
  { what: 'a day later it is too late', updateDays: 14, on: '2026-11-09', is: 'stale' },
  { what: 'nothing has ever stood there', updateDays: 180, on: null, is: 'empty' },
  { what: 'nothing is due', updateDays: null, on: null, is: 'notDue' },
])('$what: $is', ({ updateDays, on, is }) => {
  expect(freshnessOf({ updateDays, updatedOn: on === null ? null : plainDate(on) }, plainDate('2026-11-24'))).toBe(is)
})
