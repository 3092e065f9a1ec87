import { expect, test } from 'vitest'
import { Text } from '../../../text/text.ts'
import { editorFromText, textFromEditor } from './from-editor.ts'

const paragraph = (text: string) => ({ type: 'paragraph' as const, content: [{ type: 'text' as const, text }] })

/** As TipTap writes it, with everything that it adds. */
const written = {
  type: 'doc',
  content: [
    { type: 'heading', attrs: { level: 2, textAlign: null }, content: [{ type: 'text', text: '一、范围' }] },
    {
      type: 'paragraph',
      attrs: { textAlign: null },
      content: [
        {
          type: 'text',
          text: '见网站',
          marks: [
            { type: 'bold', attrs: {} },
            { type: 'link', attrs: { href: 'https://www.gov.cn/', target: '_blank', rel: 'noopener', class: null } },
          ],
        },
        { type: 'hardBreak', marks: [{ type: 'bold' }] },
      ],
    },
    {
      type: 'orderedList',
      attrs: { start: 3, type: null },
      content: [{ type: 'listItem', content: [{ type: 'paragraph', attrs: { textAlign: null } }] }],
    },
    {
      type: 'table',
      content: [
        {
          type: 'tableRow',
          content: [
            {
              type: 'tableHeader',
              attrs: { colspan: 2, rowspan: 1, colwidth: [120, 80], align: null },
              content: [paragraph('项目')],
            },
            { type: 'tableCell', attrs: { colspan: 1, rowspan: 1, colwidth: null }, content: [paragraph('数')] },
          ],
        },
      ],
    },
    {
      type: 'image',
      attrs: { fileId: '0b6f2f6e-4d8a-4f3c-9d3f-000000000001', alt: '流程图', src: 'blob:x', title: null },
    },
    { type: 'horizontalRule' },
    { type: 'paragraph', attrs: { textAlign: 'right' }, content: [{ type: 'text', text: '2026年11月24日' }] },
    { type: 'paragraph', attrs: { textAlign: null } },
  ],
}

test('what the editor writes is a text that the server takes', () => {
  expect(() => Text.parse(written)).toThrow()
  const text = textFromEditor(written)
  expect(Text.parse(text)).toEqual(text)
  expect(text.content.at(-1)).toMatchObject({ attrs: { textAlign: 'right' } })
  expect(text.content[3]).toMatchObject({ content: [{ content: [{ attrs: { colspan: 2 } }, {}] }] })
  expect(text.content[3]).toMatchObject({ attrs: { widths: [120, 80, 0] } })
  expect(JSON.stringify(text)).not.toMatch(/colwidth|target|start|rowspan|blob:/)
})

test('a text that goes into the editor and comes out is the same text', () => {
  const text = textFromEditor(written)
  expect(textFromEditor(editorFromText(text))).toEqual(text)
})

test('an empty text gets a line to write on, and stays empty while nothing is written', () => {
  const empty = { type: 'doc', content: [] } as const
  expect(editorFromText({ type: 'doc', content: [] })).toEqual({ type: 'doc', content: [{ type: 'paragraph' }] })
  expect(textFromEditor(editorFromText({ type: 'doc', content: [] }))).toEqual(empty)
})

test('a cell, an item or a quotation without anything gets a line as well', () => {
  const bare: Text = {
    type: 'doc',
    content: [
      { type: 'table', content: [{ type: 'tableRow', content: [{ type: 'tableCell', content: [] }] }] },
      { type: 'bulletList', content: [] },
      { type: 'blockquote', content: [] },
    ],
  }
  const given = JSON.stringify(editorFromText(bare))
  expect(given.match(/"paragraph"/g)).toHaveLength(3)
})
