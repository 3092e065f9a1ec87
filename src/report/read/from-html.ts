import { Parser } from 'htmlparser2'
import { asMarks } from './marks.ts'
import { type Page, type PageLine, textLine } from './page.ts'
import { Unreadable } from './reading.ts'

const blocks = new Set(
  'p div br li ul ol h1 h2 h3 h4 h5 h6 section article header footer tr table tbody thead tfoot dl dt dd pre blockquote form main nav aside center hr title'.split(
    ' ',
  ),
)
const silent = new Set(['script', 'style', 'noscript', 'template', 'select', 'textarea', 'svg'])
const hidden =
  /display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all|font-size\s*:\s*0+(?:\.0+)?(?:p[xt]|em|rem|%)?\s*(?:;|$)|opacity\s*:\s*0+(?:\.0+)?\s*(?:;|$)/i
const raisedStyle = /vertical-align\s*:\s*(?:super|sub|text-top)/i
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
  /** A row has begun and not ended. */
  isOpen: boolean
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
  const open: { name: string; isHidden: boolean; isRaised: boolean }[] = []
  const hiddenClasses = classesHidden(html)
  let hiddenDepth = 0
  let raisedDepth = 0
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
    if (!table.isOpen) return
    table.isOpen = false
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
    table.isOpen = true
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
        const { style = '' } = attributes
        const isHidden =
          silent.has(name) ||
          hidden.test(style) ||
          'hidden' in attributes ||
          (hiddenClasses.size > 0 && (attributes.class ?? '').split(/\s+/).some((one) => hiddenClasses.has(one)))
        const isRaised = name === 'sup' || name === 'sub' || raisedStyle.test(style)
        if (open.length >= maxDepth)
          throw new Unreadable('网页的标签层层嵌套过深，不像年度报告，未读取，请另存后再提交')
        open.push({ name, isHidden, isRaised })
        if (isHidden) hiddenDepth += 1
        if (isRaised) raisedDepth += 1
        if (hiddenDepth > 0) return
        const table = tables.at(-1)
        if (name === 'table') {
          flush()
          if (table) unframe(table, put)
          if (tables.length < 200)
            tables.push({ row: [], cell: null, column: 0, isOpen: false, covered: [], isFrame: false })
        } else if (name === 'tr') {
          if (table) {
            endRow(table)
            table.isOpen = true
          }
        } else if (name === 'td' || name === 'th') {
          if (table) beginCell(table, attributes)
        } else if (blocks.has(name)) flush()
      },
      ontext(part) {
        if (hiddenDepth === 0) text += raisedDepth > 0 ? asMarks(part) : part
      },
      onclosetag(name) {
        const own = open.pop()
        if (own?.isRaised) raisedDepth -= 1
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

/** Classes that a style sheet of the page hides; what it hides only on some media is shown. */
function classesHidden(html: string): ReadonlySet<string> {
  const classes = new Set<string>()
  for (const [, sheet = ''] of html.matchAll(/<style[^>]{0,200}>([^<]{0,200000})/gi)) {
    if (!/none|hidden/i.test(sheet)) continue
    const plain = sheet.replace(/@media[^{]{0,200}\{(?:[^{}]{0,2000}\{[^{}]{0,2000}\})*[^{}]{0,200}\}/g, '')
    for (const [, name = ''] of plain.matchAll(
      /\.([\w-]{1,60})\s{0,9}\{[^{}]{0,400}(?:display\s{0,9}:\s{0,9}none|visibility\s{0,9}:\s{0,9}hidden)/gi,
    ))
      classes.add(name)
  }
  return classes
}
