import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { z } from 'zod'
import type { PlainDate } from '../../days/plain-date.ts'
import type { Tx } from '../../db/database.ts'
import { bearsReportSeal, reportSeal } from '../../db/row-seals.ts'
import { refusals } from '../../refusal.ts'
import type { Finding } from '../finding.ts'
import { AnnualReport } from '../report.ts'

export interface Revision {
  readonly revision: number
  readonly publishedOn: PlainDate
  readonly recordedAt: Date
  readonly reason: string | null
}

/** A report as it stands in public: the newest revision, with the history of the earlier ones. */
export interface PublishedReport {
  readonly report: AnnualReport
  readonly findings: readonly Finding[]
  readonly revisions: readonly Revision[]
}

export interface PublishedYear {
  readonly organId: number
  readonly year: number
  readonly publishedOn: PlainDate
}

/** One line per organ and year that is published, newest year first; `organId` narrows it to one organ. */
export async function listPublished(tx: Tx, organId?: number): Promise<PublishedYear[]> {
  let query = tx
    .selectFrom('annualReports')
    .distinctOn(['organId', 'year'])
    .select(['organId', 'year', 'publishedOn'])
    .orderBy('organId')
    .orderBy('year', 'desc')
    .orderBy('revision', 'desc')
  if (organId !== undefined) query = query.where('organId', '=', organId)
  return query.execute()
}

interface StandingReport {
  readonly revision: number
  /** Null where somebody else than the program has changed it since it was published. */
  readonly published: PublishedReport | null
}

/** What stands as the report on `year`, or undefined while there is none. */
export async function findStanding(tx: Tx, organId: number, year: number): Promise<StandingReport | undefined> {
  const rows = await tx
    .selectFrom('annualReports')
    .select(['revision', 'publishedOn', 'recordedAt', 'revisionReason as reason', 'report'])
    .select(sql<readonly Finding[]>`findings`.as('findings'))
    .where('organId', '=', organId)
    .where('year', '=', year)
    .orderBy('revision', 'desc')
    .execute()
  const [newest] = rows
  if (!newest) return undefined
  const { revision } = newest
  if (!(await isOurs(tx, { organId, year, revision }))) return { revision, published: null }
  const published = {
    report: AnnualReport.parse(newest.report),
    findings: newest.findings,
    revisions: rows.map(({ report: _, findings: __, ...each }) => each),
  }
  return { revision, published }
}

/** The published report on `year`, or undefined while there is none. Refuses one that the program did not publish so. */
export async function findPublished(tx: Tx, organId: number, year: number): Promise<PublishedReport | undefined> {
  const standing = await findStanding(tx, organId, year)
  if (!standing) return undefined
  if (!standing.published) throw notOurs({ organId, year, revision: standing.revision })
  return standing.published
}

/** The number of the revision that is public, nought while none is. Reads no content, so that a forged one can be replaced. */
export async function newestRevision(tx: Tx, organId: number, year: number): Promise<number> {
  const { newest } = await tx
    .selectFrom('annualReports')
    .select(({ fn }) => fn.max('revision').as('newest'))
    .where('organId', '=', organId)
    .where('year', '=', year)
    .executeTakeFirstOrThrow()
  return newest ?? 0
}

export const isPublished = async (tx: Tx, organId: number, year: number): Promise<boolean> =>
  (await newestRevision(tx, organId, year)) > 0

export const FileForm = z.enum(['docx', 'pdf', 'xlsx', 'json', 'txt', 'html'])
export type FileForm = z.infer<typeof FileForm>

const filesOfNewest = (tx: Tx, organId: number, year: number) =>
  tx
    .selectFrom('annualReportFiles')
    .where('organId', '=', organId)
    .where('year', '=', year)
    .where('revision', '=', ({ selectFrom }) =>
      selectFrom('annualReports')
        .select(({ fn }) => fn.max('revision').as('newest'))
        .where('organId', '=', organId)
        .where('year', '=', year),
    )

/**
 * The frozen file of the newest revision; never that of an earlier one, which has been corrected. Refuses bytes that the
 * program did not publish.
 */
export async function findFile(
  tx: Tx,
  organId: number,
  year: number,
  form: FileForm,
): Promise<{ readonly bytes: Buffer; readonly sha256: string; readonly recordedAt: Date } | undefined> {
  const file = await filesOfNewest(tx, organId, year)
    .select(['revision', 'bytes', 'sha256'])
    .select(({ selectFrom }) =>
      selectFrom('annualReports as r')
        .select('r.recordedAt')
        .whereRef('r.organId', '=', 'annualReportFiles.organId')
        .whereRef('r.year', '=', 'annualReportFiles.year')
        .whereRef('r.revision', '=', 'annualReportFiles.revision')
        .$asScalar()
        .$notNull()
        .as('recordedAt'),
    )
    .where('form', '=', form)
    .executeTakeFirst()
  if (!file) return undefined
  const key = { organId, year, revision: file.revision }
  if (!(await isOurs(tx, key))) throw notOurs(key)
  if (createHash('sha256').update(file.bytes).digest('hex') !== file.sha256) throw notOurs(key)
  return { bytes: file.bytes, sha256: file.sha256, recordedAt: file.recordedAt }
}

interface RevisionKey {
  readonly organId: number
  readonly year: number
  readonly revision: number
}

/** What a revision says, as it is sealed, and the seal that it has. */
async function sealOf(tx: Tx, { organId, year, revision }: RevisionKey) {
  const { rows } = await sql<{ print: string; seal: Buffer | null }>`
    select annual_report_print(r) as print, s.seal from annual_reports r left join annual_report_seals s using (organ_id, year, revision)
    where organ_id = ${organId} and year = ${year} and revision = ${revision}`.execute(tx)
  return rows[0]
}

/**
 * Whether a revision is as the program published it. Only looked at where the report is read anew, which is once for as long as a
 * page is kept in memory.
 */
export async function isOurs(tx: Tx, key: RevisionKey): Promise<boolean> {
  const found = await sealOf(tx, key)
  return found !== undefined && bearsReportSeal(found)
}

function notOurs({ organId, year }: RevisionKey) {
  process.stderr.write(
    `编号为${organId}的机关${year}年度报告与公布时不一致，已停止显示；请执行 kaicheng audit verify --deep\n`,
  )
  return refusals.reportNotAsPublished(year)
}

export interface ReportFile {
  readonly form: FileForm
  readonly sha256: string
  /** In bytes. */
  readonly size: number
}

/** What the newest revision can be downloaded as. */
export async function listFiles(tx: Tx, organId: number, year: number): Promise<ReportFile[]> {
  const files = await filesOfNewest(tx, organId, year)
    .select(['form', 'sha256'])
    .select(sql<number>`octet_length(bytes)`.as('size'))
    .execute()
  return files.map((file) => ({ ...file, form: FileForm.parse(file.form) }))
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
  const revision = (await newestRevision(tx, next.organId, year)) + 1
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
  const sealed = await sealOf(tx, { ...key, revision })
  if (!sealed) throw new TypeError('the revision was added just now')
  await tx
    .insertInto('annualReportSeals')
    .values({ ...key, revision, seal: reportSeal(sealed.print) })
    .executeTakeFirstOrThrow()
  return revision
}

const NotedDrift = z.object({
  reports: z.array(z.object({ year: z.number(), revision: z.number(), cells: z.array(z.string()) })),
})

/** What the log last said of published reports that no longer agree with the registers; nothing where it never did. */
export async function lastNotedDrift(tx: Tx, organId: number): Promise<z.infer<typeof NotedDrift>['reports']> {
  const row = await tx
    .selectFrom('auditEntries')
    .select('detail')
    .where('organId', '=', organId)
    .where('action', '=', 'report.drifted')
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ? NotedDrift.parse(row.detail).reports : []
}
