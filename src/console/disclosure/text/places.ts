import type { Node } from '@tiptap/pm/model'

/** Where in the editor the paragraph begins that `paragraphsOf` counts as `wanted`; undefined when there is none. */
export function positionOf(doc: Node, wanted: number): number | undefined {
  let at = -1
  let found: number | undefined
  doc.descendants((node, position) => {
    if (found !== undefined) return false
    const isLine = node.isTextblock || node.type.name === 'image' || node.type.name === 'tableRow'
    if (!isLine) return true
    at += 1
    if (at === wanted) found = position
    return false
  })
  return found
}
