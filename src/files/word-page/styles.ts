import { childOf, childrenOf, type MarkupElement, markupTree } from '../../typesetting/markup-tree.ts'

/** Which list and level; either may come from elsewhere. */
export interface ListPlace {
  readonly list: string | undefined
  readonly level: number | undefined
}

/** What styles say, each with all that it is based on. */
export interface Styles {
  readonly listOf: (style: string) => ListPlace
  /** Properties of runs, the style's own first, then of what it is based on. */
  readonly runsOf: (style: string) => readonly MarkupElement[]
  /** The style of paragraphs that name none. */
  readonly usual: string
  /** The list that a style of lists stands for. */
  readonly listOfStyle: (style: string) => string | undefined
}

export const valOf = (element: MarkupElement | undefined): string | undefined => element?.attributes['w:val']

/** An on-off property: there and not said to be off. */
export const isOn = (element: MarkupElement | undefined): boolean | undefined =>
  element && !/^(?:0|false|off|none)$/.test(valOf(element) ?? '')

export const listPlaceOf = (properties: MarkupElement | undefined): ListPlace => {
  const place = childOf(properties, 'w:numPr')
  const level = valOf(childOf(place, 'w:ilvl'))
  return { list: valOf(childOf(place, 'w:numId')), level: level === undefined ? undefined : Number(level) || 0 }
}

/** A style based on itself, by way of others, ends where it comes back. */
const mostBases = 20

/** Reads styles.xml; an empty one has no styles. */
export function readStyles(xml: string): Styles {
  const styles = new Map<string, MarkupElement>()
  let usual = ''
  for (const style of childrenOf(childOf(markupTree(xml, 'xml'), 'w:styles'), 'w:style')) {
    const id = style.attributes['w:styleId'] ?? ''
    styles.set(id, style)
    const isUsual =
      style.attributes['w:type'] === 'paragraph' && /^(?:1|true|on)$/.test(style.attributes['w:default'] ?? '')
    if (isUsual) usual = id
  }
  const chains = new Map<string, readonly MarkupElement[]>()
  const chainOf = (id: string): readonly MarkupElement[] => {
    const known = chains.get(id)
    if (known) return known
    const chain: MarkupElement[] = []
    for (let style = styles.get(id); style && chain.length < mostBases; ) {
      chain.push(style)
      style = styles.get(valOf(childOf(style, 'w:basedOn')) ?? '')
    }
    chains.set(id, chain)
    return chain
  }
  const listOf = (id: string): ListPlace => {
    const places = chainOf(id).map((style) => listPlaceOf(childOf(style, 'w:pPr')))
    return {
      list: places.find(({ list }) => list !== undefined)?.list,
      level: places.find(({ level }) => level !== undefined)?.level,
    }
  }
  return {
    listOf,
    runsOf: (id) => chainOf(id).flatMap((style) => childrenOf(style, 'w:rPr')),
    usual,
    listOfStyle: (id) => listOf(id).list,
  }
}
