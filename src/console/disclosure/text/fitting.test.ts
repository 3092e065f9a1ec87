import { getSchema } from '@tiptap/core'
import { Slice } from '@tiptap/pm/model'
import { expect, test } from 'vitest'
import { fitting } from './fitting.ts'
import { textExtensions } from './schema.ts'

const schema = getSchema(textExtensions)
const line = { type: 'paragraph', content: [{ type: 'text', text: '甲' }] }

/** The paragraph within so many quotations. */
const quoted = (times: number): object => (times === 0 ? line : { type: 'blockquote', content: [quoted(times - 1)] })
const docOf = (times: number) => schema.nodeFromJSON({ type: 'doc', content: [quoted(times)] })
const pasted = (times: number) => new Slice(docOf(times).content, 0, 0)

/** At the words of a paragraph that lies within so many quotations. */
const within = (times: number) => docOf(times).resolve(times + 1)

test('what lies no deeper than can be saved is pasted as it is', () => {
  const slice = pasted(10)
  expect(fitting(slice, within(0), schema)).toBe(slice)
})

test('what would lie too deep is pasted as plain paragraphs, and no word is lost', () => {
  const { content } = fitting(pasted(30), within(0), schema)
  expect(content.firstChild?.type.name).toBe('paragraph')
  expect(content.textBetween(0, content.size)).toBe('甲')
})

test('how deep it may lie depends on where it is pasted', () => {
  const slice = pasted(10)
  expect(fitting(slice, within(20), schema)).not.toBe(slice)
})
