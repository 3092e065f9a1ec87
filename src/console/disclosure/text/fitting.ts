import { Fragment, type Node, type ResolvedPos, type Schema, Slice } from '@tiptap/pm/model'

/** How deep words may stand in the editor: each step is two levels of JSON, a link in them four more, of 48 in all. */
const deepest = 22

/** What is pasted, as paragraphs where it would lie too deep for a text that can be saved. */
export function fitting(slice: Slice, at: ResolvedPos, schema: Schema): Slice {
  const above = Math.max(0, at.depth - 1)
  if (above + depthOf(slice.content) <= deepest) return slice
  const lines: Node[] = []
  slice.content.descendants((node) => {
    if (!node.isTextblock) return true
    lines.push(schema.node('paragraph', null, node.content))
    return false
  })
  return new Slice(Fragment.from(lines), 0, 0)
}

function depthOf(content: Fragment): number {
  let deepestIn = 0
  content.forEach((node) => {
    deepestIn = Math.max(deepestIn, 1 + depthOf(node.content))
  })
  return deepestIn
}
