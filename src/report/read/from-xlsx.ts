import type { ReadSheet } from '../../workbooks/xlsx/book.ts'
import type { Font } from '../../workbooks/xlsx/cell-style.ts'
import { bareName } from './bare.ts'
import { unsavedFormula } from './draft.ts'
import { labelsByName } from './labels.ts'
import { asDoubtful, asMarks } from './marks.ts'
import { openZip } from './open-zip.ts'
import { type LeftOut, type Page, type PageLine, textLine } from './page.ts'
import { isFigure } from './printed-figure.ts'
import { shownSheets, standsIn } from './sheets-left-out.ts'
import { shownNumber } from './shown-number.ts'

const maxRows = 20_000
const maxColumns = 200

const maxSheets = 50
/** So many more rows are looked at, to see whether something stands in them. */
const rowsBeyond = 1_000

/** A page from a workbook: what it shows, sheet after sheet; of merged cells only the first counts. */
export async function pageFromXlsx(bytes: Uint8Array): Promise<Page> {
  const stands = standsIn(await openZip(bytes))
  const { workbook, hidden, beyond } = await shownSheets(bytes, {
    stands,
    most: maxSheets,
    maxRows: maxRows + rowsBeyond,
  })
  const { sheets, title } = workbook
  return {
    lines: sheets.flatMap(linesOf),
    title,
    isTorn: false,
    leftOut: [
      ...hidden,
      ...sheets.flatMap((sheet) => [...hiddenParts(sheet), ...faintParts(sheet), ...partsBeyond(sheet)]),
      ...beyond,
    ],
  }
}

const isFilled = (value: unknown): boolean => value !== null && value !== undefined && value !== ''

/** Rows and columns past the last that are read, in which something stands. */
function partsBeyond({ name, rows }: ReadSheet): LeftOut[] {
  const parts = [
    ...(rows.slice(maxRows).some((row) => row.some(isFilled)) ? [`第${maxRows}行以后的各行`] : []),
    ...(rows.some((row) => row.slice(maxColumns).some(isFilled)) ? [`第${maxColumns}列以后的各列`] : []),
  ]
  return parts.map((part) => ({ kind: 'beyond', what: `工作表“${name}”${part}` }))
}

/** Hidden rows and columns in which something stands, by their names in the workbook. */
function hiddenParts({ name, rows, rowDefs, columns }: ReadSheet): LeftOut[] {
  const hiddenRows = rows.flatMap((row, at) =>
    at < maxRows && rowDefs.get(at)?.hidden && row.some(isFilled) ? [`第${at + 1}行`] : [],
  )
  const hiddenColumns = columns.flatMap((column, at) =>
    at < maxColumns && column?.hidden && rows.some((row) => isFilled(row[at])) ? [`${columnLetters(at)}列`] : [],
  )
  return [...hiddenRows, ...hiddenColumns].map((part) => ({ kind: 'hidden', what: `工作表“${name}”${part}` }))
}

/** Digits of a cell that are struck through or white beside others that are not. */
const faintParts = ({ cells }: ReadSheet): LeftOut[] =>
  [...cells.values()].flatMap(({ richText = [], style }) =>
    richText.flatMap(({ text, font }) =>
      isFaint(font ?? style?.font) && /\d/.test(text)
        ? [{ kind: 'faint' as const, what: text.trim().slice(0, 20) }]
        : [],
    ),
  )

const columnLetters = (at: number): string =>
  (at > 25 ? String.fromCharCode(64 + Math.floor(at / 26)) : '') + String.fromCharCode(65 + (at % 26))

function linesOf(sheet: ReadSheet): PageLine[] {
  const lines: PageLine[] = []
  const covered = coveredCells(sheet)
  sheet.rows.slice(0, maxRows).forEach((row, rowIndex) => {
    if (sheet.rowDefs.get(rowIndex)?.hidden) return
    const cells: string[] = []
    const columns: number[] = []
    row.slice(0, maxColumns).forEach((_, column) => {
      if (covered.has(`${rowIndex},${column}`) || sheet.columns[column]?.hidden) return
      cells.push(shown(sheet, rowIndex, column))
      columns.push(column)
    })
    const filled = cells.filter((cell) => cell !== '')
    if (filled.length === 0) return
    const [only = '', ...others] = filled
    if (others.length === 0 && isSentence(only)) for (const text of only.split(/\r?\n/)) lines.push(textLine(text))
    else lines.push({ cells, columns, isRow: true })
  })
  return lines
}

/** A line with one cell is text, however short, unless it is a label of the form or a figure. */
const isSentence = (text: string): boolean =>
  text.length > 20 || !(isFigure(text) || labelsByName.has(bareName(text)) || text.startsWith(unsavedFormula))

function coveredCells({ merges }: ReadSheet): ReadonlySet<string> {
  const covered = new Set<string>()
  let reserved = 0
  for (const { startRow, startCol, endRow, endCol } of merges) {
    for (let row = startRow; row <= Math.min(endRow, maxRows); row += 1) {
      for (let column = startCol; column <= Math.min(endCol, maxColumns) && reserved < 500_000; column += 1) {
        reserved += 1
        if (row !== startRow || column !== startCol) covered.add(`${row},${column}`)
      }
    }
  }
  return covered
}

/** Struck through or white: whether such a number counts, nobody can say. */
const isFaint = (font: Font | undefined): boolean =>
  font?.strikethrough === true || /^(?:ff)?ffffff$/i.test(font?.color?.rgb ?? '')

/** What a cell shows. Where its format shows another number than it holds, other than rounded, it is no plain figure. */
function shown({ rows, cells }: ReadSheet, row: number, column: number): string {
  const value = rows[row]?.[column]
  const cell = cells.get(`${row},${column}`)
  if (value === null || value === undefined)
    return cell?.formula === undefined ? '' : `${unsavedFormula}=${cell.formula}`
  const font = cell?.style?.font
  if (typeof value === 'number') {
    const text = shownNumber(value, cell?.style?.numFmt)
    return isFaint(font) ? asDoubtful(text) : text
  }
  if (cell?.richText)
    return cell.richText
      .map(({ text, font: own }) => (own?.vertAlign ? asMarks(text) : isFaint(own ?? font) ? asDoubtful(text) : text))
      .join('')
      .trim()
  const text = String(value).trim()
  return isFaint(font) ? asDoubtful(text) : text
}
