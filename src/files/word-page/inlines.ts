import { turnsText, unturned } from '../../text/turned-text.ts'
import { childOf, childrenOf, isElement, type MarkupElement, type MarkupNode } from '../../typesetting/markup-tree.ts'
import { chosenAlternative, drawnIn } from './drawings.ts'
import { partsOfEquation } from './equations.ts'
import { isInCode, passFieldMark, tellFieldsOfWords, withoutResult } from './fields.ts'
import { lookOf, propertiesOf } from './run-look.ts'
import { hide, lose, markup, type Place, paragraphOf, runOf, type Shaping, wordsIn } from './shaping.ts'
import { isOn } from './styles.ts'

/** Kept as it is: the words in it are those of the document. */

const transparent = new Set(['w:ins', 'w:moveTo', 'w:smartTag', 'w:customXml', 'w:dir', 'w:bdo'])
/** Deleted, moved away, or nothing that is printed. */
const dropped =
  /^w:(?:del|moveFrom|pPr|rPr|sdtPr|sdtEndPr|smartTagPr|customXmlPr|proofErr|permStart|permEnd|bookmark(?:Start|End)|comment(?:RangeStart|RangeEnd|Reference)|move(?:From|To)Range(?:Start|End)|annotationRef|footnoteRef|endnoteRef|lastRenderedPageBreak|softHyphen|delText|delInstrText|separator|continuationSeparator|customXml\w{0,40}Range(?:Start|End))$/

/** What stands in a paragraph, as it reads when every change is accepted. */
export function inlinesOf(nodes: readonly MarkupNode[], shaping: Shaping, place: Place): MarkupNode[] {
  return nodes.flatMap((node) => (isElement(node) ? inlineOf(node, shaping, place) : []))
}

function inlineOf(node: MarkupElement, shaping: Shaping, place: Place): readonly MarkupNode[] {
  const inner = () => inlinesOf(node.children, shaping, place)
  if (node.name === 'w:r') return runsOf(node, shaping, place)
  if (transparent.has(node.name)) return inner()
  if (dropped.test(node.name)) return []
  switch (node.name) {
    case 'w:hyperlink':
      // Places within the document are none on the page; addresses of notes stand in another part.
      return node.attributes['r:id'] && !place.isNote ? [{ ...node, children: inner() }] : inner()
    case 'w:sdt':
      return inlinesOf(controlOf(node, shaping), shaping, place)
    case 'w:fldSimple': {
      const words = inner()
      return wordsIn(words) === '' ? withoutResult(node.attributes['w:instr'] ?? '', shaping) : words
    }
    case 'mc:AlternateContent':
      return inlinesOf(chosenAlternative(node), shaping, place)
    case 'm:oMath':
    case 'm:oMathPara':
      return equationOf(node, shaping)
    case 'w:subDoc':
      lose(shaping, 'embeddedPart')
      return []
    default:
      return [node]
  }
}

/** What was filled into a control. Words that only ask to be replaced are none. */
export function controlOf(control: MarkupElement, shaping: Shaping): readonly MarkupNode[] {
  const content = childOf(control, 'w:sdtContent')?.children ?? []
  const properties = childOf(control, 'w:sdtPr')
  if (isOn(childOf(properties, 'w:showingPlcHdr'))) {
    lose(shaping, 'placeholder', wordsIn(content))
    return []
  }
  const box = childOf(properties, 'w14:checkbox')
  if (!box || content.some((each) => isElement(each) && each.name !== 'w:r') || wordsIn(content) !== '') return content
  const isChecked = /^(?:1|true)$/.test(childOf(box, 'w14:checked')?.attributes['w14:val'] ?? '')
  return content.some((each) => isElement(each) && childOf(each, 'w:sym')) ? content : [runOf(isChecked ? '☑' : '☐')]
}

export function equationOf(math: MarkupElement, shaping: Shaping): readonly MarkupNode[] {
  if (isInCode(shaping)) return []
  const parts = partsOfEquation(math)
  const said = parts.map(({ words, side }) => (side ? (side === 'superscript' ? '^' : '_') : '') + words).join('')
  if (said === '') return []
  tellFieldsOfWords(shaping)
  lose(shaping, 'equation', said)
  return parts.map(({ words, side }) => runOf(words, side))
}

/** A run, as the runs that are printed of it: a reading above a word, a frame or a deletion is none. */
function runsOf(run: MarkupElement, shaping: Shaping, place: Place): readonly MarkupNode[] {
  const words = wordsIn([run])
  const look = lookOf(run, shaping.styles, place, words)
  if (look.isHidden) {
    hide(shaping, words)
    // Fields begin and end whether they are seen or not.
    return childrenOf(run).flatMap((child) => (isFieldPart(child) ? pieceOf(child, shaping, place, true) : []))
  }
  const pieces = childrenOf(run).flatMap((child) => pieceOf(child, shaping, place, look.isCapital))
  if (words.trim() !== '' && look.isStruck) lose(shaping, 'struck', words)
  if (words.trim() !== '' && look.isWhite) lose(shaping, 'whiteText', words)
  if (turnsText(words)) lose(shaping, 'turnedText', unturned(words))
  const properties = propertiesOf(childOf(run, 'w:rPr'), look)
  const runs: MarkupNode[] = []
  let own: MarkupNode[] = []
  const flush = () => {
    if (own.length > 0) runs.push(markup('w:r', {}, properties, ...own))
    own = []
  }
  for (const piece of pieces)
    if (isElement(piece, 'w:r')) {
      flush()
      runs.push(piece)
    } else own.push(piece)
  flush()
  return runs
}

const isFieldPart = ({ name }: MarkupElement): boolean => name === 'w:fldChar' || name === 'w:instrText'

function pieceOf(child: MarkupElement, shaping: Shaping, place: Place, isCapital: boolean): readonly MarkupNode[] {
  if (dropped.test(child.name)) return []
  switch (child.name) {
    case 'w:fldChar':
      return [child, ...passFieldMark(child, shaping)]
    case 'w:instrText': {
      const field = shaping.fields.at(-1)
      if (field && !field.isResult) field.code += child.children.filter((each) => typeof each === 'string').join('')
      return [child]
    }
    default:
      return isInCode(shaping) ? [] : printedOf(child, shaping, place, isCapital)
  }
}

function printedOf(child: MarkupElement, shaping: Shaping, place: Place, isCapital: boolean): readonly MarkupNode[] {
  switch (child.name) {
    case 'w:t':
      if (wordsIn([child]).trim() !== '') tellFieldsOfWords(shaping)
      return [isCapital ? { ...child, children: child.children.map(capital) } : child]
    case 'w:noBreakHyphen':
      return [markup('w:t', {}, '-')]
    case 'w:cr':
      return [markup('w:br', {})]
    case 'w:ptab':
      return [markup('w:tab', {})]
    case 'w:sym': {
      tellFieldsOfWords(shaping)
      const box = boxes[(child.attributes['w:char'] ?? '').slice(-2).toUpperCase()]
      return box && /^Wingdings$/i.test(child.attributes['w:font'] ?? '') ? [markup('w:t', {}, box)] : [child]
    }
    case 'w:footnoteReference':
    case 'w:endnoteReference':
      return noteMark(child, shaping)
    case 'w:ruby':
      return rubyOf(child, shaping, place)
    case 'm:oMath':
      return equationOf(child, shaping)
    case 'w:drawing':
    case 'w:pict':
    case 'w:object':
      return drawingOf(child, shaping, place)
    case 'mc:AlternateContent':
      return alternativeOf(child, shaping, place, isCapital)
    case 'w:pgNum':
    case 'w:dayShort':
    case 'w:dayLong':
    case 'w:monthShort':
    case 'w:monthLong':
    case 'w:yearShort':
    case 'w:yearLong':
      lose(shaping, 'emptyField', child.name.slice(2))
      return []
    default:
      return [child]
  }
}

const alternativeOf = (child: MarkupElement, shaping: Shaping, place: Place, isCapital: boolean): MarkupNode[] =>
  chosenAlternative(child).flatMap((each) => (isElement(each) ? printedOf(each, shaping, place, isCapital) : []))

/** Signs of Wingdings that forms tick boxes with; the library has others for them, which few typefaces have. */
const boxes: Readonly<Record<string, string>> = { A8: '☐', FB: '✗', FC: '✓', FD: '☒', FE: '☑' }

const capital = (node: MarkupNode): MarkupNode =>
  typeof node === 'string'
    ? node.replace(/&[^;]{1,10};|[^&]+/g, (part) => (part[0] === '&' ? part : part.toUpperCase()))
    : node

function rubyOf(ruby: MarkupElement, shaping: Shaping, place: Place): readonly MarkupNode[] {
  const base = inlinesOf(childOf(ruby, 'w:rubyBase')?.children ?? [], shaping, place)
  const reading = wordsIn(childOf(ruby, 'w:rt')?.children ?? [])
  lose(shaping, 'ruby', `${wordsIn(base)}：${reading}`)
  return base
}

/** Where a note is called: `[1]`, as it is named at the end. A mark of its own stands in the text already. */
function noteMark(reference: MarkupElement, shaping: Shaping): readonly MarkupNode[] {
  const id = `${reference.name === 'w:footnoteReference' ? 'footnote' : 'endnote'} ${reference.attributes['w:id'] ?? ''}`
  const number = shaping.notesMet.get(id) ?? shaping.notesMet.size + 1
  shaping.notesMet.set(id, number)
  if (/^(?:1|true|on)$/.test(reference.attributes['w:customMarkFollows'] ?? '')) return []
  return [runOf(`[${number}]`, 'superscript')]
}

function drawingOf(drawing: MarkupElement, shaping: Shaping, place: Place): readonly MarkupNode[] {
  const { pictures, frames, shapedWords, losses } = drawnIn(drawing)
  tellFieldsOfWords(shaping)
  for (const { kind, words, relation = '' } of losses) {
    // Notes have relations of their own.
    const inside = place.isNote ? [] : (shaping.drawn.get(relation) ?? [])
    if (kind === 'diagram' && inside.length > 0) {
      for (const each of inside) shaping.frames.push(paragraphOf(runOf(each)))
      lose(shaping, 'diagramWords', inside.join('、'))
    } else lose(shaping, kind, words || inside.join('、'))
  }
  for (const frame of frames) {
    const blocks = shaping.blocks(frame.children, { ...place, ground: 'unknown' })
    for (const block of blocks) shaping.frames.push(block)
    if (wordsIn(blocks).trim() !== '') lose(shaping, 'textBox', wordsIn(blocks))
  }
  for (const words of shapedWords) {
    shaping.frames.push(paragraphOf(runOf(words)))
    lose(shaping, 'textBox', words)
  }
  if (!place.isNote) return pictures
  for (const _ of pictures) lose(shaping, 'picture')
  return []
}
