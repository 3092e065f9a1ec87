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
  /** Whether what follows stands beside the text of the page. */
  readonly setAround: (isAround: boolean) => void
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

/** Ends the row that is open, if one is, and answers with what it is on the page. */
function endedRow(table: Table): PageLine[] {
  if (!table.isOpen) return []
  const cells = table.row
  table.isOpen = false
  table.row = []
  table.column = 0
  table.covered = table.covered.map((left) => Math.max(0, left - 1))
  return linesOfRow(cells, table.isFrame)
}

/** A row of a table; of a frame, or where a cell holds paragraphs, its text line by line. */
function linesOfRow(cells: readonly Cell[], isFrame: boolean): PageLine[] {
  if (cells.length === 0) return []
  const isText = isFrame || cells.some(({ blocks }) => blocks.join('').length > longestCell)
  if (isText) return cells.flatMap(({ blocks }) => blocks.map(textLine))
  return [
    { cells: cells.map(({ blocks }) => blocks.join(' ')), columns: cells.map(({ column }) => column), isRow: true },
  ]
}

/** Begins a cell in the first column that no cell from above covers, and covers as many columns and rows as it spans. */
function placeCell(table: Table, columns: number, rows: number): void {
  table.isOpen = true
  while ((table.covered[table.column] ?? 0) > 0) table.column += 1
  table.cell = { column: table.column, blocks: [] }
  table.row.push(table.cell)
  const last = Math.min(table.column + columns, maxColumns)
  for (let index = table.column; index < last; index += 1) table.covered[index] = rows
  table.column += columns
}

const tidy = (text: string): string => text.replace(/[\s\u00a0\u3000]+/g, ' ').trim()

const hasDigit = (text: string): boolean => /[0-9]/.test(text.normalize('NFKC'))

/** A table that has just begun. */
const emptyTable = (): Table => ({ row: [], cell: null, column: 0, isOpen: false, covered: [], isFrame: false })

/** The text that is being read, and the lines that it becomes. */
interface Writing {
  readonly lines: PageLine[]
  readonly put: (line: PageLine) => void
  readonly add: (part: string) => void
  readonly take: () => string
  readonly endBlock: () => void
  readonly setAround: (isAround: boolean) => void
}

export function buildPage(): PageBuilder {
  const tables: Table[] = []
  const leftOut: LeftOut[] = []
  const writing = openWriting(() => tables.at(-1)?.cell ?? null)
  return {
    lines: writing.lines,
    leftOut,
    addText: writing.add,
    takeText: writing.take,
    endBlock: writing.endBlock,
    setAround: writing.setAround,
    isInTable: () => tables.length > 0,
    leaveOut: (kind, part) => {
      if (tables.length > 0 && leftOut.length < mostLeftOut && hasDigit(part))
        leftOut.push({ kind, what: tidy(part).slice(0, 20) })
    },
    ...tableBuilder(tables, writing),
  }
}

/** Blocks of text go into the cell that is open, or else on the page. */
function openWriting(cellNow: () => Cell | null): Writing {
  const lines: PageLine[] = []
  let text = ''
  let isAround = false
  const put = (line: PageLine) => {
    if (lines.length < maxLines) lines.push(isAround ? { ...line, isAround } : line)
  }
  const take = () => {
    const taken = tidy(text)
    text = ''
    return taken
  }
  return {
    lines,
    put,
    take,
    add: (part) => {
      text += part
    },
    endBlock: () => {
      const block = take()
      if (block === '') return
      const cell = cellNow()
      if (cell) cell.blocks.push(block)
      else put(textLine(block))
    },
    setAround: (next) => {
      isAround = next
    },
  }
}

type TableParts = 'beginTable' | 'endTable' | 'beginRow' | 'endRow' | 'beginCell' | 'coverCell' | 'endCell' | 'end'

/** Tables within tables; a table that holds one is a frame, whose text so far is text of the page. */
function tableBuilder(tables: Table[], { put, endBlock }: Writing): Pick<PageBuilder, TableParts> {
  const closeCell = (table: Table) => {
    endBlock()
    table.cell = null
  }
  const closeRow = (table: Table) => {
    closeCell(table)
    for (const line of endedRow(table)) put(line)
  }
  const unframe = (table: Table) => {
    table.isFrame = true
    for (const { blocks } of table.row) for (const block of blocks.splice(0)) put(textLine(block))
  }
  const inTable = (change: (table: Table) => void) => {
    const table = tables.at(-1)
    if (table) change(table)
  }
  return {
    beginTable: () => {
      endBlock()
      inTable(unframe)
      if (tables.length < maxTables) tables.push(emptyTable())
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
        placeCell(table, columns, rows)
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
