import { columnShares } from '../../../text/columns.ts'
import type { Block, Inline, Mark, TableCell, Text } from '../../../text/text.ts'

const tags = { bold: 'b', italic: 'i', underline: 'u', superscript: 'sup', subscript: 'sub', strike: 's' } as const

export const written = (words: string): string =>
  words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

type Picture = Extract<Block, { type: 'image' }>['attrs']

/** How the HTML of a text differs by who reads it. */
export interface Dress {
  /** More attributes of a tag, with a space before them. */
  readonly attributes: (tag: string) => string
  /** The same of a paragraph, which may stand at a side. */
  readonly paragraph: (side: string | null | undefined, isInCell: boolean) => string
  readonly picture: (picture: Picture) => string
  /** `inner` is HTML. */
  readonly link: (href: string, inner: string) => string
}

const forEditor: Dress = {
  attributes: () => '',
  paragraph: (side) => (side ? ` data-align="${side}"` : ''),
  picture: ({ fileId, alt }) => `<img data-file-id="${written(fileId)}" alt="${written(alt)}">`,
  link: (href, inner) => `<a href="${written(href)}">${inner}</a>`,
}

/** A text as HTML, as the editor reads it unless it is dressed otherwise: nothing is in it that a text may not hold. */
export const htmlOfText = ({ content }: Text, dress = forEditor): string => blocksOf(content, dress, false)

const blocksOf = (blocks: readonly Block[], dress: Dress, isInCell: boolean): string =>
  blocks.map((block) => blockOf(block, dress, isInCell)).join('')

function blockOf(block: Block, dress: Dress, isInCell: boolean): string {
  const put = (tag: string, inner: string) => `<${tag}${dress.attributes(tag)}>${inner}</${tag}>`
  switch (block.type) {
    case 'paragraph':
      return `<p${dress.paragraph(block.attrs?.textAlign, isInCell)}>${inlinesOf(block.content, dress)}</p>`
    case 'heading':
      return put(`h${block.attrs.level}`, inlinesOf(block.content, dress))
    case 'image':
      return dress.picture(block.attrs)
    case 'bulletList':
    case 'orderedList': {
      const items = block.content.map((item) => put('li', blocksOf(item.content, dress, true)))
      return put(block.type === 'bulletList' ? 'ul' : 'ol', items.join(''))
    }
    case 'blockquote':
      return put('blockquote', blocksOf(block.content, dress, isInCell))
    case 'table': {
      const rows = block.content.map((row) => `<tr>${row.content.map((cell) => cellOf(cell, dress)).join('')}</tr>`)
      const columns = (columnShares(block) ?? []).map((share) => `<col width="${share}%" style="width:${share}%">`)
      const head = columns.length > 0 ? `<colgroup>${columns.join('')}</colgroup>` : ''
      return put('table', `${head}<tbody>${rows.join('')}</tbody>`)
    }
  }
}

function cellOf({ type, attrs, content }: TableCell, dress: Dress) {
  const tag = type === 'tableHeader' ? 'th' : 'td'
  const spans = [
    attrs?.colspan ? ` colspan="${attrs.colspan}"` : '',
    attrs?.rowspan ? ` rowspan="${attrs.rowspan}"` : '',
  ]
  return `<${tag}${spans.join('')}${dress.attributes(tag)}>${blocksOf(content, dress, true)}</${tag}>`
}

const inlinesOf = (content: readonly Inline[] = [], dress: Dress): string =>
  content.map((each) => (each.type === 'hardBreak' ? '<br>' : marked(written(each.text), each.marks, dress))).join('')

const marked = (words: string, marks: readonly Mark[] = [], dress: Dress): string =>
  marks.reduceRight(
    (inner, mark) =>
      mark.type === 'link' ? dress.link(mark.attrs.href, inner) : `<${tags[mark.type]}>${inner}</${tags[mark.type]}>`,
    words,
  )
