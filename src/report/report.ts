import { z } from 'zod'
import type { SectionId } from '../law/report-format.ts'
import type { ReportFormatId } from '../law/report-formats.ts'

const Count = z.number().int().nullable()

/** A paragraph group of the report. `intro` stands before 一 and has no heading; tables are not in `paragraphs`. */
export const Section = z.object({
  id: z.enum(['intro', 'overview', 'proactive', 'requests', 'remedies', 'problems', 'otherMatters']),
  heading: z.string(),
  paragraphs: z.array(z.string()),
})
export type Section = z.infer<typeof Section>
export type SectionKey = SectionId | 'intro'

/** A figure that somebody has stated in the place of what the registers counted, with its source. */
const StatedCell = z.object({
  table: z.enum(['proactive', 'requests', 'remedies']),
  row: z.string(),
  column: z.string(),
  value: z.union([z.number().int(), z.string()]),
  counted: z.union([z.number().int(), z.string()]).nullable(),
  reason: z.string(),
  source: z.string(),
})
export type StatedCell = z.infer<typeof StatedCell>

/**
 * An annual report, computed by us or read from anywhere. A figure that the source does not state is null or absent,
 * never 0. Amounts in 万元 are decimal strings.
 */
export const AnnualReport = z.object({
  title: z.string().nullable().default(null),
  organ: z.string().nullable(),
  year: z.number().int().nullable(),
  format: z.enum(['2021', '2019', 'mixed']).nullable(),
  proactive: z.record(z.string(), z.union([z.number().int(), z.string()]).nullable()),
  requests: z.record(z.string(), z.record(z.string(), Count)),
  remedies: z.record(z.string(), z.record(z.string(), Count)),
  /** Cases that had been pending before the year are not shown again, as the organ had chosen; absent, they are. */
  remediesPendingBefore: z.literal('leftOut').optional(),
  /** Of whom the figures of a government speak beside its own office; absent, of nobody. */
  countsBelow: z.enum(['withDepartments', 'withGovernments']).optional(),
  /** Which figures are not the registers' own; absent, none is. */
  stated: z.array(StatedCell).optional(),
  sections: z.array(Section).default([]),
})
export type AnnualReport = z.infer<typeof AnnualReport>
export type PrintableFormatId = ReportFormatId

/** Where a figure stands. Proactive: row `rules`, column `inForce`. Requests: `granted`, `total`. Remedies: `review`, `upheld`. */
export interface CellRef {
  readonly table: 'proactive' | 'requests' | 'remedies'
  readonly row: string
  readonly column: string
}

/** What a cell is called in addresses and in what is sent: `newReceived/naturalPerson`. */
export const cellId = ({ row, column }: Pick<CellRef, 'row' | 'column'>): string => `${row}/${column}`

export type Figure = number | string | null

/** The figure in a cell; null when the report does not state it. */
export function figure(report: Pick<AnnualReport, CellRef['table']>, { table, row, column }: CellRef): Figure {
  if (table === 'proactive') return report.proactive[`${row}.${column}`] ?? null
  return report[table][row]?.[column] ?? null
}

/**
 * Writes a figure into its cell, making the row where it is new. The report changes in place, its rows too: they must be the
 * caller's own, and shared with no other report.
 */
export function setFigure(report: Pick<AnnualReport, CellRef['table']>, cell: CellRef, value: Figure): void {
  const { table, row, column } = cell
  if (table === 'proactive') {
    report.proactive[`${row}.${column}`] = value
    return
  }
  if (typeof value === 'string') throw new TypeError(`${table}/${row}/${column} takes a whole number`)
  const cells = report[table][row]
  if (cells) cells[column] = value
  else report[table][row] = { [column]: value }
}
