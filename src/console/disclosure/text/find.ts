import { Extension } from '@tiptap/core'
import { closeHistory } from '@tiptap/pm/history'
import type { Node } from '@tiptap/pm/model'
import { type EditorState, Plugin, PluginKey, TextSelection, type Transaction } from '@tiptap/pm/state'
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view'

/** Words of one paragraph that are what is sought. */
export interface Hit {
  readonly from: number
  readonly to: number
}

/** Where the sought words stand, in order; capital and small letters are the same. No hit goes over the end of a paragraph. */
export function hitsIn(doc: Node, sought: string): Hit[] {
  if (sought === '') return []
  const hits: Hit[] = []
  const words = new RegExp(sought.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'), 'giu')
  doc.descendants((node, position) => {
    if (!node.isTextblock) return true
    // What is no text, such as a break of line, takes one place: positions stay true.
    for (const { index, 0: found } of node.textBetween(0, node.content.size, '', '\u0000').matchAll(words))
      hits.push({ from: position + 1 + index, to: position + 1 + index + found.length })
    return false
  })
  return hits
}

/** The first hit that begins at or after the place, going round; -1 where there is none. */
export const hitFrom = (hits: readonly Hit[], place: number): number => {
  const at = hits.findIndex(({ from }) => from >= place)
  return at < 0 && hits.length > 0 ? 0 : at
}

/** The last hit that ends before the place, going round; -1 where there is none. */
export const hitBefore = (hits: readonly Hit[], place: number): number => {
  const at = hits.findLastIndex(({ to }) => to <= place)
  return at < 0 ? hits.length - 1 : at
}

/** Which hit is selected; -1 where none is. */
export const selectedHit = (hits: readonly Hit[], { selection: { from, to } }: EditorState): number =>
  hits.findIndex((hit) => hit.from === from && hit.to === to)

/** The hit selected, and brought into sight even while the keyboard is elsewhere. */
export function select(view: EditorView, { from, to }: Hit): void {
  view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, from, to)))
  view.dom.querySelector('.hit-selected')?.scrollIntoView({ block: 'nearest' })
}

/** Other words in place of the hits, in the marks that each began with, as one step to be undone. */
export function replacing({ tr, schema }: EditorState, hits: readonly Hit[], words: string): Transaction {
  for (const { from, to } of hits.toReversed()) {
    const marks = tr.doc.nodeAt(from)?.marks ?? []
    if (words === '') tr.delete(from, to)
    else tr.replaceWith(from, to, schema.text(words, marks))
  }
  return closeHistory(tr)
}

const key = new PluginKey<string>('finding')

export const soughtIn = (state: EditorState): string => key.getState(state) ?? ''
export const seeking = ({ tr }: EditorState, sought: string): Transaction => tr.setMeta(key, sought)

/** Shows what is sought in the text. `onFind` hears of Ctrl+F and Ctrl+H in the text. */
export const finding = (onFind: () => void) =>
  Extension.create({
    name: 'finding',
    addKeyboardShortcuts: () => {
      const find = () => {
        onFind()
        return true
      }
      return { 'Mod-f': find, 'Mod-h': find }
    },
    addProseMirrorPlugins: () => [
      new Plugin<string>({
        key,
        state: { init: () => '', apply: (tr, sought) => tr.getMeta(key) ?? sought },
        props: {
          decorations: (state) => {
            const hits = hitsIn(state.doc, soughtIn(state))
            const at = selectedHit(hits, state)
            return DecorationSet.create(
              state.doc,
              hits.map(({ from, to }, index) =>
                Decoration.inline(from, to, { class: index === at ? 'hit hit-selected' : 'hit' }),
              ),
            )
          },
        },
      }),
    ],
  })
