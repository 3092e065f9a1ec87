import type { JSONContent } from '@tiptap/core'
import { columnStarts } from '../../../text/columns.ts'
import { plainMarks } from '../../../text/marks.ts'
import type { Block, Inline, ListItem, Mark, TableCell, TableRow, Text } from '../../../text/text.ts'

/** What the editor holds, as a text: what it adds of its own (starts, empty last lines) does not come along. */
export function textFromEditor(doc: JSONContent): Text {
  const content = blocksOf(doc)
  while (isBlank(content.at(-1))) content.pop()
  return { type: 'doc', content }
}

/** A text for the editor, which needs a line to write on wherever there is none. */
export const editorFromText = (text: Text): JSONContent => nodeOf({ type: 'doc', content: filled(text.content) })

type Node = Text | Block | ListItem | TableRow | TableCell | Inline

/** The same as the editor's library writes its type: what it holds it may change. */
function nodeOf(node: Node): JSONContent {
  const { type } = node
  if (type === 'table') return { type, content: rowsOf(node) }
  return {
    type,
    ...('attrs' in node && node.attrs ? { attrs: { ...node.attrs } } : {}),
    ...('content' in node && node.content ? { content: node.content.map(nodeOf) } : {}),
    ...('text' in node ? { text: node.text } : {}),
    ...('marks' in node && node.marks ? { marks: node.marks.map((mark) => ({ ...mark })) } : {}),
  }
}

/** Each cell has the widths of its columns. */
function rowsOf({ attrs, content }: Extract<Block, { type: 'table' }>): JSONContent[] {
  const starts = columnStarts(content)
  return content.map((row, at) => ({
    type: row.type,
    content: row.content.map((cell, index) => {
      const start = starts[at]?.[index] ?? 0
      const colwidth = attrs?.widths.slice(start, start + (cell.attrs?.colspan ?? 1))
      const node = nodeOf(cell)
      return colwidth?.some((width) => width > 0) ? { ...node, attrs: { ...node.attrs, colwidth } } : node
    }),
  }))
}

const isBlank = (block: Block | undefined): boolean =>
  block?.type === 'paragraph' && (block.content ?? []).every((each) => each.type === 'text' && each.text.trim() === '')

const blocksOf = ({ content = [] }: JSONContent): Block[] => content.flatMap(blockOf)

function blockOf(node: JSONContent): Block[] {
  const content = inlinesOf(node)
  const inline = content.length > 0 ? { content } : {}
  switch (node.type) {
    case 'paragraph': {
      const side = node.attrs?.textAlign
      const isSet = side === 'left' || side === 'center' || side === 'right'
      return [{ type: 'paragraph', ...(isSet ? { attrs: { textAlign: side } } : {}), ...inline }]
    }
    case 'heading': {
      const { level } = node.attrs ?? {}
      return [{ type: 'heading', attrs: { level: level === 3 || level === 4 ? level : 2 }, ...inline }]
    }
    case 'image':
      return [{ type: 'image', attrs: { fileId: String(node.attrs?.fileId), alt: String(node.attrs?.alt ?? '') } }]
    case 'bulletList':
    case 'orderedList':
      return [
        {
          type: node.type,
          content: (node.content ?? []).map((item) => ({ type: 'listItem', content: blocksOf(item) })),
        },
      ]
    case 'blockquote':
      return [{ type: 'blockquote', content: blocksOf(node) }]
    case 'table':
      return [
        {
          type: 'table',
          ...widthsOf(node.content?.[0]),
          content: (node.content ?? []).map((row) => ({ type: 'tableRow', content: (row.content ?? []).map(cellOf) })),
        },
      ]
    default:
      return []
  }
}

/** The widths of the columns, as the first row has them; none where none was drawn. */
function widthsOf(row: JSONContent | undefined): { attrs?: { widths: number[] } } {
  const widths = (row?.content ?? []).flatMap(({ attrs }) => {
    const own: unknown[] = Array.isArray(attrs?.colwidth) ? attrs.colwidth : []
    return Array.from({ length: Number(attrs?.colspan ?? 1) }, (_, at) => widthOf(own[at]))
  })
  return widths.some((width) => width > 0) ? { attrs: { widths } } : {}
}
const widest = 5000
const widthOf = (drawn: unknown): number => Math.min(widest, Math.max(0, Math.round(Number(drawn ?? 0)) || 0))

function cellOf({ type, attrs, ...node }: JSONContent): TableCell {
  const colspan = Number(attrs?.colspan ?? 1)
  const rowspan = Number(attrs?.rowspan ?? 1)
  const spans = { ...(colspan > 1 ? { colspan } : {}), ...(rowspan > 1 ? { rowspan } : {}) }
  return {
    type: type === 'tableHeader' ? 'tableHeader' : 'tableCell',
    ...(Object.keys(spans).length > 0 ? { attrs: spans } : {}),
    content: blocksOf(node),
  }
}

const inlinesOf = ({ content = [] }: JSONContent): Inline[] =>
  content.flatMap((node): Inline[] => {
    if (node.type === 'hardBreak') return [{ type: 'hardBreak' }]
    if (node.type !== 'text' || !node.text) return []
    const marks = (node.marks ?? []).flatMap(markOf)
    return [{ type: 'text', text: node.text, ...(marks.length > 0 ? { marks } : {}) }]
  })

function markOf({ type, attrs }: { readonly type: string; readonly attrs?: Record<string, unknown> }): Mark[] {
  const plain = plainMarks.find((each) => each === type)
  if (plain) return [{ type: plain }]
  return type === 'link' ? [{ type, attrs: { href: String(attrs?.href) } }] : []
}

const line: Block = { type: 'paragraph' }
const filled = (blocks: readonly Block[]): Block[] => (blocks.length > 0 ? blocks.map(fill) : [line])

function fill(block: Block): Block {
  switch (block.type) {
    case 'blockquote':
      return { ...block, content: filled(block.content) }
    case 'bulletList':
    case 'orderedList': {
      const items = block.content.map((item) => ({ ...item, content: filled(item.content) }))
      return { ...block, content: items.length > 0 ? items : [{ type: 'listItem', content: [line] }] }
    }
    case 'table':
      return {
        ...block,
        content: block.content.map((row) => ({
          ...row,
          content: row.content.map((cell) => ({ ...cell, content: filled(cell.content) })),
        })),
      }
    default:
      return block
  }
}
