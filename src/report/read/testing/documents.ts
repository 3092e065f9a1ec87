import { Document, Packer, Paragraph, Table, TableCell, TableRow } from 'docx'
import type { ReportFormat } from '../../../law/report-format.ts'
import { writeXlsx } from '../../../workbooks/xlsx/write-xlsx.ts'
import { type SheetTable, sheetTables } from '../../sheet.ts'
import { type Figures, type Hand, printed } from './printed-report.ts'

const title = '示例市园林局2024年政府信息公开工作年度报告'
const prose = '2024年，我局认真贯彻落实条例，主动公开政府信息128条。'

/** A page as Word pastes it: labels split over spans, `&nbsp;` for blanks, a metadata table before the article. */
export function reportHtml(format: ReportFormat, figures: Figures, hand: Hand): string {
  const tables = new Map(sheetTables(format).map((table) => [table.id as string, table]))
  const cellHtml = (text: string) => {
    if (text === '') return '<p>&nbsp;<o:p></o:p></p>'
    const half = Math.ceil(text.length / 2)
    return text.length === 4 && /^\p{Script=Han}+$/u.test(text)
      ? `<p>${text.slice(0, 2)}</p><p>${text.slice(2)}</p>`
      : `<p><span>${text.slice(0, half)}</span><span style="color:red">${text.slice(half)}<o:p></o:p></span></p>`
  }
  const tableHtml = (table: SheetTable) =>
    `<table>${table.rows
      .map(
        (row) =>
          `<tr>${row.map((cell) => `<td colspan="${cell.colspan}" rowspan="${cell.rowspan}">${cellHtml(printed(figures, cell, hand))}</td>`).join('')}</tr>`,
      )
      .join('\n')}</table>`
  const body = format.sections.map(({ id, heading }) => {
    const table = tables.get(id)
    return `<p><span>${heading}</span></p>${table ? tableHtml(table) : `<p>${prose}</p>`}`
  })
  return `<html><head><title>${title}</title><style>td{}</style><script>var x = "<td>9</td>"</script></head><body><table><tr><td>
    <table><tr><td>索引号</td><td>000-2025-1</td></tr></table><p>${title}</p>${body.join('\n')}</td></tr></table></body></html>`
}

/** A Word document with real merged cells. */
export async function reportDocx(format: ReportFormat, figures: Figures, hand: Hand): Promise<Uint8Array> {
  const tables = new Map(sheetTables(format).map((table) => [table.id as string, table]))
  const children = format.sections.flatMap(({ id, heading }) => {
    const table = tables.get(id)
    if (!table) return [new Paragraph(heading), new Paragraph(prose)]
    const rows = table.rows.map(
      (row) =>
        new TableRow({
          children: row.map(
            (cell) =>
              new TableCell({
                columnSpan: cell.colspan,
                rowSpan: cell.rowspan,
                children: [new Paragraph(printed(figures, cell, hand))],
              }),
          ),
        }),
    )
    return [new Paragraph(heading), new Table({ rows })]
  })
  return new Uint8Array(
    await Packer.toBuffer(new Document({ sections: [{ children: [new Paragraph(title), ...children] }] })),
  )
}

/** A workbook: one sheet, merged cells, figures as numbers. */
export async function reportXlsx(format: ReportFormat, figures: Figures, hand: Hand): Promise<Uint8Array> {
  const rows: (string | number | null)[][] = [[title]]
  const merges: { startRow: number; startCol: number; endRow: number; endCol: number }[] = []
  const tables = new Map(sheetTables(format).map((table) => [table.id as string, table]))
  for (const { id, heading } of format.sections) {
    rows.push([heading])
    const table = tables.get(id)
    if (!table) {
      rows.push([prose])
      continue
    }
    const top = rows.length
    const grid: (string | number | null | undefined)[][] = table.rows.map(() => [])
    table.rows.forEach((row, rowIndex) => {
      let column = 0
      for (const cell of row) {
        while (grid[rowIndex]?.[column] !== undefined) column += 1
        const text = printed(figures, cell, hand)
        for (let down = 0; down < cell.rowspan; down += 1) {
          for (let right = 0; right < cell.colspan; right += 1) {
            const line = grid[rowIndex + down]
            if (line) line[column + right] = null
          }
        }
        const line = grid[rowIndex]
        if (line) line[column] = /^\d{1,9}$/.test(text) ? Number(text) : text
        if (cell.rowspan * cell.colspan > 1) {
          const startRow = top + rowIndex
          merges.push({
            startRow,
            startCol: column,
            endRow: startRow + cell.rowspan - 1,
            endCol: column + cell.colspan - 1,
          })
        }
      }
    })
    rows.push(...grid.map((line) => line.map((value) => value ?? null)))
  }
  return writeXlsx({ sheets: [{ name: '年度报告', rows, merges }] })
}
