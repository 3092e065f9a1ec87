import {
  AlignmentType,
  LineRuleType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx'
import { bandsOf, type Grid, isColumnHeader, labelColumns, type PlacedCell } from './grid.ts'
import type { PrintedCell, PrintedTable } from './printed.ts'

/** The type area of 156 mm in twips. */
const typeArea = 8844
const groupLabel = 860
const figure = 590
const textSize = 21
const line = 300

/** Column widths in twips: narrow groups, a wide label, even figures; even throughout where there are no labels. */
function columnWidths({ grid, width }: PrintedTable): number[] {
  const labels = labelColumns(grid)
  if (labels === 0) return Array.from({ length: width }, () => Math.floor(typeArea / width))
  const rest = typeArea - groupLabel * (labels - 1) - figure * (width - labels)
  return Array.from({ length: width }, (_, column) =>
    column < labels - 1 ? groupLabel : column === labels - 1 ? rest : figure,
  )
}

/** Figures of many digits are set smaller, so that they stay on one line; in half points. */
const sizeOf = (cell: PrintedCell): number =>
  cell.scope === null && cell.colspan === 1 && cell.text.length > 5
    ? Math.max(10, Math.floor((textSize * 5) / cell.text.length))
    : textSize

/** Whether the row and the next belong to one innermost group, which a page break should not split. */
const staysWithNext = (grid: Grid<PrintedCell>, row: number): boolean => {
  const group = grid[row]?.filter(({ scope }) => scope === 'rowgroup').at(-1)
  return group !== undefined && group.rowspan <= 10 && row < group.row + group.rowspan - 1
}

function docxCell(cell: PlacedCell<PrintedCell>, widths: readonly number[]): TableCell {
  const width = widths.slice(cell.column, cell.column + cell.colspan).reduce((sum, each) => sum + each, 0)
  return new TableCell({
    columnSpan: cell.colspan,
    rowSpan: cell.rowspan,
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlignTable.CENTER,
    children: [
      new Paragraph({
        alignment: cell.scope === 'row' ? AlignmentType.LEFT : AlignmentType.CENTER,
        spacing: { line, lineRule: LineRuleType.EXACT, before: 0, after: 0 },
        children: [
          new TextRun({ text: cell.text, size: sizeOf(cell), bold: isColumnHeader(cell) && cell.colspan > 11 }),
        ],
      }),
    ],
  })
}

/** A statutory table with real merged cells; the head rows repeat on every page. */
export function docxTable(table: PrintedTable): Table {
  const widths = columnWidths(table)
  let row = 0
  const rows = bandsOf(table.grid).flatMap(({ head, rows: cells }, band) =>
    cells.map((line) => {
      const keepNext = head || staysWithNext(table.grid, row)
      row += 1
      return new TableRow({
        // Word repeats only the rows at the very top of a table.
        tableHeader: head && band === 0,
        cantSplit: true,
        keepNext,
        height: { value: 400, rule: 'atLeast' },
        children: line.map((cell) => docxCell(cell, widths)),
      })
    }),
  )
  return new Table({
    rows,
    columnWidths: widths,
    width: { size: widths.reduce((sum, each) => sum + each, 0), type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    alignment: AlignmentType.CENTER,
    margins: { left: 40, right: 40, top: 20, bottom: 20 },
  })
}
