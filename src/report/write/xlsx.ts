import { chineseDate, plainDate, toSheetDate } from '../../days/plain-date.ts'
import type { MergedCells, WrittenCell, WrittenSheet } from '../../workbooks/xlsx/book.ts'
import type { CellStyle } from '../../workbooks/xlsx/cell-style.ts'
import { writeXlsx as writeWorkbook } from '../../workbooks/xlsx/write-xlsx.ts'
import { bandsOf, beginningIn, labelColumns } from './grid.ts'
import type { PrintedCell, PrintedReport, PrintedTable } from './printed.ts'

const sheetNames: Record<PrintedTable['id'], string> = {
  proactive: '主动公开',
  requests: '申请办理',
  remedies: '复议诉讼',
}
const side = { style: 'thin', color: { rgb: '666666' } } as const
const border = { top: side, right: side, bottom: side, left: side }
const plainDecimal = /^-?(?:0|[1-9]\d{0,11})(?:\.\d{1,6})?$/

/** The figure as Excel keeps it: decimals as numbers with their printed places, other wording as text. */
function excelFigure({ value, text, kind }: PrintedCell): Pick<WrittenCell, 'value' | 'type'> & { numFmt?: string } {
  if (typeof value === 'number') {
    return { value, type: 'number', numFmt: kind === 'delta' ? '+0;-0;0' : '0' }
  }
  if (typeof value === 'string' && kind === 'amountWan' && plainDecimal.test(value)) {
    const places = value.split('.')[1]?.length ?? 0
    return { value: Number(value), type: 'number', numFmt: places === 0 ? '0' : `0.${'0'.repeat(places)}` }
  }
  return { value: text, type: 'string' }
}

function excelCell(cell: PrintedCell): WrittenCell {
  const { numFmt, ...content } =
    cell.scope === null ? excelFigure(cell) : { value: cell.text, type: 'string' as const, numFmt: undefined }
  const style: CellStyle = {
    border,
    alignment: {
      horizontal: cell.scope === null ? 'right' : cell.scope === 'row' ? 'left' : 'center',
      vertical: 'center',
      wrapText: cell.scope !== null,
    },
    ...(cell.scope === null
      ? {}
      : { fill: { type: 'pattern' as const, pattern: 'solid' as const, fgColor: { rgb: 'F2F4F7' } } }),
    ...(numFmt ? { numFmt } : {}),
  }
  return { ...content, style }
}

const widthOf = (labels: number, column: number, width: number): number =>
  labels === 0 ? 144 / width + 1 : column < labels - 1 ? 12 : column === labels - 1 ? 44 : 11

/** Excel does not grow the row of a merged cell, so its lines are counted here: two characters take three widths. */
function heightOf(cells: readonly (PrintedCell & { column: number })[], labels: number, width: number): number {
  const linesOf = (cell: PrintedCell & { column: number }) => {
    let room = 0
    for (let at = cell.column; at < cell.column + cell.colspan; at += 1) room += widthOf(labels, at, width)
    return cell.rowspan > 1 ? 1 : Math.ceil((cell.text.length * 2 + 1) / room)
  }
  return 8 + 15 * Math.max(1, ...cells.map(linesOf))
}

/** The heading and the remarks of its section stand above the table, as in print. */
function tableSheet(table: PrintedTable, above: readonly string[]): WrittenSheet {
  const { grid, width } = table
  const labels = labelColumns(grid)
  const heads = bandsOf(grid)
  const frozen = heads.length > 2 ? 0 : (heads[0]?.rows.length ?? 0)
  const cells = new Map<string, WrittenCell>()
  const merges: MergedCells[] = []
  const rows = [...above.map((text) => [text]), ...grid.map((line) => line.map(() => null))]
  const rowDefs = new Map<number, { height: number }>()
  for (const [row, text] of above.entries()) {
    const style: CellStyle = { font: { bold: row === 0 }, alignment: { vertical: 'center', wrapText: true } }
    cells.set(`${row},0`, { value: text, type: 'string', style })
    merges.push({ startRow: row, startCol: 0, endRow: row, endCol: width - 1 })
    rowDefs.set(row, { height: 10 + 15 * Math.ceil(text.length / 60) })
  }
  for (const [gridRow, line] of grid.entries()) {
    const row = gridRow + above.length
    for (const [column, cell] of line.entries()) {
      const origin = cell.row === gridRow && cell.column === column
      const { style, ...content } = excelCell(cell)
      cells.set(`${row},${column}`, { ...(origin ? content : { value: null, type: 'empty' }), ...(style && { style }) })
    }
    const beginning = beginningIn(grid, gridRow)
    rowDefs.set(row, { height: heightOf(beginning, labels, width) })
    for (const { colspan, rowspan, column } of beginning) {
      if (colspan * rowspan > 1) {
        merges.push({ startRow: row, startCol: column, endRow: row + rowspan - 1, endCol: column + colspan - 1 })
      }
    }
  }
  return {
    name: sheetNames[table.id],
    columns: Array.from({ length: width }, (_, column) => ({ width: widthOf(labels, column, width) })),
    rows,
    rowDefs,
    cells,
    merges,
    freezePane: { rows: frozen === 0 ? 0 : frozen + above.length, columns: labels },
    pageSetup: {
      paperSize: 'a4',
      orientation: grid.length > width ? 'portrait' : 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 1,
      horizontalCentered: true,
      ...(frozen > 0 ? { printTitlesRow: `$${above.length + 1}:$${above.length + frozen}` } : {}),
    },
    a11y: { summary: table.caption },
  }
}

interface TextRow {
  readonly text: string
  readonly isHeading: boolean
}

/** Text in reading order, a heading or a paragraph a row. */
function textSheet(name: string, rows: readonly TextRow[]): WrittenSheet {
  const style = (isHeading: boolean): CellStyle => ({
    font: { bold: isHeading },
    alignment: { vertical: 'top', wrapText: true, horizontal: 'left' },
  })
  return {
    name,
    columns: [{ width: 120 }],
    rows: rows.map(({ text }) => [text]),
    rowDefs: new Map(
      rows.map(({ text }, row) => [row, { height: Math.min(400, 6 + 15 * Math.max(1, Math.ceil(text.length / 58))) }]),
    ),
    cells: new Map(
      rows.map(({ text, isHeading }, row) => [
        `${row},0`,
        { value: text, type: 'string' as const, style: style(isHeading) },
      ]),
    ),
    pageSetup: { paperSize: 'a4', orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  }
}

/** What stands before the text: title, organ, year, form, day, contact. */
function factRows({ title, organ, year, format, letterhead }: PrintedReport): TextRow[] {
  const facts = [
    organ && `机关：${organ}`,
    year !== null && `年度：${year}年`,
    `格式：${format}年格式`,
    letterhead?.publishedOn && `公布日期：${chineseDate(letterhead.publishedOn)}`,
    ...(letterhead?.contact ?? []),
  ]
  return [{ text: title, isHeading: true }, ...facts.flatMap((text) => (text ? [{ text, isHeading: false }] : []))]
}

const sectionRows = ({ heading, paragraphs }: PrintedReport['sections'][number]): TextRow[] => [
  ...(heading ? [{ text: heading, isHeading: true }] : []),
  ...paragraphs.map((text) => ({ text, isHeading: false })),
]

/** The day that stands in the file's properties, so that equal reports give equal bytes. */
const stamp = ({ year, letterhead }: PrintedReport): Date =>
  toSheetDate(letterhead?.publishedOn ?? plainDate(`${(year ?? 2019) + 1}-01-01`))

/** The report as an Excel workbook: one sheet for each statutory table between two of text, in printed order; figures are numbers. */
export async function writeXlsx(report: PrintedReport): Promise<Uint8Array> {
  const { sections } = report
  const tables = sections.flatMap(({ table, heading, paragraphs }) =>
    table ? [tableSheet(table, [...(heading ? [heading] : []), ...paragraphs])] : [],
  )
  const firstTable = sections.findIndex(({ table }) => table !== null)
  const lastTable = sections.findLastIndex(({ table }) => table !== null)
  return writeWorkbook({
    sheets: [
      textSheet('总体情况', [...factRows(report), ...sections.slice(0, firstTable).flatMap(sectionRows)]),
      ...tables,
      textSheet('问题与其他事项', sections.slice(lastTable + 1).flatMap(sectionRows)),
    ],
    properties: {
      title: report.title,
      creator: report.organ ?? '',
      created: stamp(report),
      modified: stamp(report),
    },
    defaultFont: { name: '宋体', size: 11 },
  })
}
