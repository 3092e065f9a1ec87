import { expect, test } from 'vitest'
import { articleWords, chineseNumber } from './article-words.ts'
import { articles } from './articles.ts'

test.each([
  [1, '一'],
  [10, '十'],
  [14, '十四'],
  [20, '二十'],
  [36, '三十六'],
  [99, '九十九'],
  [100, '一百'],
  [103, '一百零三'],
  [110, '一百一十'],
  [123, '一百二十三'],
])('%i is written %s', (value, text) => expect(chineseNumber(value)).toBe(text))

test('staff read an article as laws are read, never as the code numbers it', () => {
  expect(articleWords('条例 37')).toBe('条例第三十七条')
  expect(articleWords('条例 36(4)')).toBe('条例第三十六条第（四）项')
  expect(articleWords('复议法 23 I(4)')).toBe('复议法第二十三条第一款第（四）项')
  for (const { id } of articles) expect(articleWords(id)).not.toMatch(/[0-9IV()]/)
})
