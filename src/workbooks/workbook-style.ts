import type { ExplanationLine } from './explanation.ts'
import type { Column } from './ledger.ts'
import type { CellStyle } from './xlsx/cell-style.ts'

export const blue = '0B4EA2'
const paleBlue = 'E3ECF7'
const grey = 'F3F4F6'
const line = { style: 'thin', color: { rgb: 'C9D1DB' } } as const
const border = { top: line, right: line, bottom: line, left: line }
const fill = (rgb: string) => ({ type: 'pattern', pattern: 'solid', fgColor: { rgb } }) as const

const name = '微软雅黑'
export const defaultFont = { name, size: 10.5 }

const formats = { text: '@', date: 'yyyy-mm-dd', money: '#,##0.00', choice: '@' } as const

/** Characters, a Chinese one being two. */
const printedLength = (text: string): number => [...text].reduce((sum, char) => sum + (char > '\u00ff' ? 2 : 1), 0)

export const widthOf = (column: Column): number => {
  const heading = printedLength(column.header) + 5
  const content = {
    text: column.kind === 'text' && column.maxLength >= 500 ? 38 : 24,
    date: 13,
    money: 15,
    choice: column.kind === 'choice' ? Math.max(...column.choices.map(({ label }) => printedLength(label))) + 4 : 0,
  }[column.kind]
  return Math.max(Math.min(heading, 24), Math.min(content, 36))
}

/** Required columns are dark, the others pale: never by colour alone, they carry a star too. */
export const header = (isRequired: boolean): CellStyle => ({
  font: { name, size: 10.5, bold: true, color: { rgb: isRequired ? 'FFFFFF' : '1F2A37' } },
  fill: fill(isRequired ? blue : paleBlue),
  border,
  alignment: { horizontal: 'center', vertical: 'center', wrapText: true },
})

export const body = (column?: Column): CellStyle => ({
  font: defaultFont,
  border,
  numFmt: column ? formats[column.kind] : 'General',
  alignment: {
    vertical: 'center',
    horizontal: column?.kind === 'money' ? 'right' : column && column.kind !== 'date' ? 'left' : 'center',
    wrapText: column?.kind === 'text',
    indent: column && column.kind !== 'date' ? 1 : 0,
  },
})

export const example = (column?: Column): CellStyle => ({
  ...body(column),
  font: { name, size: 10.5, color: { rgb: '5B6573' } },
  fill: fill(grey),
})

const explanations: Record<ExplanationLine['kind'], CellStyle> = {
  title: { font: { name, size: 18, bold: true, color: { rgb: blue } }, alignment: { vertical: 'center' } },
  heading: { font: { name, size: 13, bold: true, color: { rgb: blue } }, alignment: { vertical: 'bottom' } },
  text: { font: defaultFont, alignment: { vertical: 'center', wrapText: true } },
  columns: { font: { name, size: 10.5, bold: true }, fill: fill(paleBlue), border, alignment: { vertical: 'center' } },
  column: { font: defaultFont, border, alignment: { vertical: 'center', wrapText: true } },
}
export const explanation = (kind: ExplanationLine['kind']): CellStyle => explanations[kind]

/** Points. Excel does not grow merged rows by itself. */
export function explanationHeight(kind: ExplanationLine['kind'], texts: readonly string[]): number {
  if (kind === 'title') return 40
  if (kind === 'heading') return 34
  const widths = kind === 'text' ? [140] : [24, 8, 44, 64]
  const lines = texts.map((text, index) => Math.ceil(printedLength(text) / ((widths[index] ?? 20) - 2)))
  return 6 + 16 * Math.max(1, ...lines)
}
