import { applicantKinds, reportFormat2021 } from '../../law/report-format-2021.ts'
import { refusals } from '../../refusal.ts'
import { cellName } from '../cell-name.ts'
import { unreadOf } from '../finding.ts'
import type { Reading } from '../read/reading.ts'
import { cellId, figure } from '../report.ts'

/** A figure that last year's report hands on to this year's, to be confirmed by a person. */
export interface OpeningCell {
  /** Of this year: `carriedOver/naturalPerson`. */
  readonly cell: string
  readonly name: string
  readonly value: number
}

export interface Opening {
  readonly organ: string | null
  readonly year: number
  readonly cells: readonly OpeningCell[]
  /** Columns that could not be read for certain, or that the report does not state: nobody may take them for nought. */
  readonly missing: readonly string[]
}

/**
 * What the report on the year before says is carried forward, class by class of applicants, as this year's 上年结转. Refuses a file
 * that is no report, one on another year, and one of another organ.
 */
export function openingOf({ report, findings, readable }: Reading, organ: string, year: number): Opening {
  if (!readable) throw refusals.openingUnreadable(findings[0]?.message ?? '')
  if (report.year !== year - 1) throw refusals.openingOfOtherYear(report.year, year - 1)
  if (report.organ !== null && report.organ !== organ) throw refusals.openingOfOtherOrgan(report.organ)
  const unread = unreadOf(findings)
  const isRead = !unread.has('carriedForward') && !unread.has('requests')
  const read = applicantKinds.map((column) => {
    const cell = { table: 'requests', row: 'carriedOver', column } as const
    const value = figure(report, { ...cell, row: 'carriedForward' })
    return { cell, value: isRead && typeof value === 'number' ? value : null }
  })
  return {
    organ: report.organ,
    year: year - 1,
    cells: read.flatMap(({ cell, value }) =>
      value === null ? [] : [{ cell: cellId(cell), name: cellName(reportFormat2021, cell), value }],
    ),
    missing: read.flatMap(({ cell, value }) => (value === null ? [cellName(reportFormat2021, cell)] : [])),
  }
}
