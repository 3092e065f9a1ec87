import { scripted } from './scripts.ts'
import type { Block, Inline, Text } from './text.ts'

/**
 * The words of a line, a break as a new line. 10⁸ stays 10⁸; what is struck out says so, since it would otherwise read as
 * valid.
 */
export const wordsOf = (content: readonly Inline[] | undefined): string =>
  (content ?? [])
    .map((each, at, all) => {
      if (each.type !== 'text') return '\n'
      const words = scripted(each.text, each.marks)
      if (!isStruck(each)) return words
      return `${isStruck(all[at - 1]) ? '' : '〔已划去：'}${words}${isStruck(all[at + 1]) ? '' : '〕'}`
    })
    .join('')

const isStruck = (inline: Inline | undefined): boolean =>
  inline?.type === 'text' && (inline.marks ?? []).some(({ type }) => type === 'strike')

/** Every struck passage, with the number of its paragraph. */
export const struckIn = (text: Text): { words: string; paragraph: number }[] =>
  paragraphsOf(text).flatMap((words, paragraph) =>
    [...words.matchAll(/〔已划去：([^〕]{0,400})/g)].map(([, struck = '']) => ({ words: struck, paragraph })),
  )

/** Every paragraph, heading, cell and picture's alternative in reading order: what a return is pinned to and a search finds. */
export function paragraphsOf({ content }: Text): string[] {
  return content.flatMap(linesOf)
}

function linesOf(block: Block): string[] {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return [wordsOf(block.content)]
    case 'image':
      return [block.attrs.alt]
    case 'bulletList':
    case 'orderedList':
      return block.content.flatMap((item) => item.content.flatMap(linesOf))
    case 'blockquote':
      return block.content.flatMap(linesOf)
    case 'table':
      return block.content.map((row) => row.content.map((cell) => cell.content.flatMap(linesOf).join('\n')).join('\t'))
  }
}

/** The text as plain words, one paragraph a line. */
export const plainTextOf = (text: Text): string => paragraphsOf(text).join('\n')

/** Every picture in the text. */
export function picturesOf({ content }: Text): { fileId: string; alt: string }[] {
  const within = (block: Block): { fileId: string; alt: string }[] => {
    switch (block.type) {
      case 'image':
        return [block.attrs]
      case 'bulletList':
      case 'orderedList':
        return block.content.flatMap((item) => item.content.flatMap(within))
      case 'blockquote':
        return block.content.flatMap(within)
      case 'table':
        return block.content.flatMap((row) => row.content.flatMap((cell) => cell.content.flatMap(within)))
      default:
        return []
    }
  }
  return content.flatMap(within)
}
