import { wordsOf } from './plain.ts'
import type { Block } from './text.ts'

/** A sign that a house style would write otherwise, and that only a person can tell from a right one. */
export interface DoubtfulSign {
  readonly kind: keyof typeof kinds
  /** A few words around it. */
  readonly words: string
}

const kinds = {
  halfWidth: /(?<=\p{Script=Han})[,;:?!()]|[,;:?!()](?=\p{Script=Han})/gu,
  fullWidth: /[０-９Ａ-Ｚａ-ｚ％]+/g,
  gap: /(?<=\p{Script=Han})[ \t\u00a0\u3000]+(?=\p{Script=Han})/gu,
} as const
const around = 6
const numbered = /^第[一二三四五六七八九十百零〇\d]{1,6}[编章节条]$/

/** The doubtful signs of a paragraph; headings of chapters have their gap by right. */
export function doubtfulSigns(block: Block): DoubtfulSign[] {
  if (block.type !== 'paragraph' && block.type !== 'heading') return []
  const words = wordsOf(block.content)
  const found = (kind: keyof typeof kinds): DoubtfulSign[] =>
    [...words.matchAll(kinds[kind])]
      .filter(({ index }) => kind !== 'gap' || !numbered.test(words.slice(0, index)))
      .map(({ index, 0: sign }) => ({
        kind,
        words: words.slice(Math.max(0, index - around), index + sign.length + around),
      }))
  return [...found('halfWidth'), ...found('fullWidth'), ...found('gap')]
}
