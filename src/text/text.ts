import { z } from 'zod'
import { plainMarks } from './marks.ts'
import { lineOf, pathTooDeep } from './where.ts'

/**
 * The text of a record as a tree of blocks: what the editor writes, what a signature covers, what every form of output is
 * made from. Nothing else can stand in it, so a page made from it needs no cleaning.
 */
const Link = z.strictObject({
  type: z.literal('link'),
  attrs: z.strictObject({
    href: z
      .string()
      .max(2000)
      .regex(/^(?:https?:\/\/|mailto:|\/(?![/\\])|#)/i, '链接应以 http:// 或者 https:// 开头'),
  }),
})
const Mark = z.discriminatedUnion('type', [z.strictObject({ type: z.enum(plainMarks) }), Link])
export type Mark = z.infer<typeof Mark>

const Words = z.strictObject({ type: z.literal('text'), text: z.string().min(1), marks: z.array(Mark).optional() })
const Break = z.strictObject({ type: z.literal('hardBreak') })
export const Inline = z.discriminatedUnion('type', [Words, Break])
export type Inline = z.infer<typeof Inline>

const inlines = z.array(Inline).optional()
const Align = z.strictObject({ textAlign: z.enum(['left', 'center', 'right']).nullable() }).optional()

export const Paragraph = z.strictObject({ type: z.literal('paragraph'), attrs: Align, content: inlines })
export const Heading = z.strictObject({
  type: z.literal('heading'),
  attrs: z.strictObject({ level: z.union([z.literal(2), z.literal(3), z.literal(4)]) }),
  content: inlines,
})
/** A picture is a file of the record; without a text alternative it may be drafted but not published. */
export const Picture = z.strictObject({
  type: z.literal('image'),
  attrs: z.strictObject({ fileId: z.uuid(), alt: z.string().max(500) }),
})

const ListItem = z.strictObject({
  type: z.literal('listItem'),
  get content() {
    return z.array(Block)
  },
})
const List = z.strictObject({ type: z.enum(['bulletList', 'orderedList']), content: z.array(ListItem) })
const Quote = z.strictObject({
  type: z.literal('blockquote'),
  get content() {
    return z.array(Block)
  },
})
const span = z.number().int().min(1).max(100).optional()
const Cell = z.strictObject({
  type: z.enum(['tableCell', 'tableHeader']),
  attrs: z.strictObject({ colspan: span, rowspan: span }).optional(),
  get content() {
    return z.array(Block)
  },
})
const Row = z.strictObject({ type: z.literal('tableRow'), content: z.array(Cell) })
/** Widths of the columns against each other, in dots of the screen on which they were drawn; 0 is not set. */
const Widths = z.array(z.number().int().min(0).max(5000)).min(1).max(100)
const Table = z.strictObject({
  type: z.literal('table'),
  attrs: z.strictObject({ widths: Widths }).optional(),
  content: z.array(Row),
})

export type ListItem = { type: 'listItem'; content: Block[] }
export type TableCell = {
  type: 'tableCell' | 'tableHeader'
  attrs?: { colspan?: number | undefined; rowspan?: number | undefined } | undefined
  content: Block[]
}
export type TableRow = { type: 'tableRow'; content: TableCell[] }
export type Block =
  | z.infer<typeof Paragraph>
  | z.infer<typeof Heading>
  | z.infer<typeof Picture>
  | { type: 'bulletList' | 'orderedList'; content: ListItem[] }
  | { type: 'blockquote'; content: Block[] }
  | { type: 'table'; attrs?: { widths: number[] } | undefined; content: TableRow[] }
/** By its type, and not by trying one after the other: what is wrong deep inside would be tried again by each, at each depth. */
export const Block: z.ZodType<Block> = z.lazy(() =>
  z.discriminatedUnion('type', [Paragraph, Heading, Picture, List, Quote, Table]),
)

/** Levels of objects and arrays within a text, its words among them. */
const deepest = 48
/** What a body of JSON may nest that brings a text within a content: more than a text may, so that the text itself says where. */
export const textJsonDepth = 2 * deepest

const tooDeep = '层次过深，请减少列表、引用或者表格的嵌套'

const Tree = z.strictObject({ type: z.literal('doc'), content: z.array(Block) })

/** A text. What is wrong is told by the paragraph, as `paragraphsOf` counts: it is the path of the issue. */
export const Text = z.unknown().transform((value, context): z.infer<typeof Tree> => {
  const deep = pathTooDeep(value, deepest)
  const read = deep ? undefined : Tree.safeParse(value)
  if (read?.success) return read.data
  const issue = read?.error.issues[0]
  const line = lineOf(value, deep ?? issue?.path ?? [])
  const why = deep ? tooDeep : whyOf(issue?.path ?? [])
  context.addIssue({ code: 'custom', path: [line], message: `正文第${line + 1}段${why}` })
  return z.NEVER
})
export type Text = z.infer<typeof Tree>

const whyOf = (path: readonly PropertyKey[]): string =>
  path.includes('href')
    ? '的链接应以 http:// 或者 https:// 开头，不超过2000个字'
    : path.includes('alt')
      ? '的图片，替代文字不超过500个字'
      : '有网页不能显示的内容，请删去这一段，重新输入'

export const emptyText: Text = { type: 'doc', content: [] }
