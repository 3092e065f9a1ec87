import { expect, test } from 'vitest'
import { plainDate } from '../../days/plain-date.ts'
import { articles } from '../../law/articles.ts'
import { cite } from './cite.ts'

const today = plainDate('2026-11-24')

test('an item, a paragraph, and an item of a paragraph', () => {
  expect(cite(today, '条例 36(4)')).toBe('《中华人民共和国政府信息公开条例》第三十六条第（四）项')
  expect(cite(today, '条例 33 II')).toBe('《中华人民共和国政府信息公开条例》第三十三条第二款')
  expect(cite(today, '复议法 23 I(4)')).toBe('《中华人民共和国行政复议法》第二十三条第一款第（四）项')
})

test('one law is named once, two laws one after the other', () => {
  expect(cite(today, '条例 14', '条例 36(3)')).toBe('《中华人民共和国政府信息公开条例》第十四条、第三十六条第（三）项')
  expect(cite(today, '条例 42', '信息处理费办法 缴费期限')).toBe(
    '《中华人民共和国政府信息公开条例》第四十二条、《政府信息公开信息处理费管理办法》',
  )
})

test('a title in a title takes single marks', () =>
  expect(cite(today, '行诉解释 66')).toBe('《最高人民法院关于适用〈中华人民共和国行政诉讼法〉的解释》第六十六条'))

test('an article is not cited before its commencement', () =>
  expect(() => cite(plainDate('2023-12-31'), '复议法 23 I(4)')).toThrow(RangeError))

test('every article can be cited on its first day', () => {
  for (const { id, from } of articles) expect(cite(plainDate(from), id), id).toMatch(/^《[^A-Za-z]+》(第.+)?$/)
})
