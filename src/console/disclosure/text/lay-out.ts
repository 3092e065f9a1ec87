import { closeHistory } from '@tiptap/pm/history'
import type { Node } from '@tiptap/pm/model'
import type { EditorState, Transaction } from '@tiptap/pm/state'
import type { HouseLayout, LayoutChange } from '../../../text/house-layout.ts'
import type { Text } from '../../../text/text.ts'
import { editorFromText } from './from-editor.ts'

/** Another text in place of the one that stands, as one step to be undone; blocks that are the same at both ends stay untouched. */
export function exchanging({ doc, tr, schema }: EditorState, text: Text): Transaction {
  const before = doc.children
  const after = schema.nodeFromJSON(editorFromText(text)).children
  const most = Math.min(before.length, after.length)
  const isSame = (one: Node | undefined, other: Node | undefined) =>
    one !== undefined && other !== undefined && one.eq(other)
  let first = 0
  while (first < most && isSame(before[first], after[first])) first += 1
  let last = 0
  while (last < most - first && isSame(before.at(-1 - last), after.at(-1 - last))) last += 1
  const sizeOf = (nodes: readonly Node[]) => nodes.reduce((sum, { nodeSize }) => sum + nodeSize, 0)
  const from = sizeOf(before.slice(0, first))
  const to = doc.content.size - sizeOf(before.slice(before.length - last))
  return closeHistory(tr.replaceWith(from, to, after.slice(first, after.length - last)))
}

const levels = { 2: '一级标题', 3: '二级标题', 4: '三级标题' } as const

export function changeWords({ kind, level }: LayoutChange): string {
  if (kind === 'heading') return `按编号设为${levels[level ?? 2]}`
  return {
    emptyLine: '删去空行',
    blanks: '删去手打的空格',
    cut: '按换行和缩进分段',
    signature: '落款靠右',
  }[kind]
}

export const doubtWords = {
  halfWidth: '半角标点',
  fullWidth: '全角数字或者字母',
  gap: '字间空格',
} as const satisfies Record<HouseLayout['doubtful'][number]['kind'], string>
