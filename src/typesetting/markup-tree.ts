import { parseMarkup } from './parse-markup.ts'

/** An element of markup; a string is the words between elements. */
export interface MarkupElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly MarkupNode[]
}
export type MarkupNode = MarkupElement | string

interface Growing extends MarkupElement {
  readonly children: MarkupNode[]
}

/** Words of XML stay as they were written, with their entities; those of HTML are read. Throws `TooDeep`. */
export function markupTree(markup: string, kind: 'xml' | 'html'): MarkupElement {
  const root: Growing = { name: '', attributes: {}, children: [] }
  const open: Growing[] = [root]
  parseMarkup(
    markup,
    {
      onopentag(name, attributes) {
        const element: Growing = { name, attributes, children: [] }
        open.at(-1)?.children.push(element)
        open.push(element)
      },
      ontext(text) {
        open.at(-1)?.children.push(text)
      },
      onclosetag() {
        if (open.length > 1) open.pop()
      },
    },
    kind === 'xml' ? { xmlMode: true, decodeEntities: false } : { decodeEntities: true },
  )
  return root
}

export const isElement = (node: MarkupNode, name?: string): node is MarkupElement =>
  typeof node !== 'string' && (name === undefined || node.name === name)

export const childOf = (element: MarkupElement | undefined, name: string): MarkupElement | undefined =>
  element?.children.find((child): child is MarkupElement => isElement(child, name))

/** Children of this name; with `name` left out, all that are elements. */
export const childrenOf = (element: MarkupElement | undefined, name?: string): MarkupElement[] =>
  (element?.children ?? []).filter((child): child is MarkupElement => isElement(child, name))

/** Whatever stands inside, in the order of the document, the outermost of each; what `isFound` accepts is not looked into. */
export function foundIn(element: MarkupElement, isFound: (each: MarkupElement) => boolean): MarkupElement[] {
  return childrenOf(element).flatMap((child) => (isFound(child) ? [child] : foundIn(child, isFound)))
}

/** As XML. Attributes are quoted anew, everything else is as it came. */
export function writeXml(nodes: readonly MarkupNode[]): string {
  const out: string[] = []
  const write = (node: MarkupNode): void => {
    if (typeof node === 'string') {
      out.push(node)
      return
    }
    const attributes = Object.entries(node.attributes).map(
      ([name, value]) => ` ${name}="${value.replaceAll('"', '&quot;')}"`,
    )
    out.push(`<${node.name}${attributes.join('')}>`)
    for (const child of node.children) write(child)
    out.push(`</${node.name}>`)
  }
  for (const node of nodes) write(node)
  return out.join('')
}

/** Words as XML writes them. */
export const escapedXml = (words: string): string =>
  words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** What XML writes, as words. */
export const unescapedXml = (written: string): string =>
  written.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w{2,4}));/gi, (whole, hex, decimal, name) => {
    const code = hex ? Number.parseInt(hex, 16) : decimal ? Number(decimal) : undefined
    if (code !== undefined) return code <= 0x10ffff ? String.fromCodePoint(code) : ''
    return entities[String(name)] ?? whole
  })
