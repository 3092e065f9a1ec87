import { record as audit } from '../audit/record.ts'
import type { PlainDate } from '../days/plain-date.ts'
import { yearOf } from '../days/plain-date.ts'
import type { Database, Tx } from '../db/database.ts'
import { inOrgan } from '../db/organ.ts'
import type { LedgerYear } from '../ledgers/years/ledger-year.ts'
import type { Actor } from '../organs/actor.ts'
import type { Organ } from '../organs/organ.ts'
import { isReason } from '../organs/text.ts'
import { refusals } from '../refusal.ts'
import { checkReport } from './check/check-report.ts'
import { groundFindings } from './check/ground.ts'
import { paragraphsOf } from './check/plain-text.ts'
import { notCompared } from './check/why-not-compared.ts'
import { compileWithLedgers, periodOf } from './compile.ts'
import type { Finding } from './finding.ts'
import { gatherFindings, hasErrors } from './finding-list.ts'
import type { AnnualReport } from './report.ts'
import { countDocuments } from './store/ledger-figures.ts'
import { addRevision, FileForm, findPublished, newestRevision } from './store/published.ts'
import type { Letterhead } from './write/printed.ts'
import { writeReport } from './write/write.ts'

export interface CompiledReport {
  readonly report: AnnualReport
  readonly findings: Finding[]
  /** What is known of each ledger that it rests on. */
  readonly ledgers: readonly LedgerYear[]
}

/**
 * Computes a report from the ledgers and checks it, also against last year's where that is published. A year that is not over
 * on `today`, and a ledger of which nothing is known, are errors.
 */
export async function compileAndCheck(tx: Tx, organ: Organ, year: number, today: PlainDate): Promise<CompiledReport> {
  const { report, ledgers } = await compileWithLedgers(tx, organ, year, today)
  const previous = await findPublished(tx, organ.id, year - 1)
  const documents = await countDocuments(tx, organ.id, periodOf(year))
  const checked = checkReport(report, {
    grounded: paragraphsOf(report, 'problems'),
    canMakeRules: organ.canMakeRules,
    lapsed: Object.fromEntries(documents.map(({ kind, lapsedThisYear }) => [kind, lapsedThisYear])),
    ...(previous ? { previous: previous.report } : {}),
  })
  const findings = gatherFindings(groundFindings(year, today, ledgers), checked, notCompared(previous?.report, report))
  return { report, findings, ledgers }
}

/** Every form of a report as files. */
export async function writeForms(report: AnnualReport, letterhead: Letterhead): Promise<Map<FileForm, Uint8Array>> {
  const files = new Map<FileForm, Uint8Array>()
  for (const form of FileForm.options) files.set(form, await writeReport(report, form, letterhead))
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
 * Refuses a year that is not over, a report with errors, of which a ledger that nobody kept or confirmed is one, and a
 * correction without a reason. The files are written between two transactions; when somebody else has published meanwhile,
 * nothing is.
 */
export async function publishReport(
  db: Database,
  actor: Actor,
  organ: Organ,
  year: number,
  how: Publication,
): Promise<number> {
  if (yearOf(how.publishedOn) <= year) throw refusals.yearNotOver(year, how.publishedOn)
  const { earlier, report, findings, ledgers } = await inOrgan(db, organ.id, async (tx) => {
    const revision = await newestRevision(tx, organ.id, year)
    if (revision && !isReason(how.reason)) throw refusals.correctionNeedsReason(organ.name, year)
    return { earlier: revision, ...(await compileAndCheck(tx, organ, year, how.publishedOn)) }
  })
  if (hasErrors(findings)) throw refusals.reportHasErrors(findings.filter(({ severity }) => severity === 'error'))
  const files = await writeForms(report, letterheadOf(organ, how.publishedOn))
  const reason = earlier ? how.reason : null
  return inOrgan(db, organ.id, async (tx) => {
    if ((await newestRevision(tx, organ.id, year)) !== earlier) throw refusals.changedMeanwhile('他人', '这份年度报告')
    const revision = await addRevision(tx, { organId: organ.id, report, findings, ...how, reason, files })
    const known = ledgers.map(({ ledger, state, rows }) => `${ledger} ${state} ${rows}`)
    await audit(tx, actor, earlier ? 'report.republished' : 'report.published', {
      subject: `${year}`,
      detail: { year, revision, publishedOn: how.publishedOn, reason, ledgers: known, by: actor.name },
    })
    return revision
  })
}

/** What stands under a report: organ, contact, day. */
export const letterheadOf = (organ: Organ, publishedOn: PlainDate | null): Letterhead => ({
  organ: organ.name,
  contact: [],
  publishedOn,
})
