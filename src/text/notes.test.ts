import { expect, test } from 'vitest'
import { notesIn, piecesOf } from './notes.ts'
import type { Block, Text } from './text.ts'

const words = (text: string) => ({ type: 'text' as const, text })
const raised = (text: string) => ({ ...words(text), marks: [{ type: 'superscript' as const }] })
const linked = (text: string) => ({
  ...words(text),
  marks: [{ type: 'link' as const, attrs: { href: 'https://a.example/' } }, { type: 'superscript' as const }],
})
const paragraph = (
  ...content: (ReturnType<typeof words> | ReturnType<typeof raised> | ReturnType<typeof linked>)[]
): Block => ({
  type: 'paragraph',
  content,
})
const textOf = (...content: Block[]): Text => ({ type: 'doc', content })

/** Every piece that leads somewhere, or to which something leads. */
const leading = (text: Text) => {
  const notes = notesIn(text)
  return text.content.flatMap((block) =>
    block.type === 'paragraph'
      ? (block.content ?? []).flatMap((inline, at) =>
          inline.type === 'text'
            ? piecesOf(inline, notes, at === 0 ? notes.numberOf.get(block) : undefined).filter(
                ({ to, place }) => to ?? place,
              )
            : [],
        )
      : [],
  )
}

test('a raised number leads to the paragraph at the end that begins with it, and that leads back', () => {
  const text = textOf(
    paragraph(words('数'), raised('[1][2]'), words('文')),
    paragraph(words('[1] 快报数。')),
    paragraph(raised('[2]'), words(' 尾注。')),
  )
  expect(leading(text)).toEqual([
    { words: '[1]', to: 'note-1', place: 'note-call-1' },
    { words: '[2]', to: 'note-2', place: 'note-call-2' },
    { words: '[1]', to: 'note-call-1' },
    { words: '[2]', to: 'note-call-2' },
  ])
})

test('a note that is called twice leads back to where it is called first', () => {
  const text = textOf(paragraph(words('甲'), raised('[1]'), words('乙'), raised('[1]')), paragraph(words('[1]注')))
  expect(leading(text)).toEqual([
    { words: '[1]', to: 'note-1', place: 'note-call-1' },
    { words: '[1]', to: 'note-1' },
    { words: '[1]', to: 'note-call-1' },
  ])
})

test('a note called in a cell of a table is one', () => {
  const table: Block = {
    type: 'table',
    content: [{ type: 'tableRow', content: [{ type: 'tableCell', content: [paragraph(words('12'), raised('[1]'))] }] }],
  }
  expect(leading(textOf(table, paragraph(words('[1] 快报数'))))).toEqual([{ words: '[1]', to: 'note-call-1' }])
})

test.for<[string, Text]>([
  ['a call without a note', textOf(paragraph(words('甲'), raised('[1]')), paragraph(words('乙')))],
  ['a number in brackets that nothing calls', textOf(paragraph(words('[1] 参考文献')))],
  ['a power', textOf(paragraph(words('10'), raised('8')), paragraph(words('[8] 注')))],
  ['a number in the line', textOf(paragraph(words('见[1]')), paragraph(words('[1] 注')))],
  ['a number that leads elsewhere already', textOf(paragraph(words('甲'), linked('[1]')), paragraph(words('[1] 注')))],
  ['nothing', textOf()],
])('%s leads nowhere', ([, text]) => {
  expect(leading(text)).toEqual([])
})
