import { parseMarkup } from '../../documents/parse-markup.ts'

interface Level {
  readonly format: string
  /** `%1、`, `（%2）`. */
  readonly text: string
  readonly start: number
}
interface List {
  readonly abstract: string
  readonly restarts: ReadonlyMap<number, number>
}

/** The automatic numbers of a Word document, as the words that Word would print. */
export interface Numbering {
  /** `一、` for the next paragraph of that list and level; undefined where it is a list for HTML: `•` and `1.`. */
  readonly labelFor: (list: string, level: number) => string | undefined
  /** Lists that come with a style of paragraph. */
  readonly ofStyle: ReadonlyMap<string, { readonly list: string; readonly level: number }>
}

/** Reads numbering.xml and styles.xml. Without it 一、 and （一） would be lost, or become 1. */
export function readNumbering(numberingXml: string, stylesXml: string): Numbering {
  const { levels, lists } = readLists(numberingXml)
  const counters = new Map<string, number[]>()
  const started = new Set<string>()
  return {
    ofStyle: readStyles(stylesXml),
    labelFor: (id, level) => {
      const list = lists.get(id)
      const own = list && levels.get(`${list.abstract} ${level}`)
      if (!list || !own || own.format === 'bullet' || own.format === 'none' || isPlain(own, level)) return undefined
      const counts = counters.get(list.abstract) ?? []
      counters.set(list.abstract, counts)
      const restart = list.restarts.get(level)
      if (restart !== undefined && !started.has(`${id} ${level}`)) counts[level] = restart
      else counts[level] = counts[level] === undefined ? own.start : counts[level] + 1
      started.add(`${id} ${level}`)
      counts.length = level + 1
      return own.text.replace(/%([1-9])/g, (_, place: string) => {
        const at = Number(place) - 1
        const of = levels.get(`${list.abstract} ${at}`)
        return numeral(counts[at] ?? of?.start ?? 1, of?.format ?? 'decimal')
      })
    },
  }
}

const isPlain = ({ format, text }: Level, level: number): boolean => format === 'decimal' && text === `%${level + 1}.`

function readLists(xml: string): { levels: Map<string, Level>; lists: Map<string, List> } {
  const levels = new Map<string, Level>()
  const lists = new Map<string, List>()
  let [abstract, list, level] = ['', '', 0]
  let facts = { format: 'decimal', text: '', start: 1 }
  let restarts = new Map<number, number>()
  parseMarkup(
    xml,
    {
      onopentag(name, given) {
        const value = given['w:val'] ?? ''
        if (name === 'w:abstractNum') abstract = given['w:abstractNumId'] ?? ''
        else if (name === 'w:num') [list, restarts] = [given['w:numId'] ?? '', new Map()]
        else if (name === 'w:abstractNumId') lists.set(list, { abstract: value, restarts })
        else if (name === 'w:lvl') {
          level = Number(given['w:ilvl'] ?? 0)
          facts = { format: 'decimal', text: '', start: 1 }
        } else if (name === 'w:lvlOverride') level = Number(given['w:ilvl'] ?? 0)
        else if (name === 'w:numFmt') facts.format = value
        else if (name === 'w:lvlText') facts.text = value
        else if (name === 'w:start') facts.start = Number(value) || 0
        else if (name === 'w:startOverride') restarts.set(level, Number(value) || 0)
      },
      onclosetag(name) {
        if (name === 'w:lvl' && abstract) levels.set(`${abstract} ${level}`, facts)
        if (name === 'w:abstractNum') abstract = ''
      },
    },
    { xmlMode: true, decodeEntities: true },
  )
  return { levels, lists }
}

function readStyles(xml: string): Map<string, { list: string; level: number }> {
  const found = new Map<string, { list: string; level: number }>()
  let style = ''
  let level = 0
  parseMarkup(
    xml,
    {
      onopentag(name, given) {
        if (name === 'w:style') [style, level] = [given['w:styleId'] ?? '', 0]
        else if (name === 'w:ilvl') level = Number(given['w:val'] ?? 0)
        else if (name === 'w:numId' && style) found.set(style, { list: given['w:val'] ?? '', level })
      },
      onclosetag(name) {
        const own = found.get(style)
        if (name === 'w:numPr' && own) found.set(style, { ...own, level })
        if (name === 'w:style') style = ''
      },
    },
    { xmlMode: true, decodeEntities: true },
  )
  return found
}

const chinese = /^(?:chinese|japanese|taiwanese|ideograph|korean)/i
const digits = '〇一二三四五六七八九'

/** 1 as 一, ①, A or 1. */
function numeral(count: number, format: string): string {
  if (chinese.test(format)) return chineseNumeral(count)
  if (/EnclosedCircle/.test(format) && count >= 1 && count <= 20) return String.fromCodePoint(0x245f + count)
  if (/^(?:upper|lower)Letter$/.test(format) && count >= 1 && count <= 26)
    return String.fromCharCode((format === 'upperLetter' ? 64 : 96) + count)
  return String(count)
}

/** 一 … 九十九, 一百〇一; lists are not longer. */
function chineseNumeral(count: number): string {
  if (count < 0 || count > 999) return String(count)
  const digit = (value: number) => digits.charAt(value)
  if (count < 10) return digit(count)
  const [hundreds, tens, ones] = [Math.floor(count / 100), Math.floor(count / 10) % 10, count % 10]
  const rest = ones === 0 ? '' : digit(ones)
  if (hundreds === 0) return `${tens === 1 ? '' : digit(tens)}十${rest}`
  if (tens === 0) return `${digit(hundreds)}百${rest && `零${rest}`}`
  return `${digit(hundreds)}百${digit(tens)}十${rest}`
}
