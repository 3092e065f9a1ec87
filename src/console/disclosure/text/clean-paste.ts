import { htmlReader } from '../../../disclosure/text/html-reader.ts'
import type { Text } from '../../../disclosure/text/text.ts'
import { foundIn, isElement, type MarkupNode, markupTree } from '../../../documents/markup-tree.ts'
import { TooDeep } from '../../../documents/parse-markup.ts'
import { asWords, copiedPart, withoutHiddenCells } from './pasted-cells.ts'
import { classStyles, styleOf, withClassStyles } from './pasted-styles.ts'
import { withLists } from './word-lists.ts'

/** Nothing in these is text; comments of Word, and what it marks as deleted. */
const silent = new Set(['script', 'style', 'meta', 'link', 'title', 'xml', 'template', 'del', 'head'])
const ofComments = /mso-element\s{0,9}:\s{0,9}comment|mso-comment-reference/i

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
  const read = (node: MarkupNode): void => {
    if (!isElement(node)) {
      reader.words(node)
      return
    }
    if (silent.has(node.name) || ofComments.test(styleOf(node))) return
    const own = node.name === 'img' ? node.attributes['data-file-id'] : undefined
    const isImage = node.name === 'img' || node.name === 'v:imagedata'
    // What Word marks as inserted is its words, and no underlined ones.
    const name = isImage ? 'img' : node.name === 'ins' ? 'span' : node.name
    reader.open(name, own ? { ...node.attributes, src: `own:${own}` } : node.attributes)
    for (const child of node.children) read(child)
    reader.close()
  }
  for (const node of withLists(asWords(nodes))) read(node)
  const { text, hidden, lostPictures } = reader.finish()
  const hasStruck = JSON.stringify(text).includes('{"type":"strike"}')
  return { text, hidden, lostPictures, hiddenLines, hasStruck }
}

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
