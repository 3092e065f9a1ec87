import { clippedRows } from './clipped-rows.ts'
import { filled, item, trimmed } from './filled.ts'
import type { Block, Inline, ListItem, Mark, TableCell, TableRow, Text } from './text.ts'

/** Where blocks go: the document, a quotation, an item, a cell. `cost` is how deep in JSON it lies. */
interface Frame {
  readonly kind: 'doc' | 'quote' | 'list' | 'item' | 'table' | 'row' | 'cell'
  readonly blocks: Block[]
  readonly cost: number
}
interface Line {
  readonly kind: 'paragraph' | 2 | 3 | 4
  readonly side: 'center' | 'right' | null
  readonly content: Inline[]
}
type ListKind = 'bulletList' | 'orderedList'

/** A text is refused beyond 48 levels of JSON; a paragraph with a linked word needs eight of them. */
const maxCost = 38
const maxBlocks = 50_000
/** A list, table or row is of no use without what stands in it, which takes so much more. */
const costOfContent: ReadonlyMap<Frame['kind'], number> = new Map([
  ['list', 2],
  ['table', 4],
  ['row', 2],
])
const invisible = /[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff]/g

/** Puts a text together from what a reader of HTML meets, in any order. What does not fit becomes a paragraph. */
export class TextBuilder {
  readonly #frames: Frame[] = [{ kind: 'doc', blocks: [], cost: 0 }]
  readonly #marks: Mark[] = []
  #line: Line | undefined
  /** Of the words put last: to ask the growing text itself would copy it each time. */
  #endsInSpace = false
  #blocks = 0
  #inTable = false
  /** Tables within tables become lines: a row one, its cells set apart. */
  #within = 0
  #rows: TableRow[] = []
  #cells: TableCell[] = []
  readonly #lists: ListItem[][] = []
  /** Ends the frame of the same place in `#frames`. */
  readonly #ends: (() => void)[] = []

  get #top(): Frame {
    const frame = this.#frames.at(-1)
    if (!frame) throw new Error('the document itself is never closed')
    return frame
  }

  /** Words run on in the open line, or begin a paragraph; spaces are as in HTML. */
  words(text: string): void {
    const plain = text
      .toWellFormed()
      .replace(invisible, '')
      .replace(/[ \u00a0\p{Cc}\u2028\u2029]+/gu, (spaces) => (/\s/.test(spaces) ? ' ' : ''))
    const last = this.#line?.content.at(-1)
    const isFirst = !last || last.type === 'hardBreak'
    // An indent of two full-width spaces is the look of a paragraph, not its words.
    const run = isFirst ? plain.trimStart() : this.#endsInSpace ? plain.replace(/^ /, '') : plain
    if (run === '') return
    this.#put({ type: 'text', text: run, ...(this.#marks.length > 0 ? { marks: this.#ownMarks() } : {}) })
  }

  lineBreak(): void {
    if (this.#line && this.#line.content.length > 0) this.#put({ type: 'hardBreak' })
  }

  mark(mark: Mark): () => void {
    this.#marks.push(mark)
    return () => {
      const at = this.#marks.lastIndexOf(mark)
      if (at >= 0) this.#marks.splice(at, 1)
    }
  }

  paragraph(side: Line['side']): () => void {
    if (this.#within > 0) {
      if (this.#line && this.#line.content.length > 0) this.words(' ')
      return () => {}
    }
    this.#endLine()
    this.#line = { kind: 'paragraph', side: side ?? null, content: [] }
    return () => this.#endLine()
  }

  heading(level: 2 | 3 | 4): () => void {
    if (this.#within > 0) return this.paragraph(null)
    this.#endLine()
    const isPlace = ['doc', 'quote'].includes(this.#top.kind)
    this.#line = { kind: isPlace ? level : 'paragraph', side: null, content: [] }
    return () => this.#endLine()
  }

  picture(fileId: string, alt: string): void {
    this.#endLine()
    this.#add({ type: 'image', attrs: { fileId, alt: alt.toWellFormed() } })
  }

  quote(): () => void {
    return this.#open('quote', 2, (blocks, parent) => parent({ type: 'blockquote', content: filled(blocks) }))
  }

  list(type: ListKind): () => void {
    const items: ListItem[] = []
    return this.#open(
      'list',
      2,
      (blocks, parent) => {
        if (blocks.length > 0) items.push(item(blocks))
        if (items.length > 0) parent({ type, content: items })
      },
      items,
    )
  }

  item(): () => void {
    const list = this.#lists.at(-1)
    if (this.#top.kind !== 'list' || !list) return this.paragraph(null)
    return this.#open('item', 2, (blocks) => list.push(item(blocks)))
  }

  table(): () => void {
    if (this.#inTable) return this.#tableWithin()
    const rows: TableRow[] = []
    this.#rows = rows
    this.#inTable = true
    const end = this.#open('table', 2, (blocks, parent) => {
      this.#inTable = false
      const whole = clippedRows(rows)
      if (whole.length > 0) parent({ type: 'table', content: whole })
      for (const block of blocks) parent(block)
    })
    return end
  }

  #tableWithin(): () => void {
    this.#endLine()
    this.#within += 1
    return () => {
      this.#within = Math.max(0, this.#within - 1)
      this.#endLine()
    }
  }

  row(): () => void {
    if (this.#within > 0) {
      this.#endLine()
      return () => this.#endLine()
    }
    if (this.#top.kind !== 'table') return this.paragraph(null)
    const cells: TableCell[] = []
    this.#cells = cells
    return this.#open('row', 2, (blocks) => {
      if (blocks.length > 0) cells.push({ type: 'tableCell', content: blocks })
      this.#rows.push({ type: 'tableRow', content: cells })
    })
  }

  cell(type: TableCell['type'], colspan: number, rowspan: number): () => void {
    if (this.#within > 0) {
      if (this.#line && this.#line.content.length > 0) this.words(' | ')
      return () => {}
    }
    if (this.#top.kind !== 'row') return this.paragraph(null)
    const cells = this.#cells
    return this.#open('cell', 2, (blocks) => cells.push({ type, attrs: { colspan, rowspan }, content: filled(blocks) }))
  }

  /** The text. Whatever is still open ends here. */
  finish(): Text {
    this.#within = 0
    while (this.#frames.length > 1) this.#ends.at(-1)?.()
    this.#endLine()
    return { type: 'doc', content: this.#top.blocks }
  }

  /** Opens a frame, unless it would lie too deep; then its content stays where it is. */
  #open(
    kind: Frame['kind'],
    cost: number,
    close: (blocks: Block[], parent: (block: Block) => void) => void,
    items?: ListItem[],
  ): () => void {
    if (this.#within > 0) return this.paragraph(null)
    this.#endLine()
    // What stands in a list or a row without an item or a cell of its own gets one.
    const isStray = (this.#top.kind === 'list' && kind !== 'item') || (this.#top.kind === 'row' && kind !== 'cell')
    const depth = this.#top.cost + cost + (isStray ? 2 : 0)
    const needed = costOfContent.get(kind) ?? 0
    if (depth + needed > maxCost) {
      if (kind === 'table') this.#inTable = false
      return this.paragraph(null)
    }
    const frame: Frame = { kind, blocks: [], cost: depth }
    this.#frames.push(frame)
    if (items) this.#lists.push(items)
    const end = () => {
      if (!this.#frames.includes(frame)) return
      while (this.#top !== frame) this.#ends.at(-1)?.()
      this.#endLine()
      this.#frames.pop()
      this.#ends.pop()
      if (items) this.#lists.pop()
      close(frame.blocks, (block) => this.#add(block))
    }
    this.#ends.push(end)
    return end
  }

  #put(inline: Inline): void {
    this.#line ??= { kind: 'paragraph', side: null, content: [] }
    const { content } = this.#line
    const last = content.at(-1)
    if (inline.type === 'text') this.#endsInSpace = inline.text.endsWith(' ')
    // A reader of HTML gives a text in pieces.
    if (last?.type === 'text' && inline.type === 'text' && JSON.stringify(last.marks) === JSON.stringify(inline.marks))
      content[content.length - 1] = { ...last, text: last.text + inline.text }
    else content.push(inline)
  }

  /** Each kind of mark once; the innermost link holds, and the innermost of above and below the line. */
  #ownMarks(): Mark[] {
    const side = this.#marks.findLast(({ type }) => sides.has(type))
    const held = this.#marks.filter((mark) => !sides.has(mark.type) || mark === side)
    return [...new Map(held.map((mark) => [mark.type, mark])).values()]
  }

  #endLine(): void {
    const line = this.#line
    this.#line = undefined
    if (!line) return
    const content = trimmed(line.content)
    if (content.length === 0) return
    if (line.kind === 'paragraph')
      this.#add({ type: 'paragraph', ...(line.side ? { attrs: { textAlign: line.side } } : {}), content })
    else this.#add({ type: 'heading', attrs: { level: line.kind }, content })
  }

  #add(block: Block): void {
    this.#blocks += 1
    if (this.#blocks <= maxBlocks) this.#top.blocks.push(block)
  }
}

const sides: ReadonlySet<string> = new Set(['superscript', 'subscript'])
