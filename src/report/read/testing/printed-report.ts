import fc from 'fast-check'
import type { ReportFormat } from '../../../law/report-format.ts'
import { reportFormats } from '../../../law/report-formats.ts'
import { type AnnualReport, figure, setFigure } from '../../report.ts'
import { cellsOf, type SheetCell, type SheetTable, sheetTables } from '../../sheet.ts'

/** The forms that are met in print: both notices, and the common mixture of the two. */
export const printedFormats: Readonly<Record<string, ReportFormat>> = {
  '2021': reportFormats['2021'],
  '2019': reportFormats['2019'],
  mixed: { ...reportFormats['2021'], requests: reportFormats['2019'].requests },
}

export type Figures = Pick<AnnualReport, 'proactive' | 'requests' | 'remedies'>

const count = fc.oneof(
  { weight: 3, arbitrary: fc.constant(0) },
  { weight: 3, arbitrary: fc.nat(30) },
  // No organ counts a million of anything in these tables; three of seven digits may be cells that hang together.
  fc.nat(999_999),
)
const amount = fc.oneof(
  fc.constant('0'),
  fc.tuple(fc.nat(99_999), fc.integer({ min: 1, max: 9 })).map(([whole, last]) => `${whole}.0${last}`),
)
const delta = fc.integer({ min: -900, max: 900 })

/** Figures for every cell of a form, none left out. */
export function anyFigures(format: ReportFormat): fc.Arbitrary<Figures> {
  const cells = cellsOf(format)
  const kinds = sheetTables(format).flatMap(({ rows }) =>
    rows.flatMap((row) => row.flatMap(({ cell, kind }) => (cell ? [kind] : []))),
  )
  return fc
    .tuple(
      ...kinds.map((kind) =>
        kind === 'delta' ? delta : kind === 'amountWan' || kind === 'asPrinted' ? amount : count,
      ),
    )
    .map((values) => {
      const figures: Figures = { proactive: {}, requests: {}, remedies: {} }
      cells.forEach((cell, index) => {
        setFigure(figures, cell, values[index] ?? null)
      })
      return figures
    })
}

/** How one hand writes labels and figures. */
export interface Hand {
  readonly label: (text: string) => string
  readonly figure: (text: string) => string
}

export const cleanHand: Hand = { label: (text) => text, figure: (text) => text }

const fullWidth = (text: string) => text.replace(/[0-9]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))

/** Habits of writing, each harmless to the meaning. */
export const hands: Readonly<Record<string, Hand>> = {
  clean: cleanHand,
  fullWidth: { label: (text) => text, figure: fullWidth },
  slash: { label: (text) => text, figure: (text) => (text === '0' ? '/' : text) },
  padded: { label: (text) => `\u3000${text}\u00a0`, figure: (text) => `\u00a0\u3000${text} ` },
  items: { label: (text) => text, figure: (text) => (/^\d+$/.test(text) ? `${text}件` : text) },
  remarks: { label: (text) => text, figure: (text) => (/^[1-9]\d?$/.test(text) ? `${text}（其中修订1件）` : text) },
  halfWidth: {
    label: (text) => text.normalize('NFKC').replaceAll('“', '"').replaceAll('”', '"'),
    figure: (text) => text,
  },
  commas: {
    label: (text) => text.replace(/^(\d)\./, '$1、'),
    figure: (text) => text.replace(/^(\d{1,2})(\d{3})(\d{3})$/, '$1,$2,$3'),
  },
  bare: {
    label: (text) => text.replace(/^\d\./, '').replaceAll('“', '「').replaceAll('”', '」'),
    figure: (text) => text,
  },
  spaced: { label: (text) => text.replace('）', '） ').replace('本年', '本年 '), figure: (text) => text },
  short: {
    label: (text) => text.replace('行政规范性文件', '规范性文件').replace(/件数$/, '件'),
    figure: (text) => text,
  },
}

/** What a hand's figures state: the one that writes / for 0 states nothing there. */
export function stated(format: ReportFormat, figures: Figures, hand: string): Figures {
  if (hand !== 'slash') return figures
  const read: Figures = { proactive: {}, requests: {}, remedies: {} }
  for (const cell of cellsOf(format)) {
    const value = figure(figures, cell)
    const isNone = String(value) === '0' && cell.column !== 'amountPrinted'
    setFigure(read, cell, isNone ? null : value)
  }
  return read
}

const signed = (value: number) => (value > 0 ? `+${value}` : String(value))

/** What stands in a cell, written by a hand. */
export function printed(figures: Figures, { label, cell, kind }: SheetCell, hand: Hand): string {
  if (!cell) return hand.label(label ?? '')
  const value = figure(figures, cell)
  if (value === null) return ''
  if (kind === 'asPrinted') return String(value)
  return hand.figure(kind === 'delta' && typeof value === 'number' ? signed(value) : String(value))
}

export interface Printed {
  readonly cells: readonly string[]
  /** Cells of the grid that the row leaves to merged ones. */
  readonly merged: number
}

/** Rows of a table as text, with the number of merged cells that a flattening leaves behind as bars. */
export const printedRows = (table: SheetTable, figures: Figures, hand: Hand): Printed[] =>
  table.rows.map((row) => ({
    cells: row.map((cell) => printed(figures, cell, hand)),
    merged: row.reduce((sum, { colspan }) => sum + colspan - 1, 0),
  }))

const prose: Readonly<Record<string, string>> = {
  overview: '2024年，示例市园林局认真贯彻落实条例，主动公开政府信息128条，其中行政许可、行政处罚类信息3条。',
  problems: '一是公开内容还不够丰富，二是解读形式还较为单一。下一步将加强业务培训。',
  otherMatters: '本年度没有收取信息处理费。',
}

/** A whole report as text, its three tables printed by `print`. */
export function reportText(
  format: ReportFormat,
  figures: Figures,
  print: (rows: Printed[], table: SheetTable) => string,
  hand: Hand,
): string {
  const tables = new Map(sheetTables(format).map((table) => [table.id as string, table]))
  const parts = format.sections.flatMap(({ id, heading }) => {
    const table = tables.get(id)
    return [heading, table ? print(printedRows(table, figures, hand), table) : (prose[id] ?? '')]
  })
  return [
    '示例市园林局2024年政府信息公开工作年度报告',
    '根据《中华人民共和国政府信息公开条例》要求编制本报告，统计期限自2024年1月1日起至2024年12月31日止。如有疑问，请与示例市园林局联系（电话：0000-1234567）。',
    ...parts,
    '',
  ].join('\n')
}
