import mammoth from 'mammoth'
import { type ZipEntry, zipEntries } from '../../files/inspect/zip-entries.ts'
import { storeZip } from '../../files/word-page/store-zip.ts'
import { pageFromHtml } from './from-html.ts'
import type { Page } from './page.ts'
import { guardZip } from './zip-guard.ts'

/** A page from a Word document (.docx), tables with their merged cells, without its hidden text. */
export async function pageFromDocx(bytes: Uint8Array): Promise<Page> {
  guardZip(bytes)
  const { value } = await mammoth.convertToHtml(
    { buffer: withoutHidden(Buffer.from(bytes)) },
    { convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: '' })), includeEmbeddedStyleMap: false },
  )
  return pageFromHtml(value)
}

const vanish = /<w:(?:vanish|webHidden|specVanish)(?:\s+w:val="(?:1|true|on)")?\s*\/>/
const documentName = 'word/document.xml'

/** The document with the text of hidden runs taken out, which the converter would print. */
function withoutHidden(data: Buffer): Buffer {
  const entries = zipEntries(data)
  const read = (name: string) =>
    entries
      ?.find((entry) => entry.name === name)
      ?.read()
      .toString('utf8') ?? ''
  const document = read(documentName)
  const hiddenStyles = stylesHidden(read('word/styles.xml'))
  if (!entries || (!vanish.test(document) && hiddenStyles.size === 0)) return data
  const isHidden = (properties: string): boolean =>
    vanish.test(properties) || hiddenStyles.has(/<w:rStyle\s+w:val="([^"]{1,80})"/.exec(properties)?.[1] ?? '')
  let body = ''
  for (const part of document.split(/(?=<w:r[ >])/)) {
    const end = part.indexOf('</w:rPr>')
    const run = part.indexOf('</w:r>')
    const hides = part.startsWith('<w:r') && end > 0 && end < run && isHidden(part.slice(0, end))
    body += hides ? part.slice(0, end + 8) + part.slice(run) : part
  }
  return storeZip(entries.map((entry) => ({ name: entry.name, content: contentOf(entry, body) })))
}

const contentOf = ({ name, read }: ZipEntry, body: string): Buffer =>
  name === documentName ? Buffer.from(body) : read()

/** Character styles that hide what they are put on. */
const stylesHidden = (styles: string): ReadonlySet<string> =>
  new Set(
    vanish.test(styles)
      ? styles
          .split('<w:style ')
          .filter((style) => /w:type="character"/.test(style.slice(0, 200)) && vanish.test(style))
          .flatMap((style) => /w:styleId="([^"]{1,80})"/.exec(style.slice(0, 200))?.[1] ?? [])
      : [],
  )
