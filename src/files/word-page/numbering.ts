import {
  childOf,
  childrenOf,
  foundIn,
  type MarkupElement,
  markupTree,
  unescapedXml,
} from '../../typesetting/markup-tree.ts'
import { isKnownFormat, numeral } from './numerals.ts'
import { isOn, type ListPlace, type Styles, valOf } from './styles.ts'

interface Level {
  readonly format: string
  /** `%1、`, `（%2）`. */
  readonly text: string
  readonly start: number
  /** It begins anew after levels above this one; 0: never. Left out: after each above its own. */
  readonly restart: number | undefined
  readonly suffix: string
  /** All numbers in its text are printed as 1, 2, 3. */
  readonly isLegal: boolean
  readonly isHidden: boolean
  /** Paragraphs of this style are of this level. */
  readonly style: string | undefined
}
interface Override {
  readonly start: number | undefined
  readonly level: Level | undefined
}
interface List {
  readonly abstract: string
  readonly overrides: ReadonlyMap<number, Override>
}

/** What Word prints before a paragraph. */
export type Label =
  | { readonly kind: 'words'; readonly words: string }
  /** A bullet, of which no number is known. */
  | { readonly kind: 'bullet' }

/** The automatic numbers of a Word document, as the words that Word would print. */
export interface Numbering {
  /** Counts, and gives what is printed before the next paragraph in this place; undefined where nothing is. */
  readonly labelFor: (own: ListPlace, style: string) => Label | undefined
  /** Forms of numbers that are not known, and printed as 1, 2, 3. */
  readonly unknownFormats: ReadonlySet<string>
}

const deepest = 9

/** Reads numbering.xml. Without it 一、 and （一） would be lost, or become 1. */
export function readNumbering(xml: string, styles: Styles): Numbering {
  const root = childOf(markupTree(xml, 'xml'), 'w:numbering')
  const { levels, links } = readLevels(root)
  const lists = readLists(root)
  const unknownFormats = new Set<string>()
  /** How far each level of each definition has come; lists of one definition count on together. */
  const counters = new Map<string, (number | undefined)[]>()
  const begun = new Set<string>()

  /** The definition itself, where one only names a style of lists. */
  const resolved = (id: string, tries = 0): List | undefined => {
    const list = lists.get(id)
    const link = list && links.get(list.abstract)
    if (!list || link === undefined || tries > 5) return list
    const other = resolved(styles.listOfStyle(link) ?? '', tries + 1)
    return other && { abstract: other.abstract, overrides: new Map([...other.overrides, ...list.overrides]) }
  }

  const labelFor = (own: ListPlace, style: string): Label | undefined => {
    const ofStyle = styles.listOf(style)
    const id = own.list ?? ofStyle.list
    const list = id === undefined || id === '0' ? undefined : resolved(id)
    if (id === undefined || !list) return undefined
    const levelAt = (at: number) => list.overrides.get(at)?.level ?? levels.get(list.abstract)?.get(at)
    const startOf = (at: number) => list.overrides.get(at)?.start ?? levelAt(at)?.start ?? 1
    // A definition that names the style says its level, whatever the style says (17.9.23).
    const level = Math.min(own.level ?? levelOfStyle(style, levelAt) ?? ofStyle.level ?? 0, deepest - 1)
    const definition = levelAt(level)
    if (!definition) return undefined

    const counts = counters.get(list.abstract) ?? []
    counters.set(list.abstract, counts)
    const override = list.overrides.get(level)?.start
    const isFirst = override !== undefined && !begun.has(`${id} ${level}`)
    begun.add(`${id} ${level}`)
    const before = counts[level]
    counts[level] = isFirst || before === undefined ? startOf(level) : before + 1
    for (let deeper = level + 1; deeper < deepest; deeper += 1)
      if (restartsAfter(level, levelAt(deeper)?.restart, deeper)) counts[deeper] = undefined

    if (definition.format === 'bullet') return { kind: 'bullet' }
    if (definition.isHidden) return undefined
    const printed = definition.text.replace(/%([1-9])/g, (_, place: string) => {
      const at = Number(place) - 1
      const format = levelAt(at)?.format ?? 'decimal'
      if (!isKnownFormat(format)) unknownFormats.add(format)
      const isPlain = definition.isLegal && format !== 'none' && format !== 'bullet'
      const count = counts[at] ?? startOf(at)
      return numeral(count, isPlain ? 'decimal' : format) ?? String(count)
    })
    return printed === '' ? undefined : { kind: 'words', words: printed + gapAfter(printed, definition.suffix) }
  }
  return { labelFor, unknownFormats }
}

/** Whether a paragraph of one level lets a deeper one begin anew (17.9.10). A rule that names no level above is none. */
const restartsAfter = (level: number, rule: number | undefined, deeper: number): boolean =>
  rule === undefined || rule > deeper ? true : level < rule

function levelOfStyle(style: string, levelAt: (at: number) => Level | undefined): number | undefined {
  if (style === '') return undefined
  for (let at = 0; at < deepest; at += 1) if (levelAt(at)?.style === style) return at
  return undefined
}

/** A tab is the look of a number like 一、, but all that keeps 第一条 or 1.1 from the words behind it. */
const gapAfter = (printed: string, suffix: string): string => {
  if (suffix === 'nothing' || /\s$/.test(printed)) return ''
  if (suffix === 'space') return ' '
  return /[、，。．：；）〕】》]$/.test(printed) ? '' : ' '
}

function readLevels(root: MarkupElement | undefined) {
  const levels = new Map<string, ReadonlyMap<number, Level>>()
  const links = new Map<string, string>()
  for (const abstract of childrenOf(root, 'w:abstractNum')) {
    const id = abstract.attributes['w:abstractNumId'] ?? ''
    const link = valOf(childOf(abstract, 'w:numStyleLink'))
    if (link !== undefined) links.set(id, link)
    levels.set(
      id,
      new Map(childrenOf(abstract, 'w:lvl').map((level) => [Number(level.attributes['w:ilvl'] ?? 0), levelOf(level)])),
    )
  }
  return { levels, links }
}

const readLists = (root: MarkupElement | undefined): Map<string, List> =>
  new Map(
    childrenOf(root, 'w:num').map((list) => [
      list.attributes['w:numId'] ?? '',
      {
        abstract: valOf(childOf(list, 'w:abstractNumId')) ?? '',
        overrides: new Map(childrenOf(list, 'w:lvlOverride').map(overrideOf)),
      },
    ]),
  )

function overrideOf(override: MarkupElement): [number, Override] {
  const level = childOf(override, 'w:lvl')
  const start = valOf(childOf(override, 'w:startOverride'))
  return [
    Number(override.attributes['w:ilvl'] ?? 0),
    { start: start === undefined ? undefined : Number(start) || 0, level: level && levelOf(level) },
  ]
}

function levelOf(level: MarkupElement): Level {
  // Forms of later versions of Word stand in an alternative.
  const [format] = foundIn(level, ({ name }) => name === 'w:numFmt')
  const restart = valOf(childOf(level, 'w:lvlRestart'))
  return {
    format: formatOf(format),
    text: unescapedXml(valOf(childOf(level, 'w:lvlText')) ?? ''),
    start: Number(valOf(childOf(level, 'w:start')) ?? 1) || 0,
    restart: restart === undefined ? undefined : Number(restart) || 0,
    suffix: valOf(childOf(level, 'w:suff')) ?? 'tab',
    isLegal: isOn(childOf(level, 'w:isLgl')) ?? false,
    isHidden: isOn(childOf(childOf(level, 'w:rPr'), 'w:vanish')) ?? false,
    style: valOf(childOf(level, 'w:pStyle')),
  }
}

const formatOf = (format: MarkupElement | undefined): string => {
  const value = valOf(format) ?? 'decimal'
  const [, first] = /^(0*1),/.exec(format?.attributes['w:format'] ?? '') ?? []
  return value === 'custom' && first !== undefined ? `custom ${first}` : value
}
