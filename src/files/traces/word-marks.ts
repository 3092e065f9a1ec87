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

interface Run {
  look: Look
  words: string
}

interface Shape {
  /** The element that it ends with. */
  readonly tag: string
  isFront: boolean
  fill: string | undefined
  words: string
}

type Styles = (id: string | undefined) => Look

/** What a part of a Word document carries beside what it shows, by paragraph; `part` is 正文, 页眉 … */
export function wordMarks(xml: string, part: string, styles: Styles): Trace[] {
  const found: Trace[] = []
  const open: string[] = []
  const cells: Look[] = []
  const tables: Look[] = []
  let paragraph = 0
  let paragraphLook: Look = {}
  let run: Run | undefined
  let change: { kind: string; words: string } | undefined
  let shape: Shape | undefined
  let skipping = 0
  let boxes = 0
  const where = () => `${part}第${Math.max(paragraph, 1)}段`
  const add = (kind: TraceKind, what: string) => found.push({ kind, where: `${where()}${what}` })

  const endRun = ({ look, words }: Run) => {
    if (words.trim() === '') return
    const all = { ...paragraphLook, ...look }
    const ground = look.highlight ?? look.fill ?? paragraphLook.fill ?? cells.at(-1)?.fill
    const behind = ground ?? 'FFFFFF'
    if (all.isHidden) add('hiddenContent', `的隐藏文字${quoted(words)}`)
    else if (all.size !== undefined && all.size < tinyBelow) add('tinyText', quoted(words))
    else if (isBarred(look, all.color)) add('coveredText', quoted(words))
    else if (all.color && isUnseen(all.color, behind) && !(ground === undefined && (boxes > 0 || isOnDark(tables))))
      add(isDark(behind) ? 'coveredText' : 'paleText', quoted(words))
  }
  const endShape = ({ isFront, fill, words }: Shape) => {
    if (isFront && fill && words.trim() === '' && (isDark(fill) || lightOf(fill) > 0.9))
      add('coveredText', '有浮在文字上面的色块')
  }

  parseMarkup(
    xml,
    {
      onopentag(name, given) {
        open.push(name)
        if (skipping > 0 || name === 'mc:Fallback') {
          skipping += 1
          return
        }
        const inRun = run !== undefined && open.includes('w:rPr') && !open.includes('w:pPr', open.lastIndexOf('w:r'))
        if (name === 'w:p') {
          if (boxes === 0) paragraph += 1
          paragraphLook = {}
        } else if (name === 'w:r') run = { look: {}, words: '' }
        else if (name === 'w:tbl') tables.push({})
        else if (name === 'w:tc') cells.push({})
        else if (name === 'w:txbxContent') boxes += 1
        else if (changes.test(name)) {
          const isWords = name in changeWords && !open.includes('w:rPr') && !open.includes('w:trPr')
          if (isWords) change ??= { kind: name, words: '' }
          else add('trackedChanges', '的格式')
        } else if (name === 'wp:anchor')
          shape = { tag: name, isFront: given.behindDoc !== '1', fill: undefined, words: '' }
        else if (
          /^v:(?:rect|roundrect|shape)$/.test(name) &&
          /^(?:black|white|#0{3,6}|#f{3,6})/i.test(given.fillcolor ?? '')
        )
          shape ??= {
            tag: name,
            words: '',
            isFront: /position:absolute/.test(given.style ?? ''),
            fill: /^(?:w|#f)/i.test(given.fillcolor ?? '') ? 'FFFFFF' : '000000',
          }
        else if (name === 'a:srgbClr' && shape && !shape.fill && isFillOfShape(open))
          shape.fill = (given.val ?? '').toUpperCase()
        else if (name === 'a:schemeClr' && shape && !shape.fill && isFillOfShape(open))
          shape.fill = { bg1: 'FFFFFF', tx1: '000000', dk1: '000000', lt1: 'FFFFFF' }[given.val ?? '']
        else if (name === 'a:srcRect' && croppedBy(given) >= leastCropped) add('outsideText', '的图片裁掉的部分')
        else if (name === 'w:pStyle') paragraphLook = { ...styles(given['w:val']), ...paragraphLook }
        else if (name === 'w:tblStyle' && tables.length > 0) tables[tables.length - 1] = styles(given['w:val'])
        else if (name === 'w:rStyle' && run && inRun) run.look = { ...styles(given['w:val']), ...run.look }
        else {
          const look = lookOf(name, given)
          if (!look) return
          if (run && inRun) run.look = { ...run.look, ...look }
          else if (open.includes('w:tcPr')) Object.assign(cells.at(-1) ?? {}, look)
          // The mark that ends a paragraph has properties of its own.
          else if (open.includes('w:pPr') && !open.includes('w:rPr')) paragraphLook = { ...paragraphLook, ...look }
        }
      },
      ontext(text) {
        const last = open.at(-1)
        if (skipping > 0 || (last !== 'w:t' && last !== 'w:delText')) return
        if (run && run.words.length < 1_000) run.words += text
        if (change && change.words.length < 1_000) change.words += text
        if (shape && shape.words.length < 1_000) shape.words += text
      },
      onclosetag(name) {
        open.pop()
        if (skipping > 0) {
          skipping -= 1
          return
        }
        if (name === 'w:r' && run) {
          endRun(run)
          run = undefined
        }
        if (name === 'w:tbl') tables.pop()
        if (name === 'w:tc') cells.pop()
        if (name === 'w:txbxContent') boxes -= 1
        if (change && name === change.kind) {
          add('trackedChanges', `${changeWords[name] ?? ''}${change.words ? quoted(change.words) : '的段落或者行'}`)
          change = undefined
        }
        if (shape && name === shape.tag) {
          endShape(shape)
          shape = undefined
        }
      },
    },
    { xmlMode: true, decodeEntities: true },
  )
  return found
}

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
