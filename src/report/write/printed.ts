import type { PlainDate } from '../../days/plain-date.ts'
import { reportFormats } from '../../law/report-formats.ts'
import { refusals } from '../../refusal.ts'
import { type AnnualReport, type Figure, figure, type SectionKey } from '../report.ts'
import { type SheetCell, type SheetTable, sheetTables } from '../sheet.ts'
import { type Grid, gridOf } from './grid.ts'
import { plainLine, plainParagraphs } from './plain-text.ts'

/** Who publishes the report, printed under it: 落款 and, where there are contact lines, 版记. */
export interface Letterhead {
  readonly organ: string
  readonly contact: readonly string[]
  readonly publishedOn: PlainDate | null
}

/** A cell with the text that stands in it; `value` is undefined for headers. */
export type PrintedCell = SheetCell & { readonly text: string; readonly value?: Figure }

export interface PrintedTable {
  readonly id: SheetTable['id']
  readonly caption: string
  readonly width: number
  readonly grid: Grid<PrintedCell>
}

export interface PrintedSection {
  readonly id: SectionKey
  /** Null for the introduction. */
  readonly heading: string | null
  readonly paragraphs: readonly string[]
  readonly table: PrintedTable | null
}

export interface PrintedReport {
  readonly title: string
  readonly organ: string | null
  readonly year: number | null
  readonly format: AnnualReport['format']
  readonly sections: readonly PrintedSection[]
  readonly letterhead: Letterhead | null
}

/** Stands for a figure that the report does not state, so that nobody reads it as 0. */
export const notStated = '—'
export const notStatedWords = '未载明'

/** A figure as print shows it: “—” when not stated, a change with its sign. */
export function figureText(value: Figure, kind: SheetCell['kind']): string {
  if (value === null || value === '') return notStated
  if (typeof value === 'string') return plainLine(value) || notStated
  return kind === 'delta' && value > 0 ? `+${value}` : String(value)
}

function printTable(report: AnnualReport, table: SheetTable): PrintedTable {
  const rows = table.rows.map((row) =>
    row.map((cell): PrintedCell => {
      if (!cell.cell) return { ...cell, text: cell.label ?? '' }
      const value = figure(report, cell.cell)
      return { ...cell, value, text: figureText(value, cell.kind) }
    }),
  )
  return { id: table.id, caption: table.caption, width: table.width, grid: gridOf({ ...table, rows }) }
}

/** Title of the report; from organ and year where it has none of its own. */
export const titleOf = ({ title, organ, year }: Pick<AnnualReport, 'title' | 'organ' | 'year'>): string =>
  plainLine(title ?? '') || `${plainLine(organ ?? '')}${year === null ? '' : `${year}年`}政府信息公开工作年度报告`

/**
 * The report in printed order, as every form shows it. A section that the report lacks is left out, but the three
 * statutory tables always stand. Refuses a report whose format is mixed or unknown (art. 50).
 */
export function printReport(report: AnnualReport, letterhead: Letterhead | null = null): PrintedReport {
  if (report.format === null || report.format === 'mixed') throw refusals.formatNotPrintable(report.format)
  const format = reportFormats[report.format]
  const tables = sheetTables(format)
  const order = [{ id: 'intro' as const, heading: null }, ...format.sections]
  const sections = order.flatMap(({ id, heading }): PrintedSection[] => {
    const own = report.sections.filter((section) => section.id === id)
    const table = tables.find((each) => each.id === id)
    if (own.length === 0 && !table) return []
    return [
      {
        id,
        heading: heading && (plainLine(own[0]?.heading ?? '') || heading),
        paragraphs: plainParagraphs(own.flatMap(({ paragraphs }) => paragraphs)),
        table: table ? printTable(report, table) : null,
      },
    ]
  })
  return {
    title: titleOf(report),
    organ: plainLine(report.organ ?? letterhead?.organ ?? '') || null,
    year: report.year,
    format: report.format,
    sections,
    letterhead: letterhead && {
      organ: plainLine(letterhead.organ),
      contact: plainParagraphs(letterhead.contact),
      publishedOn: letterhead.publishedOn,
    },
  }
}
