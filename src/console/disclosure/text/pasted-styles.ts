import { isElement, type MarkupElement, type MarkupNode } from '../../../typesetting/markup-tree.ts'

/** What sheet programs and Word say of classes, so that it can be read at each element: `.xl65{text-decoration:line-through}`. */
export function classStyles(html: string): ReadonlyMap<string, string> {
  const styles = new Map<string, string>()
  const [, ...sheets] = html.split(/<style[^>]{0,200}>/i)
  for (const sheet of sheets) {
    const rules = sheet.slice(0, sheet.search(/<\/style/i)).split('}')
    for (const rule of rules) {
      const [selector = '', body] = rule.split('{')
      const [, name] = /\.([\w-]{1,60})\s{0,9}$/.exec(selector) ?? []
      if (name !== undefined && body !== undefined) styles.set(name, `${styles.get(name) ?? ''};${body}`)
    }
  }
  return styles
}

/** The tree with the styles of classes written at each element, before its own. */
export function withClassStyles(nodes: readonly MarkupNode[], styles: ReadonlyMap<string, string>): MarkupNode[] {
  if (styles.size === 0) return [...nodes]
  return nodes.map((node) => {
    if (!isElement(node)) return node
    const classes = (node.attributes.class ?? '').split(/\s+/)
    const ofClasses = classes.flatMap((name) => styles.get(name) ?? [])
    const children = withClassStyles(node.children, styles)
    const style = [...ofClasses, node.attributes.style ?? ''].join(';')
    return ofClasses.length === 0
      ? { ...node, children }
      : { ...node, attributes: { ...node.attributes, style }, children }
  })
}

export const styleOf = ({ attributes }: MarkupElement): string => attributes.style ?? ''
