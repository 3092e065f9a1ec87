import { foundIn, isElement, type MarkupElement, markupTree } from '../../typesetting/markup-tree.ts'
import { TooDeep } from '../../typesetting/parse-markup.ts'

const mostParts = 200
const mostWords = 200

/** The words of charts and diagrams, which stand in parts of their own, by the relation under which the document calls them. */
export function wordsOfDrawn(related: string, text: (name: string) => string): ReadonlyMap<string, readonly string[]> {
  const words = new Map<string, readonly string[]>()
  for (const [relation] of related.matchAll(/<Relationship\s[^<>]{0,800}>/g)) {
    const value = (name: string) => new RegExp(`\\b${name}="([^"]{1,400})"`).exec(relation)?.[1] ?? ''
    const kind = /\/relationships\/(chart|diagramData)$/.exec(value('Type'))?.[1]
    if (kind === undefined || words.size >= mostParts) continue
    const target = value('Target')
    const xml = text(target.startsWith('/') ? target.slice(1) : `word/${target}`)
    words.set(value('Id'), wordsIn(xml, kind === 'chart' ? inChart : inDiagram))
  }
  return words
}

function wordsIn(xml: string, pick: (root: MarkupElement) => MarkupElement[]): readonly string[] {
  try {
    const said = pick(markupTree(xml, 'xml')).map((each) => plainWords(each).replace(/\s+/g, ' ').trim())
    return [...new Set(said.filter((each) => each !== ''))].slice(0, mostWords)
  } catch (error) {
    if (error instanceof TooDeep) return []
    throw error
  }
}

const plainWords = ({ children }: MarkupElement): string =>
  children.map((child) => (isElement(child) ? plainWords(child) : child)).join('')

/** Titles, names of series and of what is counted; the figures are drawn, and have to be read from the drawing. */
const inChart = (root: MarkupElement): MarkupElement[] =>
  foundIn(root, ({ name }) => name === 'a:p' || name === 'c:strCache').flatMap((each) =>
    each.name === 'a:p' ? [each] : foundIn(each, ({ name }) => name === 'c:v'),
  )

const drawnOnly = new Set(['pres', 'parTrans', 'sibTrans', 'doc'])

/** What stands in its boxes. */
const inDiagram = (root: MarkupElement): MarkupElement[] =>
  foundIn(root, ({ name }) => name === 'dgm:pt')
    .filter(({ attributes: { type = '' } }) => !drawnOnly.has(type))
    .flatMap((box) => foundIn(box, ({ name }) => name === 'a:p'))
