import { Extension } from '@tiptap/core'
import { type Node, Slice } from '@tiptap/pm/model'
import { type EditorState, Plugin, TextSelection, type Transaction } from '@tiptap/pm/state'
import { Transform } from '@tiptap/pm/transform'
import { noteNumber } from '../../../text/notes.ts'

/** A raised number in the text, or the label at the beginning of a note: `from` is where it stands. */
interface Mark {
  readonly number: number
  readonly from: number
  readonly to: number
  readonly isLabel: boolean
}

/** Every number of a note in the editor, in reading order. */
export function noteMarks(doc: Node): Mark[] {
  const marks: Mark[] = []
  doc.descendants((node, position, parent) => {
    if (!node.isTextblock) return true
    const own = parent === doc ? noteNumber(node.textContent) : null
    if (own !== null)
      marks.push({ number: own, from: position + 1, to: position + 1 + `[${own}]`.length, isLabel: true })
    node.forEach((run, offset) => {
      if (!run.isText || !run.marks.some(({ type }) => type.name === 'superscript')) return
      for (const { index, 0: sign, 1: digits } of (run.text ?? '').matchAll(/\[(\d{1,3})\]/g)) {
        const from = position + 1 + offset + index
        if (own === null || from > position + 1)
          marks.push({ number: Number(digits), from, to: from + sign.length, isLabel: false })
      }
    })
    return false
  })
  return marks
}

/** From a number in the text to its note and back; undefined where there is no number, or nothing to which it leads. */
export function otherEnd(doc: Node, position: number): number | undefined {
  const marks = noteMarks(doc)
  const here = marks.find(({ from, to }) => from <= position && position <= to)
  if (!here) return undefined
  const there = here.isLabel
    ? marks.find(({ number, isLabel }) => number === here.number && !isLabel)
    : marks.findLast(({ number, isLabel }) => number === here.number && isLabel)
  return there?.to
}

/**
 * What is pasted, its notes numbered on from those that the text has, if a number would stand twice. Only notes that come with
 * their calls: a call or a note that is moved alone keeps its number, and so leads where it led.
 */
export function numberedOn(pasted: Slice, { doc, schema, selection }: EditorState): Slice {
  const isStaying = ({ from, to }: Mark) => to <= selection.from || from >= selection.to
  const there = new Set(
    noteMarks(doc)
      .filter(isStaying)
      .map(({ number }) => number),
  )
  const brought = schema.topNodeType.create(null, pasted.content)
  const marks = noteMarks(brought)
  const numbers = [...new Set(marks.filter(({ isLabel }) => isLabel).map(({ number }) => number))]
    .filter((number) => marks.some((mark) => mark.number === number && !mark.isLabel))
    .sort((one, other) => one - other)
  if (!numbers.some((number) => there.has(number))) return pasted
  const alone = marks.filter(({ number }) => !numbers.includes(number)).map(({ number }) => number)
  const last = Math.max(...there, ...alone)
  const change = new Transform(brought)
  for (const { number, from, to } of marks.toReversed()) {
    const at = numbers.indexOf(number)
    if (at < 0) continue
    const styles = brought.nodeAt(from)?.marks
    change.replaceWith(from, to, schema.text(`[${last + at + 1}]`, styles))
  }
  return new Slice(change.doc.content, pasted.openStart, pasted.openEnd)
}

/** The next number behind the selection, and a line at the end for its note, in which the cursor stands. */
export function addingNote({ doc, tr, schema, selection }: EditorState): Transaction {
  const number = Math.max(0, ...noteMarks(doc).map((mark) => mark.number)) + 1
  const raised = schema.marks.superscript?.create()
  tr.insert(selection.to, schema.text(`[${number}]`, raised ? [raised] : []))
  tr.insert(tr.doc.content.size, schema.node('paragraph', null, schema.text(`[${number}] `)))
  return tr.setSelection(TextSelection.atEnd(tr.doc)).scrollIntoView()
}

/** A double click on the number of a note leads to its other end, as in Word; Ctrl+Alt+F adds one. */
export const notesExtension = Extension.create({
  name: 'notes',
  addKeyboardShortcuts() {
    return {
      'Mod-Alt-f': () => {
        this.editor.view.dispatch(addingNote(this.editor.state))
        return true
      },
    }
  },
  addProseMirrorPlugins: () => [
    new Plugin({
      props: {
        handleDoubleClick: (view, position) => {
          const there = otherEnd(view.state.doc, position)
          if (there === undefined) return false
          view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, there)).scrollIntoView())
          return true
        },
      },
    }),
  ],
})
