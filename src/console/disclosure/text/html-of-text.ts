import type { Block, Inline, Mark, Text } from '../../../text/text.ts'

const tags = { bold: 'b', italic: 'i', underline: 'u', superscript: 'sup', subscript: 'sub', strike: 's' } as const

const written = (words: string): string =>
  words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/** A text as the HTML that the editor reads: nothing is in it that a text may not hold. */
export const htmlOfText = ({ content }: Text): string => content.map(blockOf).join('')

function blockOf(block: Block): string {
  switch (block.type) {
    case 'paragraph': {
      const side = block.attrs?.textAlign
      return `<p${side ? ` data-align="${side}"` : ''}>${inlinesOf(block.content)}</p>`
    }
    case 'heading':
      return `<h${block.attrs.level}>${inlinesOf(block.content)}</h${block.attrs.level}>`
    case 'image':
      return `<img data-file-id="${written(block.attrs.fileId)}" alt="${written(block.attrs.alt)}">`
    case 'bulletList':
    case 'orderedList': {
      const tag = block.type === 'bulletList' ? 'ul' : 'ol'
      return `<${tag}>${block.content.map((item) => `<li>${item.content.map(blockOf).join('')}</li>`).join('')}</${tag}>`
    }
    case 'blockquote':
      return `<blockquote>${block.content.map(blockOf).join('')}</blockquote>`
    case 'table':
      return `<table><tbody>${block.content.map((row) => `<tr>${row.content.map(cellOf).join('')}</tr>`).join('')}</tbody></table>`
  }
}

function cellOf({ type, attrs, content }: Extract<Block, { type: 'table' }>['content'][number]['content'][number]) {
  const tag = type === 'tableHeader' ? 'th' : 'td'
  const spans = [
    attrs?.colspan ? ` colspan="${attrs.colspan}"` : '',
    attrs?.rowspan ? ` rowspan="${attrs.rowspan}"` : '',
  ]
  return `<${tag}${spans.join('')}>${content.map(blockOf).join('')}</${tag}>`
}

const inlinesOf = (content: readonly Inline[] = []): string =>
  content.map((each) => (each.type === 'hardBreak' ? '<br>' : marked(written(each.text), each.marks))).join('')

const marked = (words: string, marks: readonly Mark[] = []): string =>
  marks.reduceRight(
    (inner, mark) =>
      mark.type === 'link'
        ? `<a href="${written(mark.attrs.href)}">${inner}</a>`
        : `<${tags[mark.type]}>${inner}</${tags[mark.type]}>`,
    words,
  )
