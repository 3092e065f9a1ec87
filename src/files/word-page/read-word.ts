import mammoth from 'mammoth'
import { TooDeep } from '../../typesetting/parse-markup.ts'
import { textOfXml } from '../inspect/xml-text.ts'
import { readZip } from '../zip/read-zip.ts'
import { writeZip } from '../zip/write-zip.ts'
import { wordsOfDrawn } from './drawn-parts.ts'
import { readNumbering } from './numbering.ts'
import { bulletsOnly, plainBody } from './plain-body.ts'
import { readStyles } from './styles.ts'
import { mostParagraphs, type WordLoss, type WordReading } from './word-page.ts'

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
  const zip = await readZip(data)
  const entries = typeof zip === 'string' ? undefined : zip
  const text = (name: string) =>
    entries
      ?.find((entry) => entry.name === name)
      ?.read()
      .toString('utf8') ?? ''
  const document = text('word/document.xml')
  if (!entries || document === '') return { fault: 'broken' }
  if (document.split(/<w:p[ >]/, mostParagraphs + 2).length > mostParagraphs + 1) return { fault: 'tooLong' }
  const related = text('word/_rels/document.xml.rels')
  const part = (kind: string) => text(partOf(related, kind))
  const styles = readStyles(part('styles'))
  const numbering = readNumbering(part('numbering'), styles)
  const drawn = wordsOfDrawn(related, text)
  const parts = { document, footnotes: part('footnotes'), endnotes: part('endnotes'), drawn }
  const { body, hidden, losses } = plainBody(parts, numbering, styles)
  const own = new Map([
    ['word/document.xml', Buffer.from(body)],
    [partOf(related, 'numbering'), Buffer.from(bulletsOnly)],
  ])
  const plain = writeZip([
    ...[...own].map(([name, content]) => ({ name, content })),
    ...entries
      .filter(({ name }) => !own.has(name) && !writtenOut.test(name))
      .map(({ name, read }) => ({ name, content: read() })),
  ])
  const pictures: { contentType: string; bytes: Uint8Array }[] = []
  let pictureBytes = 0
  const { value: html, messages } = await mammoth.convertToHtml(
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
  if (isLarge) return { fault: 'tooLarge' }
  const margins = entries.filter(({ name }) => /^word\/(?:header|footer)\d*\.xml$/.test(name))
  return {
    html,
    pictures,
    hidden,
    losses: [...losses, ...wordsInMargins(margins.map(({ read }) => read()))],
    messages: [...new Set(messages.map(({ message }) => message))].slice(0, maxMessages),
  }
}

const maxMessages = 100
/** Parts whose words stand in the body by now, or are told. */
const writtenOut = /^word\/(?:footnotes|endnotes|comments\w*)\.xml$/

/** The part of this kind, by what the document says of its parts. */
function partOf(related: string, kind: string): string {
  const [relation = ''] = new RegExp(`<Relationship [^>]{0,400}relationships/${kind}"[^>]{0,400}>`).exec(related) ?? []
  const [, target = `${kind}.xml`] = /\bTarget="([^"]{1,200})"/.exec(relation) ?? []
  return target.startsWith('/') ? target.slice(1) : `word/${target}`
}

/** Words of headers and footers that are more than the number of the page. */
function wordsInMargins(parts: readonly Buffer[]): WordLoss[] {
  const words = parts.map((part) => textOfXml(part).replace(/\s+/g, ' ').trim())
  const more = words.filter((each) => !/^[\s\d\p{P}\p{S}第页共]*$/u.test(each))
  return [...new Set(more)].map((each) => ({ kind: 'headerFooter', words: each.slice(0, 60), near: '' }))
}

/** As far as mammoth's elements matter here. */
interface WordElement {
  readonly type: string
  readonly children?: readonly WordElement[]
  readonly alignment?: string | null
  readonly styleId?: string | null
  readonly styleName?: string | null
  readonly numbering?: unknown
}

/** Says the side of a paragraph by a style, since a style map sees nothing else. Headings and lists stay what they are. */
function withSides(element: WordElement): WordElement {
  const whole = element.children ? { ...element, children: element.children.map(withSides) } : element
  const isPlain =
    element.type === 'paragraph' && !/heading|title|标题/i.test(element.styleName ?? '') && !element.numbering
  const side = isPlain ? sides[element.alignment ?? ''] : undefined
  return side ? { ...whole, styleId: side, styleName: `aligned ${side}` } : whole
}
