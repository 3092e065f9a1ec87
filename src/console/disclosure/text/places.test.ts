import { getSchema } from '@tiptap/core'
import { expect, test } from 'vitest'
import { paragraphsOf } from '../../../text/plain.ts'
import { Text } from '../../../text/text.ts'
import { editorFromText } from './from-editor.ts'
import { positionOf } from './places.ts'
import { Picture, textExtensions } from './schema.ts'

const line = (text: string) => ({ type: 'paragraph', content: [{ type: 'text', text }] })
const cell = (text: string) => ({ type: 'tableCell', content: [line(text)] })
const text: Text = Text.parse({
  type: 'doc',
  content: [
    { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: '一、范围' }] },
    line('甲'),
    { type: 'bulletList', content: [{ type: 'listItem', content: [line('乙'), line('丙')] }] },
    { type: 'table', content: [{ type: 'tableRow', content: [cell('丁'), cell('戊')] }] },
    { type: 'blockquote', content: [line('己')] },
    { type: 'image', attrs: { fileId: '0190a5d0-0000-7000-8000-000000000000', alt: '庚' } },
    line('辛'),
  ],
})
const doc = getSchema([...textExtensions, Picture]).nodeFromJSON(editorFromText(text))
const standsAt = (wanted: number) => {
  const at = positionOf(doc, wanted)
  const node = at === undefined ? null : doc.nodeAt(at)
  return node?.attrs.alt || node?.textContent
}

test('a finding leads to the paragraph that the server counted, whatever stands before it', () => {
  const counted = paragraphsOf(text)
  expect(counted).toHaveLength(8)
  for (const [index, words] of counted.entries())
    expect([index, standsAt(index)]).toEqual([index, words.replace('\t', '')])
})

test('a paragraph that is gone is nowhere', () => {
  expect(positionOf(doc, 8)).toBeUndefined()
})
