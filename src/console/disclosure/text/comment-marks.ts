import { type Editor, Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import { positionOf } from './places.ts'

/** How many comments each paragraph has, by its number. */
export type Commented = ReadonlyMap<number, number>

const key = new PluginKey<DecorationSet>('commentMarks')

function marksOn(doc: Node, commented: Commented): DecorationSet {
  const marks = [...commented].flatMap(([line, count]) => {
    const from = positionOf(doc, line)
    const node = from === undefined ? null : doc.nodeAt(from)
    if (from === undefined || node === null) return []
    return [Decoration.node(from, from + node.nodeSize, { class: 'commented', 'data-comments': `批注${count}` })]
  })
  return DecorationSet.create(doc, marks)
}

/** Marks beside paragraphs that have comments; they are no part of the text, and move with it. */
export const commentMarks = Extension.create({
  name: 'commentMarks',
  addProseMirrorPlugins: () => [
    new Plugin<DecorationSet>({
      key,
      state: {
        init: () => DecorationSet.empty,
        apply: (change, marks) => {
          const commented: Commented | undefined = change.getMeta(key)
          return commented ? marksOn(change.doc, commented) : marks.map(change.mapping, change.doc)
        },
      },
      props: { decorations: (state) => key.getState(state) },
    }),
  ],
})

/** Shows which paragraphs have comments now, as the text stands in the editor. */
export const showCommented = (editor: Editor, commented: Commented): void =>
  editor.view.dispatch(editor.state.tr.setMeta(key, commented))
