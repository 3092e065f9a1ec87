import {
  childOf,
  childrenOf,
  escapedXml,
  foundIn,
  isElement,
  type MarkupElement,
  type MarkupNode,
  markupTree,
  writeXml,
} from '../../typesetting/markup-tree.ts'
import { chosenAlternative } from './drawings.ts'
import { endCodes } from './fields.ts'
import { controlOf, equationOf, inlinesOf } from './inlines.ts'
import type { Label, Numbering } from './numbering.ts'
import { isDark } from './run-look.ts'
import { lose, markup, type Place, paragraphOf, runOf, type Shaping, tellPlace, wordsIn } from './shaping.ts'
import { isOn, listPlaceOf, type Styles, valOf } from './styles.ts'
import { linesOfTable, tableOf } from './tables.ts'
import type { WordLoss } from './word-page.ts'

interface Parts {
  readonly document: string
  readonly footnotes: string
  readonly endnotes: string
  readonly drawn: ReadonlyMap<string, readonly string[]>
}

/** The body of a Word document in the simplest of WordprocessingML, and what was left out or changed for it. */
export interface PlainBody {
  readonly body: string
  readonly hidden: readonly string[]
  readonly losses: readonly WordLoss[]
}

/** The only list that is left: bullets of every depth. Whatever counts is written out. */
export const bulletsOnly = `<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:abstractNum w:abstractNumId="1">${Array.from({ length: 9 }, (_, level) => `<w:lvl w:ilvl="${level}"><w:numFmt w:val="bullet"/><w:lvlText w:val="●"/></w:lvl>`).join('')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num></w:numbering>`
/** Lists within lists, as many as the reading library knows. */
const deepestBullet = 4

const usualPlace: Place = { paragraphStyle: '', ground: 'white', isNote: false, isInCell: false }

/**
 * The body of a Word document as it reads when every change is accepted: hidden words left out, words that were moved at
 * their new place, automatic numbers, equations and notes written out.
 */
export function plainBody({ document, drawn, ...parts }: Parts, numbering: Numbering, styles: Styles): PlainBody {
  const root = markupTree(document, 'xml')
  const shaping: Shaping = {
    blocks: (nodes, place) => blocksOf(nodes, shaping, place),
    styles,
    numbering,
    drawn,
    notes: notesOf(parts),
    notesMet: new Map(),
    losses: [],
    hidden: [],
    fields: [],
    frames: [],
    carried: [],
    bullets: [],
  }
  const whole = childrenOf(root, 'w:document').map((each) => ({
    ...each,
    attributes: { ...namespacesIn(root), ...each.attributes },
    children: childrenOf(each, 'w:body').map((body) => {
      const blocks = blocksOf(body.children, shaping, usualPlace)
      // The end of the last paragraph cannot be deleted; a broken file may say so.
      const rest = shaping.carried.length > 0 ? [paragraphOf(...shaping.carried)] : []
      return markup('w:body', {}, ...blocks, ...rest, ...notesAtEnd(shaping))
    }),
  }))
  for (const _ of numbering.unknownFormats) lose(shaping, 'numberFormat')
  const { hidden, losses } = shaping
  return { body: writeXml(whole), hidden, losses }
}

/** Every prefix that is declared anywhere: what declared it may not be left. */
function namespacesIn(element: MarkupElement, found: Record<string, string> = {}): Record<string, string> {
  for (const [name, value] of Object.entries(element.attributes)) if (name.startsWith('xmlns')) found[name] ??= value
  for (const child of element.children) if (isElement(child)) namespacesIn(child, found)
  return found
}

/** Paragraphs and tables, as they are printed. */
function blocksOf(nodes: readonly MarkupNode[], shaping: Shaping, place: Place): MarkupNode[] {
  return nodes.flatMap((node): readonly MarkupNode[] => {
    if (!isElement(node)) return []
    const inner = () => blocksOf(node.children, shaping, place)
    switch (node.name) {
      case 'w:p':
        return paragraphsOf(node, shaping, place)
      case 'w:tbl':
        shaping.bullets = []
        return place.isInCell ? linesOfTable(node, shaping, place) : [tableOf(node, shaping, place)]
      case 'w:sdt':
        return blocksOf(controlOf(node, shaping), shaping, place)
      case 'w:ins':
      case 'w:moveTo':
      case 'w:customXml':
        return inner()
      case 'mc:AlternateContent':
        return blocksOf(chosenAlternative(node), shaping, place)
      case 'm:oMath':
      case 'm:oMathPara':
        return [paragraphOf(...equationOf(node, shaping))]
      case 'w:altChunk':
      case 'w:subDoc':
        lose(shaping, 'embeddedPart')
        return []
      // In a control around words, which stands among blocks.
      case 'w:r':
      case 'w:hyperlink':
        return [paragraphOf(...inlinesOf([node], shaping, place))]
      default:
        return []
    }
  })
}

function paragraphsOf(paragraph: MarkupElement, shaping: Shaping, place: Place): MarkupNode[] {
  const properties = childOf(paragraph, 'w:pPr')
  const mark = childOf(properties, 'w:rPr')
  const style = valOf(childOf(properties, 'w:pStyle')) ?? shaping.styles.usual
  const ground = isDark(childOf(properties, 'w:shd')) ? 'dark' : place.ground
  const lossesBefore = shaping.losses.length
  const outerFrames = shaping.frames
  shaping.frames = []
  const own = inlinesOf(paragraph.children, shaping, { ...place, paragraphStyle: style, ground })
  endCodes(shaping)
  const frames = shaping.frames
  shaping.frames = outerFrames
  if (childOf(mark, 'w:del') || childOf(mark, 'w:moveFrom')) {
    for (const each of own) shaping.carried.push(each)
    return frames
  }
  const content = [...shaping.carried, ...own]
  shaping.carried = []
  const words = wordsIn(content)
  const isEmpty =
    words.trim() === '' && foundIn({ name: '', attributes: {}, children: content }, isPrinted).length === 0
  // A paragraph that is hidden to its end is not counted.
  if (isEmpty && isOn(childOf(mark, 'w:vanish'))) return frames
  const label = shaping.numbering.labelFor(listPlaceOf(properties), style)
  tellPlace(shaping, lossesBefore, (label?.kind === 'words' ? label.words : '') + words)
  if (isEmpty && label?.kind !== 'words') return [...(place.isInCell && !label ? [paragraphOf()] : []), ...frames]
  const depth = depthOf(label, listPlaceOf(properties).level ?? 0, shaping)
  const kept = childrenOf(properties).filter(({ name }) => name === 'w:pStyle' || name === 'w:jc')
  const list = depth === undefined ? [] : [inBullets(depth)]
  const number = label?.kind === 'words' ? [runOf(escapedXml(label.words))] : []
  return [paragraphOf(markup('w:pPr', {}, ...kept, ...list), ...number, ...content), ...frames]
}

const printedParts = new Set(['w:drawing', 'w:pict', 'w:sym', 'w:object'])
const isPrinted = ({ name }: MarkupElement): boolean => printedParts.has(name)

/** How deep a bullet stands among those above it, whatever its own level: none is ever skipped. */
function depthOf(label: Label | undefined, level: number, shaping: Shaping): number | undefined {
  if (label?.kind !== 'bullet') {
    shaping.bullets = []
    return undefined
  }
  shaping.bullets = [...shaping.bullets.filter((above) => above < level), level]
  return Math.min(shaping.bullets.length - 1, deepestBullet)
}

const inBullets = (depth: number): MarkupElement =>
  markup('w:numPr', {}, markup('w:ilvl', { 'w:val': String(depth) }), markup('w:numId', { 'w:val': '1' }))

function notesOf({ footnotes, endnotes }: Pick<Parts, 'footnotes' | 'endnotes'>): Map<string, MarkupElement> {
  const read = (xml: string, kind: string) =>
    foundIn(markupTree(xml, 'xml'), ({ name }) => name === `w:${kind}`).map(
      (note) => [`${kind} ${note.attributes['w:id'] ?? ''}`, note] as const,
    )
  return new Map([...read(footnotes, 'footnote'), ...read(endnotes, 'endnote')])
}

/** The notes that the text calls, in its order, behind it. A note may call another one. */
function notesAtEnd(shaping: Shaping): MarkupNode[] {
  const blocks: MarkupNode[] = []
  for (const [id, number] of shaping.notesMet) {
    const note = shaping.notes.get(id)
    shaping.bullets = []
    const [first, ...more] = blocksOf(note?.children ?? [], shaping, { ...usualPlace, isNote: true })
    const words = wordsIn(first ? [first, ...more] : [])
    lose(shaping, 'note', words)
    const label = runOf(`[${number}] `)
    if (first && isElement(first, 'w:p')) {
      const properties = childrenOf(first, 'w:pPr')
      const content = first.children.filter((child) => !isElement(child, 'w:pPr'))
      blocks.push({ ...first, children: [...properties, label, ...content] }, ...more)
    } else blocks.push(paragraphOf(label), ...(first ? [first, ...more] : []))
  }
  return blocks
}
