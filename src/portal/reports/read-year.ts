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
}

/** The reports of all organs on a year, or why there is no page of it. */
export async function readYear(
  tx: Tx,
  { year, today }: Omit<Asked, 'organs'>,
): Promise<YearRead | { readonly why: string }> {
  const years = yearsShown(await listPublished(tx), today)
  if (!years.includes(year)) return { why: whyNoYear(year, today) }
  return { years, reports: await listReportsOfYear(tx, year) }
}

/** Every organ with its report on the year, how it stands and what there is to download. */
export const readOrgans = async (tx: Tx, asked: Asked, reports: readonly ReportOfYear[]): Promise<OrganOfYear[]> =>
  organsOfYear({ ...asked, reports, files: await listFilesOfYear(tx, asked.year) })
