import { expect, test } from 'vitest'
import { yearBetween } from './typed-year.ts'

const Year = yearBetween(1949, 2200)

test('a year is four decimal digits, and nothing that a program would take for a number besides', () => {
  expect(Year.parse('2025')).toBe(2025)
  for (const typed of [
    '0x7e9',
    '2025.0',
    '2.025e3',
    ' 2025',
    '2025 ',
    '+2025',
    '02025',
    '２０２５',
    '',
    '25',
    '1948',
    '2201',
  ])
    expect(Year.safeParse(typed).success, typed).toBe(false)
  expect(Year.safeParse(2025).success).toBe(false)
})
