import { numeral } from '../../../files/word-page/numerals.ts'
import {
  childrenOf,
  foundIn,
  isElement,
  type MarkupElement,
  type MarkupNode,
} from '../../../typesetting/markup-tree.ts'
import { styleOf } from './pasted-styles.ts'

const bullets = /^[·•●○◦o§□■◆◇➢✓\uf000-\uf0ff\-–—*lnuØvü]$/

interface Item {
  readonly paragraph: MarkupElement
  /** Which of the document's lists it belongs to. */
  readonly list: string
  readonly level: number
  readonly mark: string
}

/**
 * Word and WPS write list items as paragraphs that begin with their mark. Bullets, and numbers that count 1, 2, 3, become
 * lists; every other numbering (一、 （一） 第一条, or from 3 on) stays as the words that it is, so that no number changes.
 */
export function withLists(nodes: readonly MarkupNode[]): MarkupNode[] {
  const out: MarkupNode[] = []
  let run: Item[] = []
  const flush = () => {
    out.push(...listsOf(run))
    run = []
  }
  for (const node of nodes) {
    const item = isElement(node) ? itemOf(node) : undefined
    if (item) {
      if (run.length > 0 && run[0]?.list !== item.list) flush()
      run.push(item)
      continue
    }
    if (!isElement(node) && node.trim() === '' && run.length > 0) continue
    flush()
    out.push(...(isElement(node) ? within(node) : [node]))
  }
  flush()
  return out
}

function within(element: MarkupElement): MarkupNode[] {
  const whole = { ...element, children: withLists(element.children) }
  return element.name === 'ol' && !isPlain(element) ? writtenOut(whole) : [whole]
}

const isMarker = (element: MarkupElement): boolean => /mso-list\s{0,9}:\s{0,9}ignore/i.test(styleOf(element))

function itemOf(paragraph: MarkupElement): Item | undefined {
  const [, list = '', level] =
    /mso-list\s{0,9}:\s{0,9}([^;\s]{0,40})[^;]{0,40}?level(\d)/i.exec(styleOf(paragraph)) ?? []
  const [marker] = foundIn(paragraph, isMarker)
  if (!level || !marker || paragraph.name !== 'p') return undefined
  const mark = wordsIn(marker).replace(/[\s\u00a0]+/g, '')
  return { paragraph: withoutMarker(paragraph), list, level: Number(level), mark }
}

const wordsIn = (node: MarkupNode): string => (isElement(node) ? node.children.map(wordsIn).join('') : node)

const withoutMarker = (element: MarkupElement): MarkupElement => ({
  ...element,
  children: element.children.flatMap((child): MarkupNode[] =>
    !isElement(child) ? [child] : isMarker(child) ? [] : [withoutMarker(child)],
  ),
})

function listsOf(items: readonly Item[]): MarkupElement[] {
  if (items.length > 0 && isCounted(items)) return nested(items, 'ol')
  const groups: Item[][] = []
  for (const item of items) {
    const last = groups.at(-1)
    if (last?.[0] && bullets.test(last[0].mark) === bullets.test(item.mark)) last.push(item)
    else groups.push([item])
  }
  return groups.flatMap((group) => (bullets.test(group[0]?.mark ?? '') ? nested(group, 'ul') : group.map(numbered)))
}

function isCounted(items: readonly Item[]): boolean {
  const counts = new Map<number, number>()
  return items.every(({ mark, level }) => {
    for (const deeper of [...counts.keys()]) if (deeper > level) counts.delete(deeper)
    const next = (counts.get(level) ?? 0) + 1
    counts.set(level, next)
    return mark === `${next}.` || mark === `${next}．`
  })
}

const numbered = ({ paragraph, mark }: Item): MarkupElement => ({
  ...paragraph,
  children: [/[\x21-\x7e]$/.test(mark) ? `${mark} ` : mark, ...paragraph.children],
})

interface Growing {
  readonly level: number
  readonly list: {
    readonly name: string
    readonly attributes: Record<string, string>
    readonly children: MarkupElement[]
  }
}

/** One in another as far as they go down, with no empty item on the way. */
function nested(items: readonly Item[], name: 'ul' | 'ol'): MarkupElement[] {
  const outermost: MarkupElement[] = []
  const open: Growing[] = []
  /** What stands in the last item of each open list. */
  const contents: MarkupNode[][] = []
  for (const { paragraph, level } of items) {
    let left: Growing | undefined
    while ((open.at(-1)?.level ?? 0) > level) {
      left = open.pop()
      contents.pop()
    }
    // A list that began further in goes on further out.
    if (left && open.length === 0) {
      open.push({ level, list: left.list })
      contents.push([])
    }
    if ((open.at(-1)?.level ?? 0) < level) {
      const list = { name, attributes: {}, children: [] }
      const above = contents.at(-1)
      if (above) above.push(list)
      else outermost.push(list)
      open.push({ level, list })
      contents.push([])
    }
    const content: MarkupNode[] = [paragraph]
    contents[contents.length - 1] = content
    open.at(-1)?.list.children.push({ name: 'li', attributes: {}, children: content })
  }
  return outermost
}

const forms: Readonly<Record<string, string>> = {
  a: 'lowerLetter',
  A: 'upperLetter',
  i: 'lowerRoman',
  I: 'upperRoman',
  'lower-alpha': 'lowerLetter',
  'upper-alpha': 'upperLetter',
  'lower-latin': 'lowerLetter',
  'upper-latin': 'upperLetter',
  'lower-roman': 'lowerRoman',
  'upper-roman': 'upperRoman',
  'decimal-leading-zero': 'decimalZero',
  'cjk-ideographic': 'chineseCounting',
  'simp-chinese-informal': 'chineseCounting',
  'cjk-decimal': 'ideographDigital',
  'simp-chinese-formal': 'chineseLegalSimplified',
  'cjk-heavenly-stem': 'ideographTraditional',
  'cjk-earthly-branch': 'ideographZodiac',
}

function formOf(list: MarkupElement): string {
  const [, ofStyle = ''] = /list-style(?:-type)?\s{0,9}:\s{0,9}([a-z-]{1,40})/i.exec(styleOf(list)) ?? []
  return forms[ofStyle.toLowerCase()] ?? forms[list.attributes.type ?? ''] ?? 'decimal'
}

const startOf = (value: string | undefined): number | undefined => {
  const count = Number.parseInt(value ?? '', 10)
  return Number.isFinite(count) ? count : undefined
}

/** A list that counts 1, 2, 3 and nothing else: only that may stay one. */
const isPlain = (list: MarkupElement): boolean =>
  formOf(list) === 'decimal' &&
  (startOf(list.attributes.start) ?? 1) === 1 &&
  !('reversed' in list.attributes) &&
  childrenOf(list, 'li').every(({ attributes }) => attributes.value === undefined)

/** Every other list becomes paragraphs with the numbers that were shown. */
function writtenOut(list: MarkupElement): MarkupElement[] {
  const form = formOf(list)
  const items = childrenOf(list, 'li')
  const step = 'reversed' in list.attributes ? -1 : 1
  let count = startOf(list.attributes.start) ?? (step < 0 ? items.length : 1)
  return items.map((item) => {
    count = startOf(item.attributes.value) ?? count
    const number = numeral(count, form) ?? String(count)
    count += step
    const [first, ...more] = item.children.filter((child) => isElement(child) || child.trim() !== '')
    const label = /[\x21-\x7e]$/.test(number) ? `${number}. ` : `${number}、`
    const inner =
      first && isElement(first, 'p')
        ? [{ ...first, children: [label, ...first.children] }, ...more]
        : [label, ...(first === undefined ? [] : [first, ...more])]
    return { name: 'div', attributes: {}, children: inner }
  })
}
