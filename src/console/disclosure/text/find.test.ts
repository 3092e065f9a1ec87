import { getSchema } from '@tiptap/core'
import { history, undo } from '@tiptap/pm/history'
import { EditorState } from '@tiptap/pm/state'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hitBefore, hitFrom, hitsIn, replacing } from './find.ts'
import { Picture, textExtensions } from './schema.ts'

const schema = getSchema([...textExtensions, Picture])
const bold = { type: 'bold' }
const line = (...words: (string | object)[]) => ({
  type: 'paragraph',
  content: words.map((each) => (typeof each === 'string' ? { type: 'text', text: each } : each)),
})
const stateOf = (...content: object[]) =>
  EditorState.create({ doc: schema.nodeFromJSON({ type: 'doc', content }), plugins: [history()] })
const found = (state: EditorState, sought: string) =>
  hitsIn(state.doc, sought).map(({ from, to }) => state.doc.textBetween(from, to))

test('words are found over marks, in tables and whatever the case of letters, never over the end of a paragraph', () => {
  const table = {
    type: 'table',
    content: [{ type: 'tableRow', content: [{ type: 'tableCell', content: [line('政务公开Abc')] }] }],
  }
  const state = stateOf(line('政务', { type: 'text', text: '公开', marks: [bold] }, '，政务'), line('公开abc'), table)
  expect(found(state, '政务公开')).toEqual(['政务公开', '政务公开'])
  expect(found(state, 'ABC')).toEqual(['abc', 'Abc'])
  expect(found(state, '')).toEqual([])
})

test('signs that mean something in patterns are found as they stand, and a break of line counts as one place', () => {
  const state = stateOf(line('甲.乙', { type: 'hardBreak' }, '（a+b）[c] 甲.乙'))
  expect(found(state, '甲.乙')).toEqual(['甲.乙', '甲.乙'])
  expect(found(state, 'a+b）[c]')).toEqual(['a+b）[c]'])
  expect(found(state, '.')).toEqual(['.', '.'])
})

test('one goes round: after the last hit comes the first, before the first the last', () => {
  const hits = hitsIn(stateOf(line('甲乙甲')).doc, '甲')
  expect([hitFrom(hits, 0), hitFrom(hits, 2), hitFrom(hits, 4)]).toEqual([0, 1, 0])
  expect([hitBefore(hits, 4), hitBefore(hits, 3), hitBefore(hits, 1)]).toEqual([1, 0, 1])
  expect([hitFrom([], 1), hitBefore([], 1)]).toEqual([-1, -1])
})

test('words that take the place of others keep their marks, and one step undoes them all', () => {
  const state = stateOf(line('帐户和', { type: 'text', text: '帐', marks: [bold] }, '目'))
  const after = state.apply(replacing(state, hitsIn(state.doc, '帐'), '账'))
  expect(after.doc.textContent).toBe('账户和账目')
  expect(after.doc.nodeAt(4)?.marks.map(({ type }) => type.name)).toEqual(['bold'])
  let undone = after
  undo(after, (tr) => {
    undone = after.apply(tr)
  })
  expect(undone.doc.eq(state.doc)).toBe(true)
})

test('replacing all replaces what a string would replace, also by nothing or by what holds the sought words', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('甲', '乙', '.', 'A') }),
      fc.string({ unit: fc.constantFrom('甲', '乙', '.', 'A'), minLength: 1, maxLength: 3 }),
      fc.string({ unit: fc.constantFrom('甲', '乙', '.'), maxLength: 3 }),
      (words, sought, others) => {
        const state = stateOf(words === '' ? { type: 'paragraph' } : line(words))
        const after = state.apply(replacing(state, hitsIn(state.doc, sought), others))
        expect(after.doc.textContent).toBe(words.replaceAll(sought, () => others))
      },
    ),
  )
})
