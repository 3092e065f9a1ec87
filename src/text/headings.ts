import { wordsOf } from './plain.ts'
import type { Block, Inline, Text } from './text.ts'

/** GB/T 9704-2012 7.3.3: 一、, （一）; chapters and sections of rules. */
const levels = [
  { level: 2, begins: /^(?:[一二三四五六七八九十百]{1,4}、|第[一二三四五六七八九十百]{1,4}[编章][\s　]?)/ },
  { level: 3, begins: /^(?:[（(][一二三四五六七八九十百]{1,4}[）)]|第[一二三四五六七八九十百]{1,4}节[\s　]?)/ },
] as const
const mostCharacters = 60

/** Paragraphs that are headings by their numbering become such. One that goes on with a sentence is a paragraph. */
export function withHeadings({ type, content }: Text): Text {
  return { type, content: content.map(asHeading) }
}

function asHeading(block: Block): Block {
  if (block.type === 'heading') return { ...block, ...unmarked(block.content) }
  if (block.type !== 'paragraph') return block
  const words = wordsOf(block.content).trim()
  if (words.length > mostCharacters || /[。；！？：:]|\n/.test(words)) return block
  const found = levels.find(({ begins }) => begins.test(words))
  return found ? { type: 'heading', attrs: { level: found.level }, ...unmarked(block.content) } : block
}

const looks: ReadonlySet<string> = new Set(['bold', 'italic', 'underline'])

/** A heading is bold by itself. */
function unmarked(content: readonly Inline[] = []): { content: Inline[] } {
  return {
    content: content.map((each) => {
      if (each.type !== 'text') return each
      const kept = each.marks?.filter(({ type }) => !looks.has(type)) ?? []
      return { type: 'text', text: each.text, ...(kept.length > 0 ? { marks: kept } : {}) }
    }),
  }
}
