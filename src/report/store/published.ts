import { createHash } from 'node:crypto'
import type { PlainDate } from '../../calendar/plain-date.ts'
import type { Tx } from '../../db/database.ts'
import type { Finding } from '../finding.ts'
import { AnnualReport } from '../report.ts'

/** A report as it stands in public: the newest revision, with the history of the earlier ones. */
export interface PublishedReport {
  readonly report: AnnualReport
  readonly findings: readonly Finding[]
  readonly revisions: readonly { revision: number; publishedOn: PlainDate; reason: string | null }[]
}

export interface PublishedYear {
  readonly organId: number
  readonly year: number
  readonly publishedOn: PlainDate
  readonly newReceived: number | null
}

/** One line per organ and year that is published, newest year first; `organId` narrows it to one organ. */
export async function listPublished(tx: Tx, organId?: number): Promise<PublishedYear[]> {
  let query = tx
    .selectFrom('annualReports')
    .distinctOn(['organId', 'year'])
    .select(['organId', 'year', 'publishedOn', 'report'])
    .orderBy('organId')
    .orderBy('year', 'desc')
    .orderBy('revision', 'desc')
  if (organId !== undefined) query = query.where('organId', '=', organId)
  const rows = await query.execute()
  return rows.map(({ report, ...row }) => ({
    ...row,
    newReceived: AnnualReport.parse(report).requests.newReceived?.total ?? null,
  }))
}

/** The published report on `year`, or undefined while there is none. */
export async function findPublished(tx: Tx, organId: number, year: number): Promise<PublishedReport | undefined> {
  const rows = await tx
    .selectFrom('annualReports')
    .select(['revision', 'publishedOn', 'revisionReason as reason', 'report', 'findings'])
    .where('organId', '=', organId)
    .where('year', '=', year)
    .orderBy('revision', 'desc')
    .execute()
  const [newest] = rows
  if (!newest) return undefined
  return {
    report: AnnualReport.parse(newest.report),
    findings: newest.findings as unknown as Finding[],
    revisions: rows.map(({ revision, publishedOn, reason }) => ({ revision, publishedOn, reason })),
  }
}

export type FileForm = 'docx' | 'pdf' | 'xlsx' | 'json' | 'txt' | 'html'

/** The frozen file of the newest revision. */
export async function findFile(
  tx: Tx,
  organId: number,
  year: number,
  form: FileForm,
): Promise<{ bytes: Buffer; sha256: string } | undefined> {
  return tx
    .selectFrom('annualReportFiles')
    .select(['bytes', 'sha256'])
    .where('organId', '=', organId)
    .where('year', '=', year)
    .where('form', '=', form)
    .orderBy('revision', 'desc')
    .executeTakeFirst()
}

export interface NewRevision {
  readonly organId: number
  readonly report: AnnualReport
  readonly findings: readonly Finding[]
  readonly calendarVersion: string
  readonly publishedOn: PlainDate
  readonly reason: string | null
  readonly files: ReadonlyMap<FileForm, Uint8Array>
}

/** Adds the next revision with its files; earlier ones stay. Returns its number. */
export async function addRevision(tx: Tx, next: NewRevision): Promise<number> {
  const { year, format } = next.report
  if (year === null || format === null || format === 'mixed') throw new TypeError('only a complete report is published')
  const key = { organId: next.organId, year }
  const last = await tx
    .selectFrom('annualReports')
    .select('revision')
    .where('organId', '=', next.organId)
    .where('year', '=', year)
    .orderBy('revision', 'desc')
    .limit(1)
    .executeTakeFirst()
  const revision = (last?.revision ?? 0) + 1
  await tx
    .insertInto('annualReports')
    .values({
      ...key,
      revision,
      format,
      report: JSON.stringify(next.report),
      findings: JSON.stringify(next.findings),
      calendarVersion: next.calendarVersion,
      publishedOn: next.publishedOn,
      revisionReason: next.reason,
    })
    .executeTakeFirstOrThrow()
  for (const [form, bytes] of next.files) {
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    await tx
      .insertInto('annualReportFiles')
      .values({ ...key, revision, form, sha256, bytes: Buffer.from(bytes) })
      .executeTakeFirstOrThrow()
  }
  return revision
}
