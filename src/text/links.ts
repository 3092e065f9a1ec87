import type { Block, Inline, Text } from './text.ts'

/** A link of the text, and in which paragraph it stands, counted as `paragraphsOf` counts. */
export interface TextLink {
  readonly href: string
  readonly paragraph: number
}

/** Every link, in reading order. */
export const linksOf = ({ content }: Text): TextLink[] =>
  content.flatMap(linesOf).flatMap((line, paragraph) => line.flatMap(hrefsOf).map((href) => ({ href, paragraph })))

const hrefsOf = (inline: Inline): string[] =>
  inline.type === 'text' ? (inline.marks ?? []).flatMap((mark) => (mark.type === 'link' ? [mark.attrs.href] : [])) : []

/** What stands in each paragraph; a row of a table is one. */
function linesOf(block: Block): Inline[][] {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return [block.content ?? []]
    case 'image':
      return [[]]
    case 'blockquote':
      return block.content.flatMap(linesOf)
    case 'bulletList':
    case 'orderedList':
      return block.content.flatMap((item) => item.content.flatMap(linesOf))
    case 'table':
      return block.content.map((row) => row.content.flatMap((cell) => cell.content.flatMap(linesOf).flat()))
  }
}
