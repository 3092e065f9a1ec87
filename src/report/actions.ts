import type { PlainDate } from '../calendar/plain-date.ts'
import { yearOf } from '../calendar/plain-date.ts'
import type { Database, Tx } from '../db/database.ts'
import { inOrgan } from '../db/organ.ts'
import type { Organ } from '../organs/organ.ts'
import { refusals } from '../refusal.ts'
import { checkReport } from './check/check-report.ts'
import { compileReport, periodOf } from './compile.ts'
import type { Finding } from './finding.ts'
import { hasErrors } from './finding-list.ts'
import type { AnnualReport } from './report.ts'
import { countDocuments } from './store/ledger-figures.ts'
import { addRevision, type FileForm, findPublished } from './store/published.ts'
import { reportForms } from './write/forms.ts'
import type { Letterhead } from './write/printed.ts'
import { writeReport } from './write/write.ts'

export interface CompiledReport {
  readonly report: AnnualReport
  readonly findings: Finding[]
}

/** Computes a report from the ledgers and checks it, also against last year's where that is published. */
export async function compileAndCheck(tx: Tx, organ: Organ, year: number): Promise<CompiledReport> {
  const report = await compileReport(tx, organ, year)
  const previous = await findPublished(tx, organ.id, year - 1)
  const documents = await countDocuments(tx, organ.id, periodOf(year))
  const findings = checkReport(report, {
    canMakeRules: organ.canMakeRules,
    lapsed: Object.fromEntries(documents.map(({ kind, lapsedThisYear }) => [kind, lapsedThisYear])),
    ...(previous ? { previous: previous.report } : {}),
  })
  return { report, findings }
}

/** Every form of a report as files. */
export async function writeForms(report: AnnualReport, letterhead: Letterhead): Promise<Map<FileForm, Uint8Array>> {
  const files = new Map<FileForm, Uint8Array>()
  for (const form of Object.keys(reportForms) as FileForm[])
    files.set(form, await writeReport(report, form, letterhead))
  return files
}

export interface Publication {
  /** The day on which it is made public; art. 49 wants 31 January at the latest. */
  readonly publishedOn: PlainDate
  readonly calendarVersion: string
  /** Why an earlier revision is corrected; obligatory from the second on. */
  readonly reason: string | null
}

/**
 * Art. 49: compiles, checks, freezes and publishes a report; what was published before stays as an earlier revision.
 * Refuses a year that is not over, a report with errors, and a correction without a reason. The files are written between
 * two transactions; when somebody else has published meanwhile, nothing is.
 */
export async function publishReport(db: Database, organ: Organ, year: number, how: Publication): Promise<number> {
  if (yearOf(how.publishedOn) <= year) throw refusals.yearNotOver(year, how.publishedOn)
  const { earlier, report, findings } = await inOrgan(db, organ.id, async (tx) => {
    const revision = await newestRevision(tx, organ.id, year)
    if (revision && !how.reason?.trim()) throw refusals.correctionNeedsReason(organ.name, year)
    return { earlier: revision, ...(await compileAndCheck(tx, organ, year)) }
  })
  if (hasErrors(findings))
    throw refusals.reportHasErrors(findings.filter(({ severity }) => severity === 'error').length)
  const files = await writeForms(report, letterheadOf(organ, how.publishedOn))
  const reason = earlier ? how.reason : null
  return inOrgan(db, organ.id, async (tx) => {
    if ((await newestRevision(tx, organ.id, year)) !== earlier) throw refusals.changedMeanwhile('他人', '这份年度报告')
    return addRevision(tx, { organId: organ.id, report, findings, ...how, reason, files })
  })
}

/** Nought before the first. */
const newestRevision = async (tx: Tx, organId: number, year: number): Promise<number> =>
  (await findPublished(tx, organId, year))?.revisions[0]?.revision ?? 0

/** What stands under a report: organ, contact, day. */
export const letterheadOf = (organ: Organ, publishedOn: PlainDate | null): Letterhead => ({
  organ: organ.name,
  contact: [],
  publishedOn,
})
