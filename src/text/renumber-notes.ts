import { noteNumber, notesIn, numbersIn, wordsIn } from './notes.ts'
import type { Block, Inline, Text } from './text.ts'

/** The number of a note that a block is, called or not; null for any other block. */
export const numberOfNote = (block: Block): number | null =>
  block.type === 'paragraph' ? noteNumber(wordsIn(block.content?.[0])) : null

/**
 * Which notes of mine need another number because the others added one under the same, each with the next that nobody uses. The
 * same note added by both is one.
 */
export function numbersInTheWay(base: Text, mine: Text, theirs: Text): ReadonlyMap<number, number> {
  const old = usedIn(base)
  const added = (text: Text) =>
    new Map([...notesIn(text).numberOf].flatMap(([block, number]) => (old.has(number) ? [] : [[number, block]])))
  const others = added(theirs)
  let next = Math.max(0, ...old, ...usedIn(mine), ...usedIn(theirs))
  const numbers = new Map<number, number>()
  for (const [number, block] of added(mine)) {
    const other = others.get(number)
    if (!other || JSON.stringify(other) === JSON.stringify(block)) continue
    next += 1
    numbers.set(number, next)
  }
  return numbers
}

/** Calls and labels under other numbers; what is not in the map keeps its own. */
export function renumbered({ type, content }: Text, numbers: ReadonlyMap<number, number>): Text {
  const sign = (_: string, digits: string) => `[${numbers.get(Number(digits)) ?? digits}]`
  const called = (inline: Inline): Inline =>
    inline.type === 'text' && numbersIn(inline).length > 0
      ? { ...inline, text: inline.text.replace(/\[(\d{1,3})\]/g, sign) }
      : inline
  const labelled = (inline: Inline): Inline =>
    inline.type === 'text' ? { ...inline, text: inline.text.replace(/^\[(\d{1,3})\]/, sign) } : inline
  const lines = (block: Block): Block => withLines(block, (line) => line.map(called))
  return {
    type,
    content: content.map((block) =>
      numberOfNote(block) === null
        ? lines(block)
        : withLines(block, (line) => line.map((inline, at) => (at === 0 ? labelled(inline) : called(inline)))),
    ),
  }
}

/** Every number that is called or labels a paragraph. */
function usedIn({ content }: Text): Set<number> {
  const used = new Set<number>()
  for (const block of content) {
    const own = numberOfNote(block)
    if (own !== null) used.add(own)
    withLines(block, (line) => {
      for (const number of line.flatMap(numbersIn)) used.add(number)
      return [...line]
    })
  }
  return used
}

function withLines(block: Block, change: (line: readonly Inline[]) => Inline[]): Block {
  const within = (blocks: readonly Block[]) => blocks.map((each) => withLines(each, change))
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return block.content ? { ...block, content: change(block.content) } : block
    case 'image':
      return block
    case 'blockquote':
      return { ...block, content: within(block.content) }
    case 'bulletList':
    case 'orderedList':
      return { ...block, content: block.content.map((item) => ({ ...item, content: within(item.content) })) }
    case 'table':
      return {
        ...block,
        content: block.content.map((row) => ({
          ...row,
          content: row.content.map((cell) => ({ ...cell, content: within(cell.content) })),
        })),
      }
  }
}
