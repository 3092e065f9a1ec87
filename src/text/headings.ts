import { wordsOf } from './plain.ts'
import type { Block, Inline, Text } from './text.ts'

/** GB/T 9704-2012 7.3.3: 一、, （一）; chapters and sections of rules. */
const levels = [
  { level: 2, begins: /^(?:[一二三四五六七八九十百]{1,4}、|第[一二三四五六七八九十百]{1,4}[编章][\s　]?)/ },
  { level: 3, begins: /^(?:[（(][一二三四五六七八九十百]{1,4}[）)]|第[一二三四五六七八九十百]{1,4}节[\s　]?)/ },
] as const

const numerals = '一二三四五六七八九十'
const listed =
  /^([一二三四五六七八九十])、([一二三四五六七八九十])[一二三四五六七八九十]?(、|季|线|级|类|期|年|月|档|等|层|楼|批|次|产业)/

/** 一、二、三季度 and 三、四线城市: what looks like the number of a heading belongs to the words. */
function countsOn(words: string): boolean {
  const [, first = '', second = '', behind] = listed.exec(words) ?? []
  return behind === '、' || (first !== '' && numerals.indexOf(second) === numerals.indexOf(first) + 1)
}

/** The level that the number of a line gives it. */
const levelOf = (words: string): 2 | 3 | undefined =>
  countsOn(words) ? undefined : levels.find(({ begins }) => begins.test(words))?.level

/** How deep the number of a line stands in an outline: 一、 2, （一） 3, 1. 4, （1） 5; null for a line without one. */
export function outlineDepth(words: string): 2 | 3 | 4 | 5 | null {
  if (/^\d{1,2}[.．、][ \u3000]?(?=\p{Script=Han})/u.test(words)) return 4
  if (/^[（(]\d{1,2}[）)]/.test(words)) return 5
  return levelOf(words) ?? null
}
const mostCharacters = 60

/** Paragraphs that are headings by their numbering become such. One that goes on with a sentence is a paragraph. */
export function withHeadings({ type, content }: Text): Text {
  return { type, content: content.map(asHeading) }
}

function asHeading(block: Block): Block {
  if (block.type === 'heading') return headingOf(block.content, block.attrs.level)
  if (block.type !== 'paragraph') return block
  const words = wordsOf(block.content).trim()
  const level = isShort(words) ? levelOf(words) : undefined
  return level ? headingOf(block.content, level) : block
}

/** Whether a line may be a heading: it does not go on with a sentence. */
export const isShort = (words: string): boolean => words.length <= mostCharacters && !/[。；！？：:]|\n/.test(words)

export const headingOf = (content: readonly Inline[] | undefined, level: 2 | 3 | 4): Block => ({
  type: 'heading',
  attrs: { level },
  ...unmarked(content),
})

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
