import { type LeftOut, type PageLine, textLine } from './page.ts'

const maxLines = 200_000
/** Further to the right nothing is covered from above: each row costs what its table is wide. */
const maxColumns = 1000
const maxTables = 200
const mostLeftOut = 1000
/** A cell with more text than this holds paragraphs: its table is a frame of the page. */
const longestCell = 300

interface Cell {
  readonly column: number
  readonly blocks: string[]
}

interface Table {
  /** The cells that begin in this row, by their blocks of text. */
  row: Cell[]
  cell: Cell | null
  column: number
  /** A row has begun and not ended. */
  isOpen: boolean
  /** Rows that each column is still covered from above. */
  covered: number[]
  /** Holds other tables or whole paragraphs: a frame of the page, not a table. */
  isFrame: boolean
}

/** Puts a page together while a document is read: real tables become rows of cells on a true grid, all else lines of text. */
export interface PageBuilder {
  readonly lines: readonly PageLine[]
  readonly leftOut: readonly LeftOut[]
  readonly addText: (part: string) => void
  readonly isInTable: () => boolean
  /** Notes text of a table whose digits do not count; outside of tables nothing is noted. */
  readonly leaveOut: (kind: LeftOut['kind'], text: string) => void
  /** Ends a paragraph, or a part of one that stands on lines of its own. */
  readonly endBlock: () => void
  /** Takes away the text of the block that is open. */
  readonly takeText: () => string
  readonly beginTable: () => void
  readonly endTable: () => void
  /** `before`: columns that the row leaves out at its beginning. */
  readonly beginRow: (before?: number) => void
  readonly endRow: () => void
  readonly beginCell: (columns: number, rows: number) => void
  /** Instead of a cell: its place is taken by the one above. */
  readonly coverCell: (columns: number) => void
  readonly endCell: () => void
  /** Ends whatever is still open. */
  readonly end: () => void
}

const tidy = (text: string): string => text.replace(/[\s\u00a0\u3000]+/g, ' ').trim()

export function buildPage(): PageBuilder {
  const lines: PageLine[] = []
  const leftOut: LeftOut[] = []
  const tables: Table[] = []
  let text = ''

  const put = (line: PageLine) => {
    if (lines.length < maxLines) lines.push(line)
  }
  const endBlock = () => {
    const block = tidy(text)
    text = ''
    if (block === '') return
    const cell = tables.at(-1)?.cell
    if (cell) cell.blocks.push(block)
    else put(textLine(block))
  }
  const closeCell = (table: Table) => {
    endBlock()
    table.cell = null
  }
  const closeRow = (table: Table) => {
    closeCell(table)
    if (!table.isOpen) return
    table.isOpen = false
    const cells = table.row
    table.row = []
    table.column = 0
    table.covered = table.covered.map((left) => Math.max(0, left - 1))
    if (cells.length === 0) return
    const isText = table.isFrame || cells.some(({ blocks }) => blocks.join('').length > longestCell)
    if (isText) for (const { blocks } of cells) for (const block of blocks) put(textLine(block))
    else
      put({
        cells: cells.map(({ blocks }) => blocks.join(' ')),
        columns: cells.map(({ column }) => column),
        isRow: true,
      })
  }
  /** A table that holds a table is a frame: what it has gathered so far is text of the page. */
  const unframe = (table: Table) => {
    table.isFrame = true
    for (const { blocks } of table.row) {
      for (const block of blocks) put(textLine(block))
      blocks.length = 0
    }
  }
  const inTable = (change: (table: Table) => void) => {
    const table = tables.at(-1)
    if (table) change(table)
  }

  return {
    lines,
    leftOut,
    addText: (part) => {
      text += part
    },
    isInTable: () => tables.length > 0,
    leaveOut: (kind, part) => {
      if (tables.length > 0 && leftOut.length < mostLeftOut && /[0-9]/.test(part.normalize('NFKC')))
        leftOut.push({ kind, what: tidy(part).slice(0, 20) })
    },
    endBlock,
    takeText: () => {
      const taken = tidy(text)
      text = ''
      return taken
    },
    beginTable: () => {
      endBlock()
      inTable(unframe)
      if (tables.length < maxTables)
        tables.push({ row: [], cell: null, column: 0, isOpen: false, covered: [], isFrame: false })
    },
    endTable: () => {
      inTable(closeRow)
      tables.pop()
    },
    beginRow: (before = 0) =>
      inTable((table) => {
        closeRow(table)
        table.isOpen = true
        table.column = before
      }),
    endRow: () => inTable(closeRow),
    beginCell: (columns, rows) =>
      inTable((table) => {
        closeCell(table)
        table.isOpen = true
        while ((table.covered[table.column] ?? 0) > 0) table.column += 1
        table.cell = { column: table.column, blocks: [] }
        table.row.push(table.cell)
        const last = Math.min(table.column + columns, maxColumns)
        for (let index = table.column; index < last; index += 1) table.covered[index] = rows
        table.column += columns
      }),
    coverCell: (columns) =>
      inTable((table) => {
        closeCell(table)
        table.column += columns
      }),
    endCell: () => inTable(closeCell),
    end: () => {
      for (let table = tables.at(-1); table; table = tables.at(-1)) {
        closeRow(table)
        tables.pop()
      }
      endBlock()
    },
  }
}
