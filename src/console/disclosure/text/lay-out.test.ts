import { getSchema } from '@tiptap/core'
import { history, undo, undoDepth } from '@tiptap/pm/history'
import { EditorState } from '@tiptap/pm/state'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aText } from '../../../disclosure/testing/a-record.ts'
import { editorFromText, textFromEditor } from './from-editor.ts'
import { exchanging } from './lay-out.ts'
import { Picture, textExtensions } from './schema.ts'

const schema = getSchema([...textExtensions, Picture])
const stateOf = (...lines: string[]) =>
  EditorState.create({ doc: schema.nodeFromJSON(editorFromText(aText(...lines))), plugins: [history()] })
const lines = fc.array(fc.constantFrom('甲', '乙', '丙'), { maxLength: 6 })

test('whatever stood there, the other text stands there afterwards, and one step undoes it', () => {
  fc.assert(
    fc.property(lines, lines, (before, after) => {
      const state = stateOf(...before)
      const exchanged = state.apply(exchanging(state, aText(...after)))
      expect(textFromEditor(exchanged.doc.toJSON())).toEqual(aText(...after))
      let undone = exchanged
      if (undoDepth(exchanged) > 0) undo(exchanged, (tr) => (undone = exchanged.apply(tr)))
      expect(undone.doc.eq(state.doc)).toBe(true)
    }),
  )
})

test('what is alike at both ends is not touched', () => {
  const state = stateOf('甲', '乙', '丙', '丁')
  const [step] = exchanging(state, aText('甲', '新', '丁')).steps.map((each) => each.toJSON())
  expect(step).toMatchObject({ from: 3, to: 9 })
})
