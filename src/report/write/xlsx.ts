import { type Cell, type CellStyle, type MergeRange, type WriteSheet, writeXlsx as writeWorkbook } from 'hucre'
import { chineseDate } from '../../calendar/plain-date.ts'
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
function excelFigure({ value, text, kind }: PrintedCell): Pick<Cell, 'value' | 'type'> & { numFmt?: string } {
  if (typeof value === 'number') {
    return { value, type: 'number', numFmt: kind === 'delta' ? '+0;-0;0' : '0' }
  }
  if (typeof value === 'string' && kind === 'amountWan' && plainDecimal.test(value)) {
    const places = value.split('.')[1]?.length ?? 0
    return { value: Number(value), type: 'number', numFmt: places === 0 ? '0' : `0.${'0'.repeat(places)}` }
  }
  return { value: text, type: 'string' }
}

function excelCell(cell: PrintedCell): Partial<Cell> {
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

function tableSheet(table: PrintedTable): WriteSheet {
  const { grid, width } = table
  const labels = labelColumns(grid)
  const heads = bandsOf(grid)
  const frozen = heads.length > 2 ? 0 : (heads[0]?.rows.length ?? 0)
  const cells = new Map<string, Partial<Cell>>()
  const merges: MergeRange[] = []
  const rows = grid.map((line) => line.map(() => null))
  const rowDefs = new Map<number, { height: number }>()
  for (const [row, line] of grid.entries()) {
    for (const [column, cell] of line.entries()) {
      const origin = cell.row === row && cell.column === column
      const { style, ...content } = excelCell(cell)
      cells.set(`${row},${column}`, { ...(origin ? content : { value: null, type: 'empty' }), ...(style && { style }) })
    }
    const beginning = beginningIn(grid, row)
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
    freezePane: { rows: frozen, columns: labels },
    pageSetup: {
      paperSize: 'a4',
      orientation: grid.length > width ? 'portrait' : 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 1,
      horizontalCentered: true,
      ...(frozen > 0 ? { printTitlesRow: `$1:$${frozen}` } : {}),
    },
    a11y: { summary: table.caption },
  }
}

/** Title, organ, year, format and the whole narrative: one paragraph a row, its heading beside it. */
function textSheet({ title, organ, year, format, sections, letterhead }: PrintedReport): WriteSheet {
  const rows: [string, string | number][] = [
    ['标题', title],
    ...(organ ? [['机关', organ] as [string, string]] : []),
    ...(year === null ? [] : [['年度', year] as [string, number]]),
    ['格式', `${format}年格式`],
    ...(letterhead?.publishedOn ? [['公布日期', chineseDate(letterhead.publishedOn)] as [string, string]] : []),
    ...(letterhead?.contact ?? []).map((text): [string, string] => ['联系方式', text]),
    ...sections.flatMap(({ heading, paragraphs }) =>
      (paragraphs.length ? paragraphs : ['']).map((text): [string, string] => [heading ?? '引言', text]),
    ),
  ]
  const style = (bold: boolean): CellStyle => ({
    font: { bold },
    alignment: { vertical: 'top', wrapText: true, horizontal: 'left' },
    border: { bottom: { style: 'hair', color: { rgb: 'BBBBBB' } } },
  })
  return {
    name: '正文',
    columns: [{ width: 36 }, { width: 96 }],
    rows,
    rowDefs: new Map(
      rows.map(([, text], row) => [
        row,
        { height: Math.min(400, 6 + 15 * Math.max(1, Math.ceil(String(text).length / 46))) },
      ]),
    ),
    cells: new Map(
      rows.flatMap(([label, text], row) => [
        [`${row},0`, { value: label, type: 'string', style: style(true) }] as const,
        [
          `${row},1`,
          { value: text, type: typeof text === 'number' ? 'number' : 'string', style: style(false) },
        ] as const,
      ]),
    ),
    pageSetup: { paperSize: 'a4', orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  }
}

/** The day that stands in the file's properties, so that equal reports give equal bytes. */
const stamp = ({ year, letterhead }: PrintedReport): Date =>
  new Date(`${letterhead?.publishedOn ?? `${(year ?? 2019) + 1}-01-01`}T00:00:00Z`)

/** The report as an Excel workbook: the narrative, then one sheet for each statutory table; figures are numbers. */
export async function writeXlsx(report: PrintedReport): Promise<Uint8Array> {
  const tables = report.sections.flatMap(({ table }) => (table ? [tableSheet(table)] : []))
  return writeWorkbook({
    sheets: [textSheet(report), ...tables],
    properties: {
      title: report.title,
      creator: report.organ ?? '',
      created: stamp(report),
      modified: stamp(report),
    },
    defaultFont: { name: '宋体', size: 11 },
  })
}
