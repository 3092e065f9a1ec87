import { type Page, type PageLine, textLine } from './page.ts'

const maxLines = 200_000
const maxCells = 60

/** A page from plain text or Markdown. A text that ends without a line break may be torn in its last word. */
export function pageFromText(text: string): Page {
  const lines = text.split(/\r\n?|\n|\f|\u2028|\u2029/, maxLines)
  const isTorn = text.length > 0 && !/\s$/.test(text)
  while (lines.length > 0 && lines.at(-1)?.trim() === '') lines.pop()
  return { lines: withTables(lines), title: null, isTorn }
}

const rule = /^\s*\|(?:\s*:?-{3,}:?\s*\|)+\s*$/
const isTableLine = (line: string | undefined): line is string => line !== undefined && /^\s*\|.*\|\s*$/.test(line)
const cellsOf = (line: string): string[] =>
  line
    .trim()
    .slice(1, -1)
    .split('|')
    .map((cell) => unmarked(cell))

/** Signs of Markdown around words: headings and bold. */
const unmarked = (text: string): string =>
  text
    .replace(/^\s*#{1,6}\s+/, '')
    .replaceAll('**', '')
    .trim()

/** Tables of Markdown, whose every line has as many cells as their rule, become rows; all else stays lines of text. */
function withTables(lines: readonly string[]): PageLine[] {
  const page: PageLine[] = []
  let at = 0
  while (at < lines.length) {
    const end = endOfTable(lines, at)
    if (end === undefined) {
      const line = lines[at] ?? ''
      page.push(textLine(/^\s*#{1,6}\s|\*\*/.test(line) ? unmarked(line) : line))
      at += 1
      continue
    }
    for (const line of [lines[at], ...lines.slice(at + 2, end)])
      page.push({ cells: cellsOf(line ?? ''), columns: cellsOf(line ?? '').map((_, column) => column), isRow: true })
    at = end
  }
  return page
}

/** Behind the last line of the table that begins here; undefined when none does, or its lines are not of one width. */
function endOfTable(lines: readonly string[], at: number): number | undefined {
  const second = lines[at + 1]
  if (!isTableLine(lines[at]) || second === undefined || second.length > 2000 || !rule.test(second)) return undefined
  let end = at
  while (isTableLine(lines[end])) end += 1
  const hasOneRule = lines.slice(at + 2, end).every((line) => line.length > 2000 || !rule.test(line))
  if (end - at < 3 || !hasOneRule) return undefined
  const widths = new Set(lines.slice(at, end).map((line) => (line.length > 4000 ? 0 : cellsOf(line).length)))
  const [width = 0] = widths
  return widths.size === 1 && width > 1 && width <= maxCells ? end : undefined
}
