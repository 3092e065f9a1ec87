import { expect, test } from 'vitest'
import { plainDate } from '../days/plain-date.ts'
import { reportFormats } from './report-formats.ts'
import { art20Items, scopeOf } from './scope.ts'

const day = plainDate('2025-01-01')

test('art. 20 has fifteen items for every organ', () => {
  expect(art20Items.map(({ item }) => item)).toEqual(Array.from({ length: 15 }, (_, index) => index + 1))
  expect(scopeOf('province', day).items).toHaveLength(15)
  expect(scopeOf('province', day).additions).toEqual([])
})

test('art. 21 adds to cities and counties, and other matters to townships', () => {
  expect(scopeOf('city', day).additions).toEqual(scopeOf('county', day).additions)
  expect(scopeOf('county', day).additions).toContain('治安管理')
  expect(scopeOf('township', day).additions).toContain('筹资筹劳')
  expect(scopeOf('township', day).additions).not.toContain('治安管理')
})

test('the blocks of the report’s second section are items of art. 20', () => {
  const contentOf = (item: number) => art20Items.find((each) => each.item === item)?.content
  const words = { 1: '规章', 5: '行政许可', 6: '行政处罚', 8: '行政事业性收费', 9: '政府集中采购' }
  for (const { proactive } of Object.values(reportFormats)) {
    for (const { item, rows } of proactive) {
      expect(contentOf(item)).toContain(words[item as keyof typeof words])
      expect(
        rows.some(({ label }) => contentOf(item)?.includes(label)),
        String(item),
      ).toBe(true)
    }
  }
})

test('before the 条例 of 2019 there was another list', () => {
  expect(scopeOf('county', plainDate('2019-05-14'))).toEqual({ items: [], additions: [] })
})
