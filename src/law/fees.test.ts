import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { plainDate } from '../days/plain-date.ts'
import { perPageFee, perRequestFee } from './fees.ts'

const day = plainDate('2025-03-01')

describe('信息处理费', () => {
  test.each([
    [0, 0],
    [10, 0],
    [11, 100],
    [30, 2000],
    [31, 2200],
    [40, 4000],
    [41, 4300],
    [50, 7000],
    [51, 7400],
    [100, 37_000],
  ])('%i pieces in a natural month cost %i yuan', (pieces, yuan) => expect(perRequestFee(day, pieces)).toBe(yuan))

  test.each([
    [0, 0],
    [30, 0],
    [31, 10],
    [100, 700],
    [101, 720],
    [200, 2700],
    [201, 2740],
    [300, 6700],
  ])('%i pages of one request cost %i yuan', (pages, yuan) => expect(perPageFee(day, pages)).toBe(yuan))

  test('each piece has its own price, however the month is cut', () => {
    expect(perRequestFee(day, 1, 10)).toBe(100)
    expect(perRequestFee(day, 1, 30)).toBe(200)
    expect(perRequestFee(day, 1, 60)).toBe(500)
    fc.assert(
      fc.property(
        fc.nat(300),
        fc.nat(300),
        (a, b) => perRequestFee(day, a) + perRequestFee(day, b, a) === perRequestFee(day, a + b),
      ),
    )
  })

  test('agrees with adding up piece by piece and page by page', () => {
    const piece = (n: number) => (n <= 10 ? 0 : n <= 30 ? 100 : 100 * (Math.ceil((n - 30) / 10) + 1))
    const page = (n: number) => (n <= 30 ? 0 : n <= 100 ? 10 : n <= 200 ? 20 : 40)
    let [pieces, pages] = [0, 0]
    for (let n = 1; n <= 1000; n += 1) {
      pieces += piece(n)
      pages += page(n)
      expect([perRequestFee(day, n), perPageFee(day, n)]).toEqual([pieces, pages])
    }
  })

  test('nothing could be charged before 2021', () => {
    expect(() => perRequestFee(plainDate('2020-12-31'), 50)).toThrow('没有信息处理费收费标准')
    expect(perPageFee(plainDate('2021-01-01'), 31)).toBe(10)
  })

  test.each([-1, 1.5, Number.NaN, 100_001])('%d pieces or pages are refused', (count) => {
    expect(() => perRequestFee(day, count)).toThrow('件数应为')
    expect(() => perRequestFee(day, 1, count)).toThrow('本月已有件数应为')
    expect(() => perPageFee(day, count)).toThrow('页数应为')
  })
})
