import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Figures } from './figures.ts'
import { outliersIn } from './outliers.ts'

const figures = (penalties: number): Figures => ({
  proactive: { 'penalty.decisions': penalties },
  requests: {},
  remedies: {},
})
const city = (...penalties: number[]) =>
  penalties.map((value, at) => ({ id: `${at}`, name: `第${at}局`, kind: 'department', figures: figures(value) }))

test('a figure more than ten times the median of the others of its kind is shown, with that median', () => {
  const found = outliersIn(city(4, 5, 6, 7, 8, 90), new Map())
  expect(found).toMatchObject([{ organ: '第5局', value: 90, against: 'peers', other: 6 }])
  expect(found[0]?.name).toBe('第二部分“行政处罚”行“本年处理决定数量”列')
})

test('of few organs, and where most have none, nothing is said of one', () => {
  expect(outliersIn(city(4, 5, 6, 90), new Map())).toEqual([])
  expect(outliersIn(city(0, 0, 0, 0, 0, 90), new Map())).toEqual([])
})

test('a figure five times last year’s, or a fifth of it, is shown with last year’s; small ones are not', () => {
  const before = new Map([
    ['0', figures(10)],
    ['1', figures(100)],
    ['2', figures(2)],
  ])
  expect(outliersIn(city(50, 20, 10), before)).toMatchObject([
    { organ: '第0局', value: 50, against: 'years', other: 10 },
    { organ: '第1局', value: 20, against: 'years', other: 100 },
  ])
})

test('the median is that of the others, whatever stands where', () => {
  const lowerMiddle = (values: readonly number[]) =>
    values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) / 2)] ?? 0
  fc.assert(
    fc.property(fc.array(fc.nat(300), { minLength: 6, maxLength: 12 }), (values) => {
      const expected = values.flatMap((value, at) => {
        const other = lowerMiddle(values.toSpliced(at, 1))
        return other > 0 && value >= 20 && value > 10 * other ? [{ organ: `第${at}局`, other }] : []
      })
      const found = outliersIn(city(...values), new Map()).map(({ organ, other }) => ({ organ, other }))
      expect(found).toEqual(expected)
    }),
  )
})
