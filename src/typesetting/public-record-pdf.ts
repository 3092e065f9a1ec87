import { Refusal } from '../refusal.ts'
import type { Picture, PrintedBlock, PrintedRecord } from './public-record.ts'
import head from './public-record.typ?raw'
import blocks from './text-blocks.typ?raw'
import { type Asker, lookOf, typesetPdf } from './typeset.ts'

const source = blocks + head

/** The type area, in millimetres; a pixel of a picture is shown as a quarter of one at most. */
const widest = 156
const millimetresPerPixel = 0.25

/** Changes with the source, its typefaces and the fonts at hand, so that kept copies are made anew. */
export const pdfLook = lookOf(source)

/** The record as a tagged A4 PDF. Equal records give equal bytes. */
export async function publicRecordPdf(record: PrintedRecord, asker: Asker = 'office'): Promise<Uint8Array> {
  const pictures = new Map<string, Uint8Array>()
  const withPictures = { ...record, blocks: record.blocks.map((block) => forTypst(block, pictures)) }
  try {
    return await typesetPdf(source, withPictures, { pictures, asker })
  } catch (error) {
    // A picture or a table that cannot be set must not keep the words from those who ask for them.
    if (error instanceof Refusal || !hasHardParts(record.blocks)) throw error
    return typesetPdf(source, { ...record, blocks: record.blocks.map((block) => forTypst(block)) }, { asker })
  }
}

const hasHardParts = (blocks: readonly PrintedBlock[]): boolean =>
  blocks.some(({ kind }) => kind !== 'paragraph' && kind !== 'heading')

/** As the source reads it. Without `pictures` they are named by their words, and tables have no heads. */
export function forTypst(block: PrintedBlock, pictures?: Map<string, Uint8Array>): object {
  const inner = (blocks: readonly PrintedBlock[]) => blocks.map((each) => forTypst(each, pictures))
  switch (block.kind) {
    case 'picture':
      return { ...block, picture: placed(block.picture, pictures) }
    case 'list':
      return { ...block, items: block.items.map(inner) }
    case 'quote':
      return { ...block, blocks: inner(block.blocks) }
    case 'table': {
      const rows = block.rows.map((row) => row.map((cell) => ({ ...cell, blocks: inner(cell.blocks) })))
      const firstOfBody = block.rows.findIndex((row) => row.some(({ isHeader }) => !isHeader))
      return { ...block, rows, headers: pictures && firstOfBody > 0 ? firstOfBody : 0 }
    }
    case 'heading':
      // The title stands above all headings.
      return { ...block, level: block.level - 1 }
    default:
      return block
  }
}

function placed(picture: Picture | null, pictures: Map<string, Uint8Array> | undefined) {
  if (!picture || !pictures || picture.format === 'bmp') return null
  const name = `picture-${pictures.size}.${picture.format}`
  pictures.set(name, picture.bytes)
  return { name, width: Math.max(1, Math.min(widest, Math.round(picture.width * millimetresPerPixel))) }
}
