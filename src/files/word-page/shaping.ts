import { isElement, type MarkupElement, type MarkupNode, unescapedXml } from '../../typesetting/markup-tree.ts'
import type { Numbering } from './numbering.ts'
import type { Ground } from './run-look.ts'
import type { Styles } from './styles.ts'
import type { LossKind, WordLoss } from './word-page.ts'

/** A field that is open: what it computes, and whether its result has begun. */
export interface Field {
  code: string
  isResult: boolean
  hasWords: boolean
}

/** What is known and gathered while a document is gone through from its beginning to its end. */
export interface Shaping {
  /** Goes through blocks within, such as those of a frame or a cell. */
  readonly blocks: (nodes: readonly MarkupNode[], place: Place) => MarkupNode[]
  readonly styles: Styles
  readonly numbering: Numbering
  /** Footnotes and endnotes by their kind and id: `footnote 2`. */
  readonly notes: ReadonlyMap<string, MarkupElement>
  /** Words of charts and diagrams by the relation that calls them. */
  readonly drawn: ReadonlyMap<string, readonly string[]>
  /** The numbers of those that were met, in order. */
  readonly notesMet: Map<string, number>
  readonly losses: WordLoss[]
  readonly hidden: string[]
  readonly fields: Field[]
  /** Blocks of frames, which go behind the paragraph that they hang on. */
  frames: MarkupNode[]
  /** Words of paragraphs whose end was deleted: they belong to the next one. */
  carried: MarkupNode[]
  /** Levels of the bullets that the next paragraph may go on from. */
  bullets: number[]
}

/** Where words stand. */
export interface Place {
  readonly paragraphStyle: string
  readonly ground: Ground
  readonly isNote: boolean
  readonly isInCell: boolean
}

const mostLosses = 300
const mostHidden = 200
const longestSaid = 60
/** Of a chart: its words are all that is left of it. */
const longestOfChart = 400

/** Keeps what is lost or changed; how its paragraph begins is added by `tellPlace`. */
export function lose({ losses }: Shaping, kind: LossKind, words = ''): void {
  const said = unescapedXml(words)
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, kind === 'chart' ? longestOfChart : longestSaid)
  if (losses.length < mostLosses) losses.push({ kind, words: said, near: '' })
}

/** Says of all that was lost since there were `from` how the paragraph begins. */
export function tellPlace({ losses }: Shaping, from: number, words: string): void {
  const near = unescapedXml(words).replace(/\s+/g, ' ').trim().slice(0, 16)
  for (let at = from; at < losses.length; at += 1) {
    const loss = losses[at]
    if (loss && loss.near === '') losses[at] = { ...loss, near }
  }
}

export function hide({ hidden }: Shaping, words: string): void {
  const said = unescapedXml(words).trim()
  if (said !== '' && hidden.length < mostHidden) hidden.push(said)
}

/** The words within, as XML writes them. */
export function wordsIn(nodes: readonly MarkupNode[]): string {
  return nodes
    .map((node) => {
      if (!isElement(node)) return ''
      if (node.name === 'w:t') return node.children.filter((child) => typeof child === 'string').join('')
      return node.name === 'w:pPr' || node.name === 'w:rPr' ? '' : wordsIn(node.children)
    })
    .join('')
}

export const markup = (
  name: string,
  attributes: Readonly<Record<string, string>>,
  ...children: readonly MarkupNode[]
): MarkupElement => ({ name, attributes, children })

/** A run of these words, as XML writes them. */
export const runOf = (words: string, side?: 'superscript' | 'subscript'): MarkupElement =>
  markup(
    'w:r',
    {},
    ...(side ? [markup('w:rPr', {}, markup('w:vertAlign', { 'w:val': side }))] : []),
    markup('w:t', { 'xml:space': 'preserve' }, words),
  )

export const paragraphOf = (...content: readonly MarkupNode[]): MarkupElement => markup('w:p', {}, ...content)
