import { Document, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx'
import { writeXlsx } from '../../../workbooks/xlsx/write-xlsx.ts'
import type { CellRef } from '../../report.ts'
import type { SheetTable } from '../../sheet.ts'
import type { Printed } from './printed-report.ts'
import { type Layout, layouts } from './text-layouts.ts'

/** A cell as it will be printed; damages change its text, or take it away. */
export interface PrintedCell {
  readonly text: string
  readonly colspan: number
  readonly rowspan: number
  readonly place: CellRef | null
  /** Printed raised behind the text, where the form of the file can. */
  readonly raised?: string
  /** Printed so that nobody sees it. */
  readonly hidden?: string
}

export interface PrintedTable {
  readonly sheet: SheetTable
  readonly rows: readonly (readonly PrintedCell[])[]
}

/** A document before it has a form: lines of text and tables. */
export type Part = string | PrintedTable

export const isTable = (part: Part): part is PrintedTable => typeof part !== 'string'

const rowsOf = ({ rows }: PrintedTable): Printed[] =>
  rows.map((row) => ({
    cells: row.map(({ text, raised = '' }) => text + raised),
    merged: row.reduce((sum, { colspan }) => sum + colspan - 1, 0),
  }))

const inText =
  (layout: Layout) =>
  (parts: readonly Part[]): string =>
    `${parts.map((part) => (isTable(part) ? layout(rowsOf(part), part.sheet) : part)).join('\n')}\n`

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
const asDigits = (raised: string): string => raised.normalize('NFKC')

function inHtml(parts: readonly Part[]): string {
  const cell = ({ text, colspan, rowspan, raised, hidden }: PrintedCell) =>
    `<td colspan="${colspan}" rowspan="${rowspan}">${escaped(text)}${raised ? `<sup>${asDigits(raised)}</sup>` : ''}${hidden ? `<span style="display: none">${hidden}</span>` : ''}</td>`
  const body = parts.map((part) =>
    isTable(part)
      ? `<table>${part.rows.map((row) => `<tr>${row.map(cell).join('')}</tr>`).join('')}</table>`
      : `<p>${escaped(part)}</p>`,
  )
  return `<html><body>${body.join('\n')}</body></html>`
}

/** The cells of a table on its grid; covered ones are undefined, those that no cell reaches blank. */
function gridOf({ rows }: PrintedTable): (PrintedCell | undefined)[][] {
  const grid: (PrintedCell | null | undefined)[][] = rows.map(() => [])
  rows.forEach((row, down) => {
    let column = 0
    for (const cell of row) {
      while (grid[down]?.[column] !== undefined) column += 1
      for (let y = 0; y < cell.rowspan; y += 1)
        for (let x = 0; x < cell.colspan; x += 1) {
          const line = grid[down + y]
          if (line) line[column + x] = y === 0 && x === 0 ? cell : null
        }
    }
  })
  return grid.map((line) => Array.from(line, (cell) => cell ?? undefined))
}

function inMarkdown(parts: readonly Part[]): string {
  const table = (part: PrintedTable): string => {
    const grid = gridOf(part)
    const width = Math.max(...grid.map(({ length }) => length))
    // What is short stays short: a table of Markdown has no cell where none was written.
    const lines = grid.map(
      (row) => `| ${Array.from(row, (cell) => (cell?.text ?? '') + (cell?.raised ?? '')).join(' | ')} |`,
    )
    return [lines[0], `|${'---|'.repeat(width)}`, ...lines.slice(1)].join('\n')
  }
  return parts
    .map((part) => (isTable(part) ? `\n${table(part)}\n` : /^[一二三四五六]、/.test(part) ? `## ${part}` : part))
    .join('\n')
}

async function inWord(parts: readonly Part[]): Promise<Uint8Array> {
  const children = parts.map((part) =>
    isTable(part)
      ? new Table({
          rows: part.rows.map(
            (row) =>
              new TableRow({
                children: row.map(
                  ({ text, colspan, rowspan, raised, hidden }) =>
                    new TableCell({
                      columnSpan: colspan,
                      rowSpan: rowspan,
                      children: [
                        new Paragraph({
                          children: [
                            new TextRun(text),
                            ...(raised ? [new TextRun({ text: asDigits(raised), superScript: true })] : []),
                            ...(hidden ? [new TextRun({ text: hidden, vanish: true })] : []),
                          ],
                        }),
                      ],
                    }),
                ),
              }),
          ),
        })
      : new Paragraph(part),
  )
  return new Uint8Array(await Packer.toBuffer(new Document({ sections: [{ children }] })))
}

async function inWorkbook(parts: readonly Part[]): Promise<Uint8Array> {
  const rows: (string | number | null)[][] = []
  const merges: { startRow: number; startCol: number; endRow: number; endCol: number }[] = []
  for (const part of parts) {
    if (!isTable(part)) {
      rows.push([part])
      continue
    }
    const top = rows.length
    gridOf(part).forEach((line, down) => {
      rows.push(
        line.map((cell) =>
          cell === undefined ? null : /^\d{1,9}$/.test(cell.text) ? Number(cell.text) : cell.text + (cell.raised ?? ''),
        ),
      )
      line.forEach((cell, column) => {
        if (cell && cell.rowspan * cell.colspan > 1)
          merges.push({
            startRow: top + down,
            startCol: column,
            endRow: top + down + cell.rowspan - 1,
            endCol: column + cell.colspan - 1,
          })
      })
    })
  }
  return writeXlsx({ sheets: [{ name: '年度报告', rows, merges }] })
}

const encode = (text: string): Uint8Array => new TextEncoder().encode(text)

/** Every form in which a report is met, by the name of its file. */
export const prints: Readonly<
  Record<
    string,
    { readonly name: string; readonly print: (parts: readonly Part[]) => Promise<Uint8Array> | Uint8Array }
  >
> = {
  ...Object.fromEntries(
    Object.entries(layouts).map(([id, layout]) => [
      id,
      { name: 'report.txt', print: (parts: readonly Part[]) => encode(inText(layout)(parts)) },
    ]),
  ),
  html: { name: 'report.html', print: (parts) => encode(inHtml(parts)) },
  markdown: { name: 'report.md', print: (parts) => encode(inMarkdown(parts)) },
  docx: { name: 'report.docx', print: inWord },
  xlsx: { name: 'report.xlsx', print: inWorkbook },
}
