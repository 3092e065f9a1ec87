import { expect, test } from 'vitest'
import { sumOf } from './sums.ts'

const counted = { month: 3, kind: 'question', received: 4, answered: 2, closed: 1, open: 1, days: 8 } as const

test('days are those of what was concluded, on the average', () => {
  expect(sumOf([counted, { ...counted, received: 1, answered: 1, closed: 0, open: 0, days: 1 }])).toEqual({
    received: 5,
    answered: 3,
    closed: 1,
    open: 1,
    days: 2.3,
  })
})

test('where nothing was concluded there are no days', () => {
  expect(sumOf([]).days).toBeNull()
  expect(sumOf([{ ...counted, answered: 0, closed: 0, days: 0 }]).days).toBeNull()
})
