import { expect, test } from 'vitest'
import { emptyText } from './text.ts'
import { wordCount } from './word-count.ts'

test.for<[string, number]>([
  ['', 0],
  ['根据国务院部署，公告如下。', 13],
  ['自2026年12月31日起施行', 10],
  ['GB/T 9704-2012 规定', 4],
  ['  \n', 0],
])('%s', ([text, expected]) => {
  const content = text === '' ? [] : [{ type: 'text' as const, text }]
  expect(wordCount({ type: 'doc', content: [{ type: 'paragraph', content }] })).toBe(expected)
})

test('a text without a word counts nought', () => {
  expect(wordCount(emptyText)).toBe(0)
})
