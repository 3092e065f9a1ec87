import { sql } from 'kysely'
import type { Tx } from '../../db/database.ts'
import { bearsReportSeal } from '../../db/row-seals.ts'
import type { PublishedYear } from './published.ts'

/** A published year with the figure that an organ's years are compared by. */
export interface ReportedYear extends PublishedYear {
  /** New requests of the year; null where the report does not state it, or is forged. */
  readonly newReceived: number | null
  /** Somebody else than the program has changed it since it was published: nothing that it says is shown. */
  readonly isForged: boolean
}

/** The published years of an organ, the newest first, each as its newest revision says. */
export async function listReported(tx: Tx, organId: number): Promise<ReportedYear[]> {
  const rows = await tx
    .selectFrom('annualReports as r')
    .leftJoin('annualReportSeals as s', (join) =>
      join.onRef('s.organId', '=', 'r.organId').onRef('s.year', '=', 'r.year').onRef('s.revision', '=', 'r.revision'),
    )
    .distinctOn('r.year')
    .select(['r.organId', 'r.year', 'r.publishedOn', 's.seal'])
    .select(sql<string>`annual_report_print(r)`.as('print'))
    // One figure only: the whole reports of many years would be read for it.
    .select(sql<string | null>`r.report #>> '{requests,newReceived,total}'`.as('newReceived'))
    .where('r.organId', '=', organId)
    .orderBy('r.year', 'desc')
    .orderBy('r.revision', 'desc')
    .execute()
  return rows.map(({ print, seal, newReceived, ...year }) => {
    const isForged = !bearsReportSeal({ print, seal })
    return { ...year, isForged, newReceived: isForged || newReceived === null ? null : Number(newReceived) }
  })
}
