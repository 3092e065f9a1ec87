import { getSchema } from '@tiptap/core'
import { Slice } from '@tiptap/pm/model'
import { AllSelection, EditorState, TextSelection } from '@tiptap/pm/state'
import { expect, test } from 'vitest'
import { notesIn } from '../../../text/notes.ts'
import { plainTextOf } from '../../../text/plain.ts'
import { textFromEditor } from './from-editor.ts'
import { addingNote, noteMarks, numberedOn, otherEnd } from './notes-extension.ts'
import { Picture, textExtensions } from './schema.ts'

const schema = getSchema([...textExtensions, Picture])
const raised = (text: string) => ({ type: 'text', text, marks: [{ type: 'superscript' }] })
const line = (...words: (string | object)[]) => ({
  type: 'paragraph',
  content: words.map((each) => (typeof each === 'string' ? { type: 'text', text: each } : each)),
})
const stateOf = (...content: object[]) => EditorState.create({ doc: schema.nodeFromJSON({ type: 'doc', content }) })
const wordsBefore = (state: EditorState, position: number | undefined) =>
  position === undefined ? undefined : state.doc.textBetween(Math.max(0, position - 6), position, '|')

test('a number in the text leads to its note, and that back to the first call', () => {
  const state = stateOf(line('甲', raised('[1]'), '乙', raised('[1]')), line(raised('[1]'), ' 注一'), line('[2] 无'))
  const [first, second, label, other] = noteMarks(state.doc)
  expect([first, second].map((mark) => otherEnd(state.doc, mark?.to ?? 0))).toEqual([label?.to, label?.to])
  expect(wordsBefore(state, otherEnd(state.doc, label?.from ?? 0))).toBe('甲[1]')
  expect(otherEnd(state.doc, other?.from ?? 0)).toBeUndefined()
})

test('a note is added behind what is selected under the next number, its line is at the end with the cursor in it', () => {
  const state = stateOf(line('甲乙', raised('[1]')), line('[1] 注一'))
  const selected = state.apply(state.tr.setSelection(TextSelection.create(state.doc, 2)))
  const after = selected.apply(addingNote(selected))
  const text = textFromEditor(after.doc.toJSON())
  expect(plainTextOf(text)).toBe('甲[2]乙[1]\n[1] 注一\n[2] ')
  expect([...notesIn(text).firstCall.keys()]).toEqual([2, 1])
  expect(after.selection.$from.parent.textContent).toBe('[2] ')
})

const pasting = (state: EditorState, ...content: object[]) => {
  const pasted = new Slice(stateOf(...content).doc.content, 0, 0)
  return numberedOn(pasted, state).content.textBetween(0, numberedOn(pasted, state).content.size, '|')
}
const whole = [line('丙', raised('[1]'), '丁', raised('[2]')), line('[1] 贴一'), line(raised('[2]'), ' 贴二')]

test('notes pasted into a text that has some are numbered on, each call with its note, and look as they did', () => {
  const state = stateOf(line('甲', raised('[1]')), line('[1] 注一'))
  expect(pasting(state, ...whole)).toBe('丙[2]丁[3]|[2] 贴一|[3] 贴二')
  const { content } = numberedOn(new Slice(stateOf(...whole).doc.content, 0, 0), state)
  const text = textFromEditor(schema.topNodeType.create(null, content).toJSON())
  expect([...notesIn(text).firstCall.keys()]).toEqual([2, 3])
})

test('what is pasted keeps its numbers where none would stand twice, or where it is a call or a note alone', () => {
  const before = '丙[1]丁[2]|[1] 贴一|[2] 贴二'
  expect(pasting(stateOf(line('甲')), ...whole)).toBe(before)
  const state = stateOf(line('甲', raised('[1]')), line('[1] 注一'))
  expect(pasting(state.apply(state.tr.setSelection(new AllSelection(state.doc))), ...whole)).toBe(before)
  expect(pasting(state, line('丙', raised('[1]')))).toBe('丙[1]')
  expect(pasting(state, line('[1] 贴一'))).toBe('[1] 贴一')
})
