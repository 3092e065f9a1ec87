import mammoth from 'mammoth'
import { pageFromHtml } from './from-html.ts'
import type { Page } from './page.ts'
import { guardZip } from './zip-guard.ts'

/** A page from a Word document (.docx), tables with their merged cells. */
export async function pageFromDocx(bytes: Uint8Array): Promise<Page> {
  guardZip(bytes)
  const { value } = await mammoth.convertToHtml(
    { buffer: Buffer.from(bytes) },
    { convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: '' })), includeEmbeddedStyleMap: false },
  )
  return pageFromHtml(value)
}
