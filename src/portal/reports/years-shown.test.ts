import { expect, test } from 'vitest'
import { plainDate } from '../../days/plain-date.ts'
import { yearsShown } from './years-shown.ts'

const today = plainDate('2026-11-24')
const of = (...years: number[]) => years.map((year) => ({ year }))

test('from the first year that anybody has published to the last that is over, without a gap', () => {
  expect(yearsShown(of(2022, 2024, 2022), today)).toEqual([2025, 2024, 2023, 2022])
})

test('while nothing is published, the last year that is over', () => {
  expect(yearsShown([], today)).toEqual([2025])
})
