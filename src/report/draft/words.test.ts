import fc from 'fast-check'
import { expect, test } from 'vitest'
import { reportFormat2021 } from '../../law/report-format-2021.ts'
import type { Inline, Text } from '../../text/text.ts'
import type { Count } from './counts.ts'
import { hrefOfCount, othersIn, sectionsOf, Words, withCounts, wordsFrom } from './words.ts'

const counts: readonly Count[] = [
  { id: 'fact:items', label: '发布信息', value: '777' },
  { id: 'cell:newReceived/total', label: '新收', value: '12' },
]
const linked = (text: string, id = 'fact:items'): Inline => ({
  type: 'text',
  text,
  marks: [{ type: 'link', attrs: { href: hrefOfCount(id) } }],
})
const plain = (text: string): Inline => ({ type: 'text', text })
const line = (...content: Inline[]): Text => ({ type: 'doc', content: [{ type: 'paragraph', content }] })
const empty = wordsFrom([])
const printed = (text: Text) => sectionsOf(reportFormat2021, { ...empty, overview: text }, counts)[1]?.paragraphs

test('a linked number is printed as the registers have it, however it was typed over or cut in pieces', () => {
  expect(printed(line(plain('发布'), linked('7'), linked('6'), plain('条')))).toEqual(['发布777条'])
  expect(printed(line(linked('1'), linked('9', 'cell:newReceived/total')))).toEqual(['77712'])
})

test('a number that the registers no longer know stays as it was written, and is told', () => {
  const text = line(linked('5', 'channel:旧账号'))
  expect(printed(text)).toEqual(['5'])
  expect(othersIn({ ...empty, problems: text }, counts)).toEqual([
    { section: 'problems', id: 'channel:旧账号', label: 'channel:旧账号', written: '5', value: null },
  ])
})

test('typed numbers, and links that lead elsewhere, are nobody else’s to change', () => {
  const elsewhere: Inline = {
    type: 'text',
    text: '3',
    marks: [{ type: 'link', attrs: { href: 'https://example.cn/#fact:items' } }],
  }
  const text = line(plain('12'), elsewhere)
  expect(withCounts(text, counts)).toEqual(text)
  expect(othersIn({ ...empty, overview: text }, counts)).toEqual([])
})

test('words without linked numbers are printed sign by sign, paragraph by paragraph', () => {
  const paragraph = fc
    .string({ minLength: 1 })
    .filter((text) => text.trim() === text && text !== '' && !text.includes('\n'))
  fc.assert(
    fc.property(fc.array(paragraph), (paragraphs) => {
      const words = wordsFrom([{ id: 'problems', paragraphs }])
      expect(sectionsOf(reportFormat2021, words, counts).find(({ id }) => id === 'problems')?.paragraphs).toEqual(
        paragraphs,
      )
      expect(Words.safeParse(words).success).toBe(true)
    }),
  )
})

test('neither tables nor pictures stand among the words of a report', () => {
  const table: Text = {
    type: 'doc',
    content: [{ type: 'table', content: [{ type: 'tableRow', content: [{ type: 'tableCell', content: [] }] }] }],
  }
  expect(Words.safeParse({ ...empty, overview: table }).error?.issues[0]?.message).toContain('不能放表格和图片')
})
