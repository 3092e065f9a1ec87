import { expect, test } from 'vitest'
import { yearSums } from './year-sums.ts'

const sums = [
  { year: 2026, item: '信息处理费', receipts: 2, amount: '0.10' },
  { year: 2026, item: '工本费', receipts: 1, amount: '0.20' },
  { year: 2025, item: '信息处理费', receipts: 3, amount: '-12.00' },
]

test('a year is the sum of its items, to the fen: a refund takes away', () => {
  const [now, before] = yearSums([...sums, { year: 2025, item: '工本费', receipts: 1, amount: '20.05' }])
  expect(now).toMatchObject({ year: 2026, receipts: 3, amount: '0.30' })
  expect(before).toMatchObject({ year: 2025, receipts: 4, amount: '8.05' })
})

test('the years stand as they come, each with its own items', () => {
  expect(yearSums(sums).map(({ year, items }) => [year, items.length])).toEqual([
    [2026, 2],
    [2025, 1],
  ])
})
