import type { YearMonthDay } from '../days/plain-date.ts'
import type { PrintedBlock } from './public-record.ts'
import { forTypst } from './public-record-pdf.ts'
import blocksSource from './text-blocks.typ?raw'
import pages from './text-pages.typ?raw'
import { typesetPdf } from './typeset.ts'

/** The blocks of a text on A4, without anything around them. As `typesetPdf`. */
export function textPagesPdf(
  blocks: readonly PrintedBlock[],
  named: { readonly title: string; readonly day: YearMonthDay },
): Promise<Uint8Array> {
  const pictures = new Map<string, Uint8Array>()
  return typesetPdf(
    blocksSource + pages,
    { ...named, blocks: blocks.map((block) => forTypst(block, pictures)) },
    { pictures },
  )
}
