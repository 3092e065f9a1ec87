import { childOf, isElement, type MarkupElement, type MarkupNode } from '../../typesetting/markup-tree.ts'
import { isOn, type Styles, valOf } from './styles.ts'

/** What lies behind words: white can be read on a dark ground, and who knows where a style of tables sets it. */
export type Ground = 'white' | 'dark' | 'unknown'

/** How a run is printed, whichever style says so. */
export interface RunLook {
  /** Not shown at all: hidden, white on white, or too small to be seen. */
  readonly isHidden: boolean
  /** White on a ground that is not known. */
  readonly isWhite: boolean
  readonly isStruck: boolean
  readonly isCapital: boolean
  readonly side: 'superscript' | 'subscript' | undefined
}

/** Half-points below which nobody reads. */
const smallest = 5
/** Half-points by which a run is raised where it means an exponent, and not an adjustment of the line. */
const raised = 4

/** `words` decide about runs that are raised without being called superscripts. */
export function lookOf(
  run: MarkupElement,
  styles: Styles,
  { paragraphStyle, ground }: { readonly paragraphStyle: string; readonly ground: Ground },
  words: string,
): RunLook {
  const own = childOf(run, 'w:rPr')
  const ofStyle = valOf(childOf(own, 'w:rStyle'))
  const layers = [
    ...(own ? [own] : []),
    ...(ofStyle === undefined ? [] : styles.runsOf(ofStyle)),
    ...styles.runsOf(paragraphStyle),
  ]
  const find = (name: string) => layers.map((layer) => childOf(layer, name)).find((found) => found !== undefined)
  const shade = find('w:shd')
  const highlight = valOf(find('w:highlight')) ?? 'none'
  const isLit = isDark(shade) || !/^(?:none|white)$/.test(highlight)
  const isPale = isWhite(valOf(find('w:color'))) && !isLit && ground !== 'dark'
  const size = Number(valOf(find('w:sz')) ?? 32)
  return {
    isHidden: (isOn(find('w:vanish')) ?? false) || (isPale && ground === 'white') || size < smallest,
    isWhite: isPale && ground === 'unknown',
    isStruck: (isOn(find('w:strike')) ?? false) || (isOn(find('w:dstrike')) ?? false),
    isCapital: isOn(find('w:caps')) ?? false,
    side: sideOf(valOf(find('w:vertAlign')), Number(valOf(childOf(own, 'w:position')) ?? 0), words),
  }
}

function sideOf(align: string | undefined, position: number, words: string): RunLook['side'] {
  if (align === 'superscript' || align === 'subscript') return align
  const isMark = /^[\p{Script=Latin}\p{Script=Greek}\p{N}+\-−–*°′″()（）]{1,8}$/u.test(words.trim())
  if (Math.abs(position) < raised || !isMark) return undefined
  return position > 0 ? 'superscript' : 'subscript'
}

const isWhite = (color: string | undefined): boolean => /^(?:f[0-9a-f]){3}$/i.test(color ?? '')

/** Whether a shading hides white words no more. */
export const isDark = (shade: MarkupElement | undefined): boolean => {
  const { 'w:fill': fill = 'auto', 'w:val': pattern = 'clear' } = shade?.attributes ?? {}
  return pattern === 'solid' || (fill !== 'auto' && !isWhite(fill))
}

const replaced = new Set(['w:vanish', 'w:strike', 'w:dstrike', 'w:vertAlign', 'w:caps', 'w:rPrChange', 'w:ins'])

/** The properties of a run, with what its styles say written into them. */
export function propertiesOf(own: MarkupElement | undefined, { isStruck, side }: RunLook): MarkupElement {
  const kept = (own?.children ?? []).filter((child) => isElement(child) && !replaced.has(child.name))
  const added: MarkupNode[] = [
    ...(isStruck ? [mark('w:strike', 'true')] : []),
    ...(side ? [mark('w:vertAlign', side)] : []),
  ]
  return { name: 'w:rPr', attributes: {}, children: [...kept, ...added] }
}

const mark = (name: string, value: string): MarkupElement => ({ name, attributes: { 'w:val': value }, children: [] })
