import { htmlReader } from '../../../text/html-reader.ts'
import type { Text } from '../../../text/text.ts'
import {
  foundIn,
  isElement,
  type MarkupElement,
  type MarkupNode,
  markupTree,
} from '../../../typesetting/markup-tree.ts'
import { TooDeep } from '../../../typesetting/parse-markup.ts'
import { asWords, copiedPart, withoutHiddenCells } from './pasted-cells.ts'
import { isRevised, kindOfPart } from './pasted-parts.ts'
import { classStyles, styleOf, withClassStyles } from './pasted-styles.ts'
import { withLists } from './word-lists.ts'

/** Nothing in these is text. */
const silent = new Set(['script', 'style', 'meta', 'link', 'title', 'xml', 'template', 'head'])
const longestSaid = 60

export interface PastedText {
  readonly text: Text
  /** Pictures that a clipboard only names and does not bring. */
  readonly lostPictures: number
  /** Words that were hidden, and left out. */
  readonly hidden: readonly string[]
  /** Hidden rows and columns of sheets, left out. */
  readonly hiddenLines: number
  /** Whether words are struck out: they are kept so, and have to be decided about. */
  readonly hasStruck: boolean
  /** Changes that a program tracks: the text is as if all were accepted. */
  readonly revisions: number
  /** The words that such changes delete, left out. */
  readonly deleted: readonly string[]
  /** Remarks beside the text, left out. */
  readonly comments: number
  /** What else a text has not, or shows otherwise. */
  readonly others: readonly OtherPart[]
}

export interface OtherPart {
  readonly kind: 'reading' | 'equation' | 'drawing' | 'form' | 'white'
  readonly words: string
}

/**
 * What Word, WPS, Excel or a web page put on the clipboard, as a text: their lists become lists, copied cells a table, what
 * styles said becomes marks, everything else goes. Styles are read as text: the page's policy lets no document apply them.
 * `fileOf` says which file of the record a picture is by now.
 */
export function pastedText(html: string, fileOf: (source: string) => string | undefined = () => undefined): PastedText {
  const styled = withClassStyles(treeOf(copiedPart(html)), classStyles(html))
  const { nodes, hiddenLines } = withoutHiddenCells(styled)
  const reader = htmlReader((source) => {
    const [, own = ''] = /^own:(.*)$/.exec(source) ?? []
    return own === '' ? fileOf(plainSource(source)) : isFileId(own) ? own : undefined
  })
  const isTracked = isRevised(html)
  const deleted: string[] = []
  const others: OtherPart[] = []
  let revisions = 0
  let comments = 0
  const read = (node: MarkupNode, isWithinInserted = false, isWithinWhite = false): void => {
    if (!isElement(node)) {
      reader.words(node)
      return
    }
    const part = kindOfPart(node, isTracked)
    if (part === 'comment') comments += 1
    if (part === 'comment' || part === 'commentMark' || silent.has(node.name)) return
    const other = otherPart(node)
    if (other && other.kind !== 'white') {
      if (other.words !== '') others.push(other)
      return
    }
    if (other && !isWithinWhite && other.words !== '') others.push(other)
    if (part === 'deleted') {
      const words = wordsWithin(node).replace(/\s+/g, ' ').trim()
      if (words !== '') deleted.push(words.slice(0, longestSaid))
      return
    }
    if (part === 'inserted' && !isWithinInserted && wordsWithin(node).trim() !== '') revisions += 1
    const own = node.name === 'img' ? node.attributes['data-file-id'] : undefined
    const isImage = node.name === 'img' || node.name === 'v:imagedata'
    if (part === 'inserted') reader.open('span', withoutLine(node.attributes))
    else reader.open(isImage ? 'img' : node.name, own ? { ...node.attributes, src: `own:${own}` } : node.attributes)
    for (const child of node.children) read(child, isWithinInserted || part === 'inserted', isWithinWhite || !!other)
    reader.close()
  }
  for (const node of withLists(asWords(nodes))) read(node)
  const { text, hidden, lostPictures } = reader.finish()
  const hasStruck = JSON.stringify(text).includes('{"type":"strike"}')
  revisions += deleted.length
  return { text, hidden, lostPictures, hiddenLines, hasStruck, revisions, deleted, comments, others }
}

const white =
  /(?:^|;)\s{0,9}color\s{0,9}:\s{0,9}(?:white|#fff(?:fff)?|rgba?\(\s{0,3}255\s{0,3},\s{0,3}255\s{0,3},\s{0,3}255)/i
const drawn = new Set(['svg', 'canvas'])
const filledIn = new Set(['input', 'textarea', 'select'])

/** Parts of a page that are no words of its text, and words that a page hid by their colour. */
function otherPart(node: MarkupElement): OtherPart | undefined {
  const words = () => wordsWithin(node).replace(/\s+/g, ' ').trim().slice(0, longestSaid)
  if (node.name === 'rt') return { kind: 'reading', words: words() }
  // Stand round a reading for who cannot show one.
  if (node.name === 'rp') return { kind: 'reading', words: '' }
  if (node.name === 'math') return { kind: 'equation', words: words() }
  if (drawn.has(node.name)) return { kind: 'drawing', words: words() }
  if (filledIn.has(node.name)) return { kind: 'form', words: node.attributes.value?.slice(0, longestSaid) ?? words() }
  const isWhite = white.test(styleOf(node)) || /^(?:white|#fff(?:fff)?)$/i.test(node.attributes.color ?? '')
  return isWhite && !/background/i.test(styleOf(node)) ? { kind: 'white', words: words() } : undefined
}

const wordsWithin = ({ children }: MarkupElement): string =>
  children.map((child) => (isElement(child) ? wordsWithin(child) : child)).join('')

/** What Word marks as inserted is its words, and no underlined ones. */
const withoutLine = ({ style = '', ...rest }: MarkupElement['attributes']): MarkupElement['attributes'] => ({
  ...rest,
  style: style.replace(/text-decoration[\w-]{0,9}\s{0,9}:[^;]{0,60}/gi, ''),
})

/** Deeper than any document: its words alone. */
function treeOf(html: string): readonly MarkupNode[] {
  try {
    const root = markupTree(html, 'html')
    const [body] = foundIn(root, ({ name }) => name === 'body')
    return body ? body.children : root.children
  } catch (error) {
    if (!(error instanceof TooDeep)) throw error
    return [html.replace(/<[^<>]{0,2000}>/g, ' ')]
  }
}

const ownFile = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i
/** Whether a picture names a file as the server names them. */
export const isFileId = (id: string): boolean => ownFile.test(id)

/** Pictures that the clipboard itself brings, as `data:` addresses. */
export const picturesIn = (html: string): string[] => [
  ...new Set(
    [...html.matchAll(/\bsrc\s{0,9}=\s{0,9}["']?(data:image\/[^"'>]+)/gi)].map(([, source = '']) =>
      plainSource(source),
    ),
  ),
]
/** A long address may be broken over lines. */
export const plainSource = (source: string): string => source.replace(/\s+/g, '')

/** The file that a `data:` address holds; undefined for a form that no page shows. */
export function fileOfSource(source: string, name: string): File | undefined {
  const [, form = '', coded = ''] = /^data:image\/(png|jpe?g|gif|bmp);base64,([A-Za-z0-9+/=]+)$/i.exec(source) ?? []
  if (coded === '') return undefined
  try {
    const bytes = Uint8Array.from(atob(coded), (character) => character.charCodeAt(0))
    return new File([bytes], `${name}.${form.toLowerCase()}`, { type: `image/${form.toLowerCase()}` })
  } catch {
    return undefined
  }
}
