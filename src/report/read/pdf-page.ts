import { bareName } from './bare.ts'
import { labelsByName } from './labels.ts'
import { type Page, type PageLine, textLine } from './page.ts'
import type { Rule } from './pdf-rules.ts'
import { type DrawnTable, tablesOf } from './pdf-tables.ts'
import { columnWidth, lineOf, rowsOf, type Word } from './pdf-words.ts'

/** What a sheet of a PDF shows. */
export interface Sheet {
  readonly words: readonly Word[]
  readonly rules: readonly Rule[]
}

/** Cells that begin nearer than this begin in the same column. */
const near = 3

/**
 * A page from sheets whose tables are drawn with lines: each word in the cell that the lines put it in, whatever it is wrapped
 * into and however blank the cells beside it are. Undefined where no table is drawn.
 */
export function drawnPage(sheets: readonly Sheet[]): Page | undefined {
  const drawn = sheets.map(({ words, rules }) => ({ words, tables: tablesOf(rules, words) }))
  const columns = columnsOf(drawn.flatMap(({ tables }) => tables))
  if (columns.length === 0) return undefined
  const lines: PageLine[] = []
  for (const { words, tables } of drawn) {
    const loose = words.filter((word) => !tables.some((table) => table.words.has(word)))
    const pieces = [
      ...linesOf(loose, columnWidth(words)).map(({ top, line }) => ({ top, lines: [line] })),
      ...tables.map((table) => ({ top: table.top, lines: cellsOf(table, columns) })),
    ]
    addSheet(
      lines,
      pieces.toSorted((a, b) => b.top - a.top).flatMap((piece) => piece.lines),
    )
  }
  return { lines, title: null, isTorn: false, isSet: true, isDrawn: true }
}

/** Lines of text from the top down, each with the place of its foot. */
export const linesOf = (words: readonly Word[], width = columnWidth(words)): { top: number; line: PageLine }[] =>
  rowsOf(words).map((row) => ({ top: row[0]?.bottom ?? 0, line: textLine(lineOf(row, width)) }))

/** Where cells begin on any sheet, from the left. */
function columnsOf(tables: readonly DrawnTable[]): number[] {
  const columns: number[] = []
  const begins = tables.flatMap(({ rows }) => rows.flatMap((row) => row.map(({ left }) => left)))
  for (const left of begins.sort((a, b) => a - b)) if (left - (columns.at(-1) ?? -near) >= near) columns.push(left)
  return columns
}

const cellsOf = ({ rows }: DrawnTable, columns: readonly number[]): PageLine[] =>
  rows.flatMap((row) =>
    row.some(({ text }) => text !== '')
      ? [
          {
            cells: row.map(({ text }) => text),
            columns: row.map(({ left }) => columns.findLastIndex((at) => at <= left + 0.01)),
            isRow: true,
          },
        ]
      : [],
  )

/** Adds the lines of the next sheet; a row that the end of the sheet before has split is put together again. */
function addSheet(lines: PageLine[], next: readonly PageLine[]): void {
  const known = new Set(lines.filter(({ isRow }) => isRow).map(keyOf))
  const above = lines.findLastIndex(({ isRow }) => isRow)
  // Headers may be printed again before the row goes on.
  const below = next.findIndex((line) => line.isRow && !known.has(keyOf(line)))
  const [first, second] = [lines[above], next[below]]
  const whole = first && second && isLast(lines, above) ? joined(first, second) : undefined
  if (!whole) {
    lines.push(...next)
    return
  }
  lines[above] = whole
  lines.push(...next.toSpliced(below, 1))
}

const keyOf = ({ cells }: PageLine): string => cells.join('\n')

/** Only the number of the page stands behind it. */
const isLast = (lines: readonly PageLine[], at: number): boolean =>
  lines.slice(at + 1).every(({ cells }) => (cells[0] ?? '').trim().length <= 12)

const isLabel = (text: string): boolean => labelsByName.has(bareName(text))

/** Two parts of one row: what has words in both is a label of the form when put together, and in no part by itself. */
function joined(first: PageLine, second: PageLine): PageLine | undefined {
  const textOf = ({ cells, columns = [] }: PageLine, column: number) => cells[columns.indexOf(column)]?.trim() ?? ''
  const places = [...new Set([...(first.columns ?? []), ...(second.columns ?? [])])].sort((a, b) => a - b)
  const both = places.filter((column) => textOf(first, column) !== '' && textOf(second, column) !== '')
  const isSplit = (column: number) =>
    isLabel(textOf(first, column) + textOf(second, column)) && !isLabel(textOf(second, column))
  if (both.length === 0 || !both.every(isSplit)) return undefined
  return {
    cells: places.map((column) => textOf(first, column) + textOf(second, column)),
    columns: places,
    isRow: true,
  }
}
