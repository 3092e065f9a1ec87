import type { Block, Inline, ListItem } from './text.ts'

/** No break or space at the ends of a line. */
export function trimmed(content: readonly Inline[]): Inline[] {
  const kept = [...content]
  for (let last = kept.at(-1); last; last = kept.at(-1)) {
    kept.pop()
    if (last.type === 'hardBreak') continue
    const text = last.text.trimEnd()
    if (text === '') continue
    return [...kept, { ...last, text }]
  }
  return kept
}

/** Whatever must hold something, holds a line. */
export const filled = (blocks: Block[]): Block[] => (blocks.length > 0 ? blocks : [{ type: 'paragraph' }])

/** An item begins with a paragraph, as the editor asks. */
export const item = (blocks: Block[]): ListItem => ({
  type: 'listItem',
  content: blocks[0]?.type === 'paragraph' ? blocks : [{ type: 'paragraph' }, ...blocks],
})
