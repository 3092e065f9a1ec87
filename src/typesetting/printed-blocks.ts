import { imageSize } from '../files/image-size.ts'
import { columnCount, columnShares } from '../text/columns.ts'
import { type Notes, notePlace, notesIn, piecesOf } from '../text/notes.ts'
import { salutationOf } from '../text/salutation.ts'
import type { Block, Inline, Text } from '../text/text.ts'
import type { Picture, PrintedBlock, PrintedRun } from './public-record.ts'

export interface KeptPicture {
  readonly bytes: Buffer
  readonly contentType: string
}

/** The pictures of a text, by the ids of their files. */
export type Pictures = ReadonlyMap<string, KeptPicture>

const formats: ReadonlyMap<string, Picture['format']> = new Map([
  ['image/png', 'png'],
  ['image/jpeg', 'jpg'],
  ['image/gif', 'gif'],
  ['image/bmp', 'bmp'],
])

function pictureFrom(kept: KeptPicture | undefined): Picture | null {
  const format = kept && formats.get(kept.contentType)
  const size = format && imageSize(format, kept.bytes)
  return size ? { format, ...size, bytes: kept.bytes } : null
}

type BlockOf<Type extends Block['type']> = Extract<Block, { readonly type: Type }>
type Cell = BlockOf<'table'>['content'][number]['content'][number]

/** The blocks of a text as they are printed; headings never skip a level (PDF/UA-1). */
export function blocksOf(text: Text, pictures: Pictures, origin: string): PrintedBlock[] {
  const salutation = salutationOf(text)
  let level = 1
  const notes = notesIn(text)
  const runsOf = (content: readonly Inline[] = [], note?: number) =>
    content.flatMap((inline, at) => runOf(inline, origin, notes, at === 0 ? note : undefined))
  const print = (block: Block): PrintedBlock => {
    switch (block.type) {
      case 'paragraph': {
        const align = block.attrs?.textAlign ?? 'left'
        const indented = align === 'left' && block !== salutation
        const note = notes.numberOf.get(block)
        const place = note === undefined ? {} : { place: notePlace(note) }
        return { kind: 'paragraph', align, indented, ...place, runs: runsOf(block.content, note) }
      }
      case 'heading':
        level = Math.min(block.attrs.level, level + 1)
        return { kind: 'heading', level: level === 4 ? 4 : level === 3 ? 3 : 2, runs: runsOf(block.content) }
      case 'image':
        return { kind: 'picture', alt: block.attrs.alt, picture: pictureFrom(pictures.get(block.attrs.fileId)) }
      case 'bulletList':
      case 'orderedList':
        return {
          kind: 'list',
          ordered: block.type === 'orderedList',
          items: block.content.map(({ content }) => content.map(print).map(atEdge)),
        }
      case 'blockquote':
        return { kind: 'quote', blocks: block.content.map(print) }
      case 'table':
        return tableOf(block, print)
    }
  }
  return text.content.map(print)
}

/** A run of words with its marks, cut where it leads to a note or back; another place in the page itself is no address in a file. */
function runOf(inline: Inline, origin: string, notes: Notes, note: number | undefined): PrintedRun[] {
  const marks = inline.type === 'text' ? (inline.marks ?? []) : []
  const has = (type: string) => marks.some((mark) => mark.type === type)
  const link = marks.find((mark) => mark.type === 'link')
  const href = link?.type === 'link' ? link.attrs.href : ''
  const run = {
    bold: has('bold'),
    italic: has('italic'),
    underline: has('underline'),
    struck: has('strike'),
    side: has('superscript') ? ('superscript' as const) : has('subscript') ? ('subscript' as const) : ('line' as const),
    href: href.startsWith('/') ? origin + href : href.replace(/^#.*/, ''),
  }
  if (inline.type === 'hardBreak') return [{ ...run, text: '\n' }]
  return piecesOf(inline, notes, note).map(({ words, to, place }) => ({
    ...run,
    text: words,
    ...(to === undefined ? {} : { to }),
    ...(place === undefined ? {} : { place }),
  }))
}

function tableOf(block: BlockOf<'table'>, print: (block: Block) => PrintedBlock): PrintedBlock {
  const cellOf = ({ type, attrs, content: inner }: Cell) => ({
    isHeader: type === 'tableHeader',
    colspan: attrs?.colspan ?? 1,
    rowspan: attrs?.rowspan ?? 1,
    blocks: inner.map(print).map(atEdge),
  })
  const rows = block.content.map((row) => row.content.map(cellOf))
  const shares = columnShares(block)
  return { kind: 'table', columns: columnCount(block.content), ...(shares ? { shares } : {}), rows }
}

/** In cells and lists a paragraph begins at the edge. */
const atEdge = (block: PrintedBlock): PrintedBlock =>
  block.kind === 'paragraph' ? { ...block, indented: false } : block
