import { type PlainDate, plainDate, yearOf } from '../days/plain-date.ts'

/** The first year of which an organ had to report: the Regulation of 2007 came into force on 2008-05-01. */
export const firstReportYear = 2008
/** The first year of which the report was due under the Regulation as revised in 2019. */
const firstRevisedYear = 2019

type OrganKind = 'government' | 'department' | 'township'

export interface ReportDue {
  readonly on: PlainDate
  readonly article: string
}

/**
 * Until which day the report of a year had to stand in public: 31 January of the next, of a government 31 March (art. 49); before the
 * revision 31 March for all (art. 31 of the text of 2007). Undefined for years before the Regulation. A rest day moves nothing.
 */
export function reportDue(kind: OrganKind, year: number): ReportDue | undefined {
  if (year < firstReportYear) return undefined
  const day = kind === 'government' || year < firstRevisedYear ? '03-31' : '01-31'
  const article = year < firstRevisedYear ? '2007年公布的条例第三十一条' : '条例第四十九条'
  return { on: plainDate(`${year + 1}-${day}`), article }
}

/** The same, undefined too where a county sets the day and not the statute (乡镇、街道). */
export const statutoryDay = (kind: OrganKind, year: number): ReportDue | undefined =>
  kind === 'township' ? undefined : reportDue(kind, year)

/**
 * How a report stands to its day: `locallySet` where a county sets the day and not the statute (乡镇、街道), `notYetDue` up to and on the
 * day itself while nothing is published.
 */
export const reportTimings = ['inTime', 'publishedLate', 'overdue', 'notYetDue', 'locallySet'] as const
export type ReportTiming = (typeof reportTimings)[number]

/** Whether the report of a year came in time, by the day on which it was first published; null while it is not. Asked on `today`. */
export function reportTiming(
  kind: OrganKind,
  year: number,
  { publishedOn, today }: { readonly publishedOn: PlainDate | null; readonly today: PlainDate },
): ReportTiming {
  const due = statutoryDay(kind, year)
  if (!due) return 'locallySet'
  if (publishedOn === null) return today > due.on ? 'overdue' : 'notYetDue'
  return publishedOn > due.on ? 'publishedLate' : 'inTime'
}

/** The newest year whose report an organ of this kind had to have published before `today`. */
export function newestDueYear(kind: OrganKind, today: PlainDate): number {
  const last = yearOf(today) - 1
  const due = reportDue(kind, last)
  return due && today > due.on ? last : last - 1
}
