import { childOf, foundIn, type MarkupElement, type MarkupNode } from '../../typesetting/markup-tree.ts'
import type { LossKind } from './word-page.ts'

/** What a drawing, picture or object of Word holds. */
export interface Drawn {
  /** Its pictures, each as the reading library knows them. */
  readonly pictures: readonly MarkupElement[]
  /** The frames with words in it, whose content is blocks. */
  readonly frames: readonly MarkupElement[]
  /** Words drawn as a shape, as XML writes them. */
  readonly shapedWords: readonly string[]
  /** What of it has no place in a text. */
  readonly losses: readonly DrawnLoss[]
}

interface DrawnLoss {
  readonly kind: LossKind
  readonly words: string
  /** Under which the document calls the part that holds its words. */
  readonly relation?: string
}

const element = (
  name: string,
  attributes: Readonly<Record<string, string>>,
  ...children: readonly MarkupNode[]
): MarkupElement => ({ name, attributes, children })

/** Of the alternatives the one that this reading can use: words, or a picture of the file; otherwise what older programs get. */
export function chosenAlternative(alternatives: MarkupElement): readonly MarkupNode[] {
  const first = childOf(alternatives, 'mc:Choice')
  const last = childOf(alternatives, 'mc:Fallback')
  const isUseful = first && foundIn(first, ({ name }) => usable.has(name)).length > 0
  return (isUseful ? first : (last ?? first))?.children ?? []
}
const usable = new Set(['w:txbxContent', 'a:blip', 'w:t', 'm:oMath'])

/** Looks through a drawing, a picture or an object. Frames within frames are met when the outer one is read. */
export function drawnIn(drawing: MarkupElement): Drawn {
  const found = foundIn(drawing, ({ name }) => parts.has(name))
  const named = (name: string) => found.filter((each) => each.name === name)
  const alternatives = named('mc:AlternateContent').map((each) => drawnIn(element('', {}, ...chosenAlternative(each))))
  const pictures = [
    ...named('pic:pic').flatMap((picture) => inLine(picture, drawing)),
    ...named('v:imagedata').flatMap((image) =>
      image.attributes['r:id'] ? [element('w:pict', {}, element('v:shape', {}, image))] : [],
    ),
  ]
  const linked = named('pic:pic').length + named('v:imagedata').length - pictures.length
  const frames = named('w:txbxContent')
  const shapedWords = named('v:textpath').flatMap(({ attributes }) => attributes.string ?? [])
  const losses: DrawnLoss[] = [
    ...Array.from({ length: linked }, () => ({ kind: 'picture' as const, words: '' })),
    ...foundIn(drawing, ({ name }) => name === 'a:graphicData').flatMap(lossOf),
    ...named('o:OLEObject').map(({ attributes: { ProgID: program = '' } }) => ({
      kind: /^(?:Equation|MathType)/i.test(program) ? ('equationObject' as const) : ('object' as const),
      words: '',
    })),
  ]
  const isEmpty = [pictures, frames, shapedWords, losses, alternatives].every(({ length }) => length === 0)
  return {
    pictures: [...pictures, ...alternatives.flatMap((each) => each.pictures)],
    frames: [...frames, ...alternatives.flatMap((each) => each.frames)],
    shapedWords: [...shapedWords, ...alternatives.flatMap((each) => each.shapedWords)],
    losses: [
      ...losses,
      ...alternatives.flatMap((each) => each.losses),
      ...(isEmpty ? [{ kind: 'shape' as const, words: '' }] : []),
    ],
  }
}

const parts = new Set(['mc:AlternateContent', 'pic:pic', 'v:imagedata', 'w:txbxContent', 'v:textpath', 'o:OLEObject'])

function lossOf(graphic: MarkupElement): DrawnLoss[] {
  const { uri = '' } = graphic.attributes
  const kind = /chart/i.test(uri) ? 'chart' : /diagram/i.test(uri) ? 'diagram' : undefined
  if (!kind) return []
  const [call] = foundIn(graphic, ({ name }) => name === 'c:chart' || name === 'dgm:relIds')
  const relation = call?.attributes[kind === 'chart' ? 'r:id' : 'r:dm'] ?? ''
  return [{ kind, words: '', relation }]
}

/** A picture of a drawing, alone; its words for those who cannot see stand at the drawing. None where it is not in the file. */
function inLine(picture: MarkupElement, drawing: MarkupElement): MarkupElement[] {
  const blips = foundIn(picture, ({ name }) => name === 'a:blip')
  if (!blips.some(({ attributes }) => attributes['r:embed'])) return []
  const [said] = foundIn(drawing, ({ name }) => name === 'wp:docPr')
  const content = element('a:graphic', {}, element('a:graphicData', {}, picture))
  return [element('w:drawing', {}, element('wp:inline', {}, ...(said ? [said] : []), content))]
}
