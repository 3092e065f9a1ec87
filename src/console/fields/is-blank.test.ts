import { expect, test } from 'vitest'
import { isBlank } from './is-blank.ts'

test('a row in which nothing was typed goes without a question', () => {
  for (const row of [undefined, null, '', ' ', [], {}, { name: '', days: [], to: { day: null } }])
    expect(isBlank(row)).toBe(true)
})

test('one word, one number or one box in a row is something to lose', () => {
  for (const row of ['甲', 0, false, [0], { name: '', to: { day: '2026-11-24' } }, { rows: [{ name: '乙' }] }])
    expect(isBlank(row)).toBe(false)
})
