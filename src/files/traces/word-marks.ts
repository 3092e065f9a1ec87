import { parseMarkup } from '../../typesetting/parse-markup.ts'
import { isDark, isUnseen, lightOf } from '../colors.ts'
import type { TraceKind } from './trace-kinds.ts'
import { quoted, type Trace } from './traces.ts'
import { type Look, lookOf } from './word-styles.ts'

/** Hundredths of a per cent of a picture; less is the rounding of a program. */
const leastCropped = 2_000
const tinyBelow = 4
const changes = /^w:(?:ins|del|moveFrom|moveTo|cellIns|cellDel|cellMerge|\w{2,12}PrChange)$/
const changeWords: Readonly<Record<string, string>> = {
  'w:ins': '插入',
  'w:del': '删除',
  'w:moveFrom': '移走',
  'w:moveTo': '移入',
}
/** More words of one place are not needed to tell of it. */
const mostWords = 1_000

type Styles = (id: string | undefined) => Look
type Given = Readonly<Record<string, string>>
/** Notes a trace; `what` follows the place. */
type Add = (kind: TraceKind, what: string) => void

/** Follows the elements of a part for one kind of trace. */
interface Watch {
  /** `open`: the elements that are open, this one with them. */
  readonly begin: (name: string, given: Given, open: readonly string[]) => void
  readonly words: (text: string) => void
  readonly end: (name: string) => void
}

/** What a part of a Word document carries beside what it shows, by paragraph; `part` is 正文, 页眉 … */
export function wordMarks(xml: string, part: string, styles: Styles): Trace[] {
  const found: Trace[] = []
  const open: string[] = []
  const paragraphs = countParagraphs()
  const add: Add = (kind, what) => found.push({ kind, where: `${part}第${Math.max(paragraphs.count(), 1)}段${what}` })
  const watches = [watchWords(add, styles, paragraphs.isInBox), watchChanges(add), watchShapes(add)]
  let skipping = 0

  parseMarkup(
    xml,
    {
      onopentag(name, given) {
        open.push(name)
        if (skipping > 0 || name === 'mc:Fallback') {
          skipping += 1
          return
        }
        paragraphs.begin(name)
        for (const watch of watches) watch.begin(name, given, open)
      },
      ontext(text) {
        const last = open.at(-1)
        if (skipping > 0 || (last !== 'w:t' && last !== 'w:delText')) return
        for (const watch of watches) watch.words(text)
      },
      onclosetag(name) {
        open.pop()
        if (skipping > 0) {
          skipping -= 1
          return
        }
        for (const watch of watches) watch.end(name)
        paragraphs.end(name)
      },
    },
    { xmlMode: true, decodeEntities: true },
  )
  return found
}

/** Paragraphs of the text itself; what stands in a box counts with the one that holds it. */
function countParagraphs() {
  let paragraph = 0
  let boxes = 0
  return {
    count: () => paragraph,
    isInBox: () => boxes > 0,
    begin: (name: string) => {
      if (name === 'w:p' && boxes === 0) paragraph += 1
      if (name === 'w:txbxContent') boxes += 1
    },
    end: (name: string) => {
      if (name === 'w:txbxContent') boxes -= 1
    },
  }
}

interface Run {
  look: Look
  words: string
}

/** Words that nobody sees: hidden, tiny, in the colour of the ground. */
function watchWords(add: Add, styles: Styles, isInBox: () => boolean): Watch {
  const cells: Look[] = []
  const tables: Look[] = []
  let paragraphLook: Look = {}
  let run: Run | undefined

  const endRun = ({ look, words }: Run) => {
    if (words.trim() === '') return
    const all = { ...paragraphLook, ...look }
    const ground = look.highlight ?? look.fill ?? paragraphLook.fill ?? cells.at(-1)?.fill
    const behind = ground ?? 'FFFFFF'
    if (all.isHidden) add('hiddenContent', `的隐藏文字${quoted(words)}`)
    else if (all.size !== undefined && all.size < tinyBelow) add('tinyText', quoted(words))
    else if (isBarred(look, all.color)) add('coveredText', quoted(words))
    else if (all.color && isUnseen(all.color, behind) && !(ground === undefined && (isInBox() || isOnDark(tables))))
      add(isDark(behind) ? 'coveredText' : 'paleText', quoted(words))
  }
  const setLook = (look: Look, ofRun: Run | undefined, open: readonly string[]) => {
    if (ofRun) ofRun.look = { ...ofRun.look, ...look }
    else if (open.includes('w:tcPr')) Object.assign(cells.at(-1) ?? {}, look)
    // The mark that ends a paragraph has properties of its own.
    else if (open.includes('w:pPr') && !open.includes('w:rPr')) paragraphLook = { ...paragraphLook, ...look }
  }

  return {
    begin: (name, given, open) => {
      const ofRun = run && isOfRun(open) ? run : undefined
      if (name === 'w:p') paragraphLook = {}
      else if (name === 'w:r') run = { look: {}, words: '' }
      else if (name === 'w:tbl') tables.push({})
      else if (name === 'w:tc') cells.push({})
      else if (name === 'w:pStyle') paragraphLook = { ...styles(given['w:val']), ...paragraphLook }
      else if (name === 'w:tblStyle' && tables.length > 0) tables[tables.length - 1] = styles(given['w:val'])
      else if (name === 'w:rStyle' && ofRun) ofRun.look = { ...styles(given['w:val']), ...ofRun.look }
      else {
        const look = lookOf(name, given)
        if (look) setLook(look, ofRun, open)
      }
    },
    words: (text) => {
      if (run && run.words.length < mostWords) run.words += text
    },
    end: (name) => {
      if (name === 'w:r' && run) {
        endRun(run)
        run = undefined
      }
      if (name === 'w:tbl') tables.pop()
      if (name === 'w:tc') cells.pop()
    },
  }
}

/** In the properties of a run, not of the mark that ends a paragraph. */
const isOfRun = (open: readonly string[]): boolean =>
  open.includes('w:rPr') && !open.includes('w:pPr', open.lastIndexOf('w:r'))

/** What was put in, taken out or moved and never accepted. */
function watchChanges(add: Add): Watch {
  let change: { kind: string; words: string } | undefined
  return {
    begin: (name, _, open) => {
      if (!changes.test(name)) return
      const isWords = name in changeWords && !open.includes('w:rPr') && !open.includes('w:trPr')
      if (isWords) change ??= { kind: name, words: '' }
      else add('trackedChanges', '的格式')
    },
    words: (text) => {
      if (change && change.words.length < mostWords) change.words += text
    },
    end: (name) => {
      if (!change || name !== change.kind) return
      add('trackedChanges', `${changeWords[name] ?? ''}${change.words ? quoted(change.words) : '的段落或者行'}`)
      change = undefined
    },
  }
}

interface Shape {
  /** The element that it ends with. */
  readonly tag: string
  isFront: boolean
  fill: string | undefined
  words: string
}

const schemeFills: Readonly<Record<string, string>> = { bg1: 'FFFFFF', tx1: '000000', dk1: '000000', lt1: 'FFFFFF' }

/** Blocks of colour that lie over words, and parts of pictures that were cropped. */
function watchShapes(add: Add): Watch {
  let shape: Shape | undefined
  return {
    begin: (name, given, open) => {
      if (name === 'wp:anchor') shape = { tag: name, isFront: given.behindDoc !== '1', fill: undefined, words: '' }
      else if (isOldShape(name, given)) shape ??= oldShape(name, given)
      else if (name === 'a:srcRect' && croppedBy(given) >= leastCropped) add('outsideText', '的图片裁掉的部分')
      else if (!shape || shape.fill || !isFillOfShape(open)) return
      else if (name === 'a:srgbClr') shape.fill = (given.val ?? '').toUpperCase()
      else if (name === 'a:schemeClr') shape.fill = schemeFills[given.val ?? '']
    },
    words: (text) => {
      if (shape && shape.words.length < mostWords) shape.words += text
    },
    end: (name) => {
      if (!shape || name !== shape.tag) return
      if (isCover(shape)) add('coveredText', '有浮在文字上面的色块')
      shape = undefined
    },
  }
}

/** In front of the words, without any of its own, black or white. */
const isCover = ({ isFront, fill, words }: Shape): boolean =>
  isFront && fill !== undefined && fill !== '' && words.trim() === '' && (isDark(fill) || lightOf(fill) > 0.9)

const isOldShape = (name: string, { fillcolor = '' }: Given): boolean =>
  /^v:(?:rect|roundrect|shape)$/.test(name) && /^(?:black|white|#0{3,6}|#f{3,6})/i.test(fillcolor)

const oldShape = (tag: string, { style = '', fillcolor = '' }: Given): Shape => ({
  tag,
  words: '',
  isFront: /position:absolute/.test(style),
  fill: /^(?:w|#f)/i.test(fillcolor) ? 'FFFFFF' : '000000',
})

/** Words under a bar of their own colour, as people blacken them; on a dark ground Word itself writes in white. */
const isBarred = ({ highlight, fill }: Look, color: string | undefined): boolean => {
  const bar = highlight ?? fill
  return bar !== undefined && isDark(bar) && (color === undefined || isUnseen(color, bar))
}

/** A style of tables that is dark somewhere: which rows, only Word knows. */
const isOnDark = (tables: readonly Look[]): boolean => {
  const fill = tables.at(-1)?.fill
  return fill !== undefined && lightOf(fill) < 0.5
}

const isFillOfShape = (open: readonly string[]): boolean =>
  open.at(-2) === 'a:solidFill' && /:spPr$/.test(open.at(-3) ?? '')

export const croppedBy = (given: Readonly<Record<string, string>>): number =>
  ['l', 't', 'r', 'b'].reduce((sum, side) => sum + Math.max(0, Number(given[side] ?? 0) || 0), 0)
