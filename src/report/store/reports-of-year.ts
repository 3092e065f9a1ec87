import { sql } from 'kysely'
import type { z } from 'zod'
import type { PlainDate } from '../../days/plain-date.ts'
import type { Tx } from '../../db/database.ts'
import { bearsReportSeal } from '../../db/row-seals.ts'
import { AnnualReport } from '../report.ts'
import { FileForm, type ReportFile } from './published.ts'

const ReportFigures = AnnualReport.pick({ format: true, proactive: true, requests: true, remedies: true })
/** What a report says in its three tables. */
export type ReportFigures = z.infer<typeof ReportFigures>

/** The report of one organ on a year, as its newest revision says. */
export interface ReportOfYear {
  readonly organId: number
  readonly revision: number
  /** Of the newest revision. */
  readonly publishedOn: PlainDate
  /** Of the first one, by which it is on time or late; null where somebody else than the program has changed that. */
  readonly firstPublishedOn: PlainDate | null
  readonly recordedAt: Date
  /** Null where somebody else than the program has changed the report since it was published: nothing that it says is shown. */
  readonly figures: ReportFigures | null
}

/** The published reports of all organs on `year`; without their words, which are most of a report. */
export async function listReportsOfYear(tx: Tx, year: number): Promise<ReportOfYear[]> {
  const rows = await tx
    .selectFrom('annualReports as r')
    .leftJoin('annualReportSeals as s', (join) =>
      join.onRef('s.organId', '=', 'r.organId').onRef('s.year', '=', 'r.year').onRef('s.revision', '=', 'r.revision'),
    )
    .innerJoin('annualReports as f', (join) =>
      join.onRef('f.organId', '=', 'r.organId').onRef('f.year', '=', 'r.year').on('f.revision', '=', 1),
    )
    .leftJoin('annualReportSeals as fs', (join) =>
      join
        .onRef('fs.organId', '=', 'f.organId')
        .onRef('fs.year', '=', 'f.year')
        .onRef('fs.revision', '=', 'f.revision'),
    )
    .select(['r.organId', 'r.revision', 'r.publishedOn', 'r.recordedAt', 's.seal'])
    .select(['f.publishedOn as firstPublishedOn', 'fs.seal as firstSeal'])
    .select(sql<string>`annual_report_print(r)`.as('print'))
    // Most reports have one revision, which need not be read twice.
    .select(sql<string | null>`case when r.revision > 1 then annual_report_print(f) end`.as('firstPrint'))
    .select(sql<unknown>`r.report - 'sections' - 'stated'`.as('report'))
    .where('r.year', '=', year)
    // Not sorted to find the newest: whole reports would be carried along.
    .where('r.revision', '=', ({ selectFrom }) =>
      selectFrom('annualReports as n')
        .select(({ fn }) => fn.max('n.revision').as('newest'))
        .whereRef('n.organId', '=', 'r.organId')
        .whereRef('n.year', '=', 'r.year'),
    )
    .execute()
  return rows.map(({ print, seal, firstPrint, firstSeal, firstPublishedOn, report, ...entry }) => ({
    ...entry,
    firstPublishedOn: bearsReportSeal({ print: firstPrint ?? print, seal: firstSeal }) ? firstPublishedOn : null,
    figures: bearsReportSeal({ print, seal }) ? ReportFigures.parse(report) : null,
  }))
}

interface FileOfYear extends ReportFile {
  readonly organId: number
}

/** What the newest revisions of all organs on `year` can be downloaded as. */
export async function listFilesOfYear(tx: Tx, year: number): Promise<FileOfYear[]> {
  const files = await tx
    .selectFrom('annualReportFiles as f')
    .select(['f.organId', 'f.form', 'f.sha256'])
    .select(sql<number>`octet_length(f.bytes)`.as('size'))
    .where('f.year', '=', year)
    .where('f.revision', '=', ({ selectFrom }) =>
      selectFrom('annualReports as r')
        .select(({ fn }) => fn.max('r.revision').as('newest'))
        .whereRef('r.organId', '=', 'f.organId')
        .whereRef('r.year', '=', 'f.year'),
    )
    .execute()
  return files.map((file) => ({ ...file, form: FileForm.parse(file.form) }))
}
