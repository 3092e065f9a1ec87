import mammoth from 'mammoth'
import { TooDeep } from '../../documents/parse-markup.ts'
import { inspectZip } from '../../documents/zip-guard.ts'
import { zipEntries } from '../inspect/zip-entries.ts'
import { readNumbering } from './numbering.ts'
import { plainBody } from './plain-body.ts'
import { storeZip } from './store-zip.ts'
import { mostParagraphs, type WordReading } from './word-page.ts'

const maxPictures = 200
/** One picture may stand in many places, and is handed on for each. */
const maxPictureBytes = 32 * 1024 * 1024
const maxHtml = 8 * 1024 * 1024
const maxTags = 200_000
const sides: Readonly<Record<string, string>> = { center: 'center', right: 'right', end: 'right' }
const styleMap = [
  'u => u',
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='Subtitle'] => p.center:fresh",
  ...['center', 'right'].map((side) => `p[style-name='aligned ${side}'] => p.${side}:fresh`),
]

/** A .docx as HTML, or why not. Runs in a process for files. */
export async function readWord(data: Buffer): Promise<WordReading> {
  try {
    return await read(data)
  } catch (error) {
    return { fault: error instanceof TooDeep ? 'tooLarge' : 'broken' }
  }
}

async function read(data: Buffer): Promise<WordReading> {
  const entries = inspectZip(data) === 'safe' ? zipEntries(data) : undefined
  const text = (name: string) =>
    entries
      ?.find((entry) => entry.name === name)
      ?.read()
      .toString('utf8') ?? ''
  const document = text('word/document.xml')
  if (!entries || document === '') return { fault: 'broken' }
  if (document.split(/<w:p[ >]/, mostParagraphs + 2).length > mostParagraphs + 1) return { fault: 'tooLarge' }
  const numbering = readNumbering(text('word/numbering.xml'), text('word/styles.xml'))
  const { body, hidden } = plainBody(document, numbering)
  const plain = storeZip(
    entries.map(({ name, read }) => ({ name, content: name === 'word/document.xml' ? Buffer.from(body) : read() })),
  )
  const pictures: { contentType: string; bytes: Uint8Array }[] = []
  let pictureBytes = 0
  const { value: html } = await mammoth.convertToHtml(
    { buffer: plain },
    {
      styleMap,
      includeEmbeddedStyleMap: false,
      transformDocument: withSides,
      convertImage: mammoth.images.imgElement(async (image) => {
        const bytes = pictures.length < maxPictures ? await image.readAsBuffer() : Buffer.alloc(0)
        pictureBytes += bytes.length
        if (bytes.length === 0 || pictureBytes > maxPictureBytes) return { src: '' }
        pictures.push({ contentType: image.contentType, bytes })
        return { src: `picture:${pictures.length - 1}` }
      }),
    },
  )
  const isLarge = html.length > maxHtml || html.split('<', maxTags).length === maxTags
  return isLarge ? { fault: 'tooLarge' } : { html, pictures, hidden }
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
