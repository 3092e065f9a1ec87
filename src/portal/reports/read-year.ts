import type { PlainDate } from '../../days/plain-date.ts'
import type { Tx } from '../../db/database.ts'
import type { Organ } from '../../organs/organ.ts'
import { listPublished } from '../../report/store/published.ts'
import { listFilesOfYear, listReportsOfYear, type ReportOfYear } from '../../report/store/reports-of-year.ts'
import { whyNoYear } from '../why-no-report.ts'
import { type OrganOfYear, organsOfYear } from './standing.ts'
import { yearsShown } from './years-shown.ts'

interface Asked {
  readonly organs: readonly Organ[]
  readonly year: number
  readonly today: PlainDate
}

/** A year that has a page. */
interface YearRead {
  /** All years that have one, newest first. */
  readonly years: readonly number[]
  readonly reports: readonly ReportOfYear[]
  readonly entries: readonly OrganOfYear[]
}

/** The reports of all organs on a year, or why there is no page of it. */
export async function readYear(tx: Tx, { organs, year, today }: Asked): Promise<YearRead | { readonly why: string }> {
  const years = yearsShown(await listPublished(tx), today)
  if (!years.includes(year)) return { why: whyNoYear(year, today) }
  const reports = await listReportsOfYear(tx, year)
  const files = await listFilesOfYear(tx, year)
  return { years, reports, entries: organsOfYear({ organs, year, today, reports, files }) }
}
