import { isUnseen } from '../colors.ts'
import { textOfXml } from '../inspect/xml-text.ts'
import { quoted, type Trace, tracesAt } from './traces.ts'

/** A part of a workbook by its name within the file; empty where there is none. */
export type Part = (name: string) => string

export interface SheetPart {
  readonly name: string
  readonly state: string
  readonly xml: string
}

const attribute = (tag: string, name: string): string =>
  textOfXml(Buffer.from(new RegExp(`\\b${name}="([^"]{0,500})"`).exec(tag)?.[1] ?? ''))
const tags = (xml: string, name: string): string[] =>
  [...xml.matchAll(new RegExp(`<(?:\\w{1,10}:)?${name}\\b([^<>]{0,2000})>`, 'g'))].map(([, given = '']) => given)
const isTrue = (text: string): boolean => text === '1' || text === 'true'

/** The sheets as the workbook lists them. */
export function sheetsOf(part: Part): SheetPart[] {
  const targets = new Map(
    tags(part('xl/_rels/workbook.xml.rels'), 'Relationship').map((tag) => [
      attribute(tag, 'Id'),
      attribute(tag, 'Target'),
    ]),
  )
  return tags(part('xl/workbook.xml'), 'sheet').map((tag) => {
    const target = targets.get(attribute(tag, 'r:id')) ?? ''
    return {
      name: attribute(tag, 'name'),
      state: attribute(tag, 'state'),
      xml: part(target.startsWith('/') ? target.slice(1) : `xl/${target}`),
    }
  })
}

const mostNamed = 20
const listed = (all: readonly string[]): string =>
  all.slice(0, mostNamed).join('、') + (all.length > mostNamed ? `等共${all.length}` : '')

/** What is hidden in a workbook and where: sheets, rows, columns, words that nobody sees. */
export function sheetMarks(sheets: readonly SheetPart[], styles: string): Trace[] {
  const looks = looksIn(styles)
  return sheets.flatMap(({ name, state, xml }) => {
    const of = `工作表“${name}”`
    const hiddenSheet = { hidden: '隐藏的', veryHidden: '深度隐藏的' }[state]
    const filled = filledIn(xml)
    const rows = tags(xml, 'row').filter(
      (tag) =>
        isTrue(attribute(tag, 'hidden')) ||
        attribute(tag, 'ht') === '0' ||
        (isBelow(attribute(tag, 'ht'), lowRow) && filled.rows.has(Number(attribute(tag, 'r')))),
    )
    const columns = tags(xml, 'col').filter(
      (tag) =>
        isTrue(attribute(tag, 'hidden')) ||
        attribute(tag, 'width') === '0' ||
        (isBelow(attribute(tag, 'width'), narrowColumn) && filled.hasColumn(tag)),
    )
    const isFiltered = /<(?:\w{1,10}:)?filterColumn\b/.test(xml)
    const unseen = unseenCells(xml, looks)
    return [
      ...tracesAt('hiddenContent', [
        ...(hiddenSheet ? [`${hiddenSheet}${of}`] : []),
        ...(rows.length > 0
          ? [`${of}${isFiltered ? '被筛选、隐藏' : '隐藏'}的第${listed(rows.map((tag) => attribute(tag, 'r')))}行`]
          : []),
        ...(columns.length > 0 ? [`${of}隐藏的${listed(columns.map(lettersOf))}列`] : []),
        ...(unseen.masked.length > 0 ? [`${of}的${listed(unseen.masked)}单元格（格式设为不显示）`] : []),
      ]),
      ...tracesAt('paleText', unseen.pale.length > 0 ? [`${of}的${listed(unseen.pale)}单元格`] : []),
      ...tracesAt(
        'coveredText',
        unseen.barred.length > 0 ? [`${of}的${listed(unseen.barred)}单元格（与底色相同）`] : [],
      ),
      ...tracesAt('tinyText', unseen.tiny.length > 0 ? [`${of}的${listed(unseen.tiny)}单元格`] : []),
    ]
  })
}

/** In points, and in signs: nobody sees what stands there, or that it is there. Empty ones only set lines apart. */
const [lowRow, narrowColumn] = [2, 0.5]
const isBelow = (text: string, bound: number): boolean => text !== '' && Number(text) < bound

/** Where something stands. */
function filledIn(xml: string) {
  const rows = new Set<number>()
  const columns = new Set<number>()
  for (const { 1: given = '' } of xml.matchAll(/<(?:\w{1,10}:)?c\b([^<>]{0,300})(?<!\/)>/g)) {
    const [, column = '', row = ''] = /^([A-Z]{1,3})(\d{1,7})$/.exec(attribute(given, 'r')) ?? []
    rows.add(Number(row))
    columns.add([...column].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0))
  }
  const hasColumn = (tag: string) =>
    [...columns].some((column) => column >= Number(attribute(tag, 'min')) && column <= Number(attribute(tag, 'max')))
  return { rows, hasColumn }
}

const letters = (index: number): string =>
  (index > 26 ? letters(Math.floor((index - 1) / 26)) : '') + String.fromCharCode(65 + ((index - 1) % 26))
const lettersOf = (tag: string): string => {
  const [from, to] = [Number(attribute(tag, 'min')), Number(attribute(tag, 'max'))]
  return from === to || !(to > from) ? letters(from) : `${letters(from)}至${letters(Math.min(to, 16_384))}`
}

type Unseen = 'pale' | 'barred' | 'tiny' | 'masked'

/** By the number of a cell's style: why nobody sees what stands in it. */
function looksIn(styles: string): ReadonlyMap<string, Unseen> {
  const within = (xml: string, name: string) => {
    const from = xml.search(new RegExp(`<${name}\\b`))
    const to = from < 0 ? -1 : xml.indexOf(`</${name}>`, from)
    return to < 0 ? '' : xml.slice(from, to)
  }
  const pieces = (xml: string, name: string) => xml.split(new RegExp(`<${name}\\b`)).slice(1)
  const color = (xml: string, name: string): string | undefined => {
    const tag = new RegExp(`<${name}\\b([^<>]{0,300})>`).exec(xml)?.[1] ?? ''
    if (attribute(tag, 'tint')) return undefined
    const rgb = attribute(tag, 'rgb')
    return rgb ? rgb.slice(-6).toUpperCase() : { '0': 'FFFFFF', '1': '000000' }[attribute(tag, 'theme')]
  }
  const fonts = pieces(within(styles, 'fonts'), 'font').map((xml) => ({
    color: color(xml, 'color'),
    size: Number(attribute(/<sz\b([^<>]{0,100})>/.exec(xml)?.[1] ?? '', 'val') || 11),
  }))
  const fills = pieces(within(styles, 'fills'), 'fill').map((xml) =>
    /patternType="solid"/.test(xml)
      ? (color(xml, 'fgColor') ?? 'unknown')
      : /gradientFill/.test(xml)
        ? 'unknown'
        : 'FFFFFF',
  )
  const masks = new Set(
    tags(styles, 'numFmt').flatMap((tag) =>
      /^;;;+(?:@?)$|^"";/.test(attribute(tag, 'formatCode')) ? [attribute(tag, 'numFmtId')] : [],
    ),
  )
  const found = new Map<string, Unseen>()
  tags(within(styles, 'cellXfs'), 'xf').forEach((tag, index) => {
    const font = fonts[Number(attribute(tag, 'fontId'))]
    const fill = fills[Number(attribute(tag, 'fillId'))] ?? 'FFFFFF'
    const why = masks.has(attribute(tag, 'numFmtId'))
      ? 'masked'
      : font && font.size < 2
        ? 'tiny'
        : fill !== 'unknown' && isUnseen(font?.color ?? '000000', fill)
          ? fill === 'FFFFFF'
            ? 'pale'
            : 'barred'
          : undefined
    if (why) found.set(String(index), why)
  })
  return found
}

function unseenCells(xml: string, looks: ReadonlyMap<string, Unseen>): Record<Unseen, string[]> {
  const found: Record<Unseen, string[]> = { pale: [], barred: [], tiny: [], masked: [] }
  if (looks.size === 0) return found
  for (const { 1: given = '', index, 0: whole } of xml.matchAll(/<c\b([^<>]{0,300})>/g)) {
    const why = looks.get(attribute(given, 's'))
    if (!why || given.endsWith('/')) continue
    if (/^<\/c>/.test(xml.slice(index + whole.length, index + whole.length + 4))) continue
    found[why].push(attribute(given, 'r'))
  }
  return found
}

/** Names that hold something themselves, or are hidden; those of the program's own are no matter. */
export function nameMarks(workbook: string): Trace[] {
  const found = [...workbook.matchAll(/<definedName\b([^<>]{0,1000})>([^<]{0,2000})</g)].flatMap(
    ([, given = '', said = '']) => {
      const name = attribute(given, 'name')
      if (/^_xlnm\./.test(name) || /^_xlfn/.test(name)) return []
      const what = isTrue(attribute(given, 'hidden')) ? '（隐藏）' : ''
      return [`${name}${what}${quoted(textOfXml(Buffer.from(said)))}`]
    },
  )
  return tracesAt('definedNames', found)
}
