import mammoth from 'mammoth'
import { inspectZip } from '../../documents/zip-guard.ts'
import { zipEntries } from '../inspect/zip-entries.ts'
import { readNumbering } from './numbering.ts'
import { plainBody } from './plain-body.ts'
import { storeZip } from './store-zip.ts'
import type { WordPage } from './word-page.ts'

const maxPictures = 200
const maxHtml = 8 * 1024 * 1024
const sides: Readonly<Record<string, string>> = { center: 'center', right: 'right', end: 'right' }
const styleMap = [
  'u => u',
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='Subtitle'] => p.center:fresh",
  ...['center', 'right'].map((side) => `p[style-name='aligned ${side}'] => p.${side}:fresh`),
]

/** A .docx as HTML. Undefined for what is none, or would be too large. Runs in the thread for files. */
export async function readWord(data: Buffer): Promise<WordPage | undefined> {
  const entries = inspectZip(data) === 'safe' ? zipEntries(data) : undefined
  const text = (name: string) =>
    entries
      ?.find((entry) => entry.name === name)
      ?.read()
      .toString('utf8') ?? ''
  if (!entries || text('word/document.xml') === '') return undefined
  const numbering = readNumbering(text('word/numbering.xml'), text('word/styles.xml'))
  const { body, hidden } = plainBody(text('word/document.xml'), numbering)
  const plain = storeZip(
    entries.map(({ name, read }) => ({ name, content: name === 'word/document.xml' ? Buffer.from(body) : read() })),
  )
  const pictures: { contentType: string; bytes: Uint8Array }[] = []
  try {
    const { value: html } = await mammoth.convertToHtml(
      { buffer: plain },
      {
        ...{ styleMap, includeEmbeddedStyleMap: false, transformDocument: withSides },
        convertImage: mammoth.images.imgElement(async (image) => {
          if (pictures.length >= maxPictures) return { src: '' }
          pictures.push({ contentType: image.contentType, bytes: await image.readAsBuffer() })
          return { src: `picture:${pictures.length - 1}` }
        }),
      },
    )
    return html.length > maxHtml ? undefined : { html, pictures, hidden }
  } catch {
    return undefined
  }
}

/** As far as mammoth's elements matter here. */
interface WordElement {
  readonly type: string
  readonly children?: readonly WordElement[]
  readonly alignment?: string | null
  readonly styleName?: string | null
  readonly numbering?: unknown
}

/** Says the side of a paragraph by a style, since a style map sees nothing else. Headings and lists stay what they are. */
function withSides(element: WordElement): WordElement {
  const whole = element.children ? { ...element, children: element.children.map(withSides) } : element
  const isPlain =
    element.type === 'paragraph' && !/heading|title|标题/i.test(element.styleName ?? '') && !element.numbering
  const side = isPlain ? sides[element.alignment ?? ''] : undefined
  return side ? { ...whole, ...{ styleId: side, styleName: `aligned ${side}` } } : whole
}
