import { Parser } from 'htmlparser2'
import { type Page, type PageLine, textLine } from './page.ts'
import { Unreadable } from './reading.ts'

const blocks = new Set(
  'p div br li ul ol h1 h2 h3 h4 h5 h6 section article header footer tr table tbody thead tfoot dl dt dd pre blockquote form main nav aside center hr title'.split(
    ' ',
  ),
)
const silent = new Set(['script', 'style', 'noscript', 'template', 'select', 'textarea', 'svg'])
const hidden = /display\s*:\s*none|visibility\s*:\s*hidden/i
const maxLines = 200_000
const maxSpan = 100
/** Further to the right nothing is covered from above: each row costs what its table is wide. */
const maxColumns = 1000
/** Of elements within each other: browsers show no more, and in the parser each costs what all above it cost. */
const maxDepth = 1000

interface Table {
  /** The cells that begin in this row, by their blocks of text. */
  row: { column: number; blocks: string[] }[]
  cell: { column: number; blocks: string[] } | null
  column: number
  /** Rows that each column is still covered from above. */
  covered: number[]
  /** Holds other tables or whole paragraphs: a frame of the page, not a table. */
  isFrame: boolean
}

const tidy = (text: string): string => text.replace(/[\s\u00a0\u3000]+/g, ' ').trim()

/** A page from HTML: real tables become rows of cells on a true grid, everything else lines of text. */
export function pageFromHtml(html: string): Page {
  const lines: PageLine[] = []
  const tables: Table[] = []
  const open: { name: string; isHidden: boolean }[] = []
  let hiddenDepth = 0
  let text = ''
  let title: string | null = null

  const put = (line: PageLine) => {
    if (lines.length < maxLines) lines.push(line)
  }
  const flush = () => {
    const block = tidy(text)
    text = ''
    if (block === '') return
    const cell = tables.at(-1)?.cell
    if (cell) cell.blocks.push(block)
    else put(textLine(block))
  }
  const endCell = (table: Table) => {
    flush()
    table.cell = null
  }
  const endRow = (table: Table) => {
    endCell(table)
    const cells = table.row
    table.row = []
    table.column = 0
    table.covered = table.covered.map((left) => Math.max(0, left - 1))
    if (cells.length === 0) return
    const isText = table.isFrame || cells.some(({ blocks }) => blocks.join('').length > 300)
    if (isText) for (const { blocks } of cells) for (const block of blocks) put(textLine(block))
    else
      put({
        cells: cells.map(({ blocks }) => blocks.join(' ')),
        columns: cells.map(({ column }) => column),
        isRow: true,
      })
  }
  const beginCell = (table: Table, attributes: Record<string, string>) => {
    endCell(table)
    while ((table.covered[table.column] ?? 0) > 0) table.column += 1
    const columns = span(attributes.colspan)
    const rows = span(attributes.rowspan)
    table.cell = { column: table.column, blocks: [] }
    table.row.push(table.cell)
    const last = Math.min(table.column + columns, maxColumns)
    for (let index = table.column; index < last; index += 1) table.covered[index] = rows
    table.column += columns
  }

  const parser = new Parser(
    {
      onopentag(name, attributes) {
        const isHidden = silent.has(name) || hidden.test(attributes.style ?? '') || 'hidden' in attributes
        if (open.length >= maxDepth)
          throw new Unreadable('网页的标签层层嵌套过深，不像年度报告，未读取，请另存后再提交')
        open.push({ name, isHidden })
        if (isHidden) hiddenDepth += 1
        if (hiddenDepth > 0) return
        const table = tables.at(-1)
        if (name === 'table') {
          flush()
          if (table) unframe(table, put)
          if (tables.length < 200) tables.push({ row: [], cell: null, column: 0, covered: [], isFrame: false })
        } else if (name === 'tr') {
          if (table) endRow(table)
        } else if (name === 'td' || name === 'th') {
          if (table) beginCell(table, attributes)
        } else if (blocks.has(name)) flush()
      },
      ontext(part) {
        if (hiddenDepth === 0) text += part
      },
      onclosetag(name) {
        const own = open.pop()
        if (own?.isHidden) {
          hiddenDepth -= 1
          return
        }
        if (hiddenDepth > 0) return
        const table = tables.at(-1)
        if (name === 'title') {
          title ??= tidy(text) || null
          text = ''
        } else if (name === 'table') {
          if (table) endRow(table)
          tables.pop()
        } else if (name === 'td' || name === 'th') {
          if (table) endCell(table)
        } else if (name === 'tr') {
          if (table) endRow(table)
        } else if (blocks.has(name)) flush()
      },
    },
    { decodeEntities: true, lowerCaseTags: true, lowerCaseAttributeNames: true },
  )
  parser.write(html)
  parser.end()
  while (tables.length > 0) endRow(tables.pop() as Table)
  flush()
  return { lines, title, isTorn: false }
}

/** A table that holds a table is a frame: what it has gathered so far is text of the page. */
function unframe(table: Table, put: (line: PageLine) => void): void {
  table.isFrame = true
  for (const cell of table.row) {
    for (const block of cell.blocks) put(textLine(block))
    cell.blocks.length = 0
  }
}

const span = (value: string | undefined): number => {
  const count = Number.parseInt(value ?? '1', 10)
  return Number.isFinite(count) ? Math.min(Math.max(count, 1), maxSpan) : 1
}
