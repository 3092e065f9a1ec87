import type { PlainDate } from '../../days/plain-date.ts'
import { type ReportTiming, reportTiming, reportTimings } from '../../law/report-due.ts'
import type { Organ } from '../../organs/organ.ts'
import type { ReportFile } from '../../report/store/published.ts'
import type { ReportOfYear } from '../../report/store/reports-of-year.ts'

/**
 * How an organ stands to the report of a year. Where somebody else than the program has changed what is public, it is `paused`;
 * where only an earlier revision was changed, the report stands and its first day is not known: `undated`.
 */
export const standings = [...reportTimings, 'paused', 'undated'] as const
export type Standing = (typeof standings)[number]

/** One organ and its report on a year, if there is one. */
export interface OrganOfYear {
  readonly organ: Organ
  readonly report: ReportOfYear | undefined
  readonly standing: Standing
  /** None of a report that is paused. */
  readonly files: readonly ReportFile[]
}

interface Matter {
  readonly organs: readonly Organ[]
  readonly year: number
  readonly today: PlainDate
  readonly reports: readonly ReportOfYear[]
  readonly files: readonly (ReportFile & { readonly organId: number })[]
}

/** Every organ with its report on the year and how it stands to its day. */
export function organsOfYear({ organs, year, today, reports, files }: Matter): OrganOfYear[] {
  const reportOf = new Map(reports.map((report) => [report.organId, report]))
  const filesOf = Map.groupBy(files, ({ organId }) => organId)
  return organs.map((organ) => {
    const report = reportOf.get(organ.id)
    const standing = standingOf(organ, report, { year, today })
    return { organ, report, standing, files: report?.figures ? (filesOf.get(organ.id) ?? []) : [] }
  })
}

function standingOf(
  { kind }: Pick<Organ, 'kind'>,
  report: ReportOfYear | undefined,
  { year, today }: Pick<Matter, 'year' | 'today'>,
): Standing {
  if (!report) return reportTiming(kind, year, { publishedOn: null, today })
  const { figures, firstPublishedOn } = report
  if (!figures) return 'paused'
  if (firstPublishedOn === null) return 'undated'
  return reportTiming(kind, year, { publishedOn: firstPublishedOn, today })
}

/** How it stands, in words. */
export function standingWords({ standing, report }: Pick<OrganOfYear, 'standing' | 'report'>): string {
  if (standing !== 'locallySet') return words[standing]
  return report ? '已公布' : '未公布'
}

const words = {
  inTime: '按期公布',
  publishedLate: '逾期公布',
  overdue: '逾期未公布',
  notYetDue: '尚未到期',
  paused: '正在核查，暂停显示',
  undated: '已公布，首次公布的日期正在核查',
} as const satisfies Record<Exclude<Standing, 'locallySet'>, string>

/** How many organs stand how. */
export interface YearCounts {
  /** Whose day by the statute is over. */
  readonly due: number
  /** Of these. */
  readonly inTime: number
  readonly publishedLate: number
  readonly overdue: number
  /** Whose day is still to come, and how many of them have published already. */
  readonly notYetDue: number
  readonly early: number
  /** Whose day a county sets, and how many of them have published. */
  readonly locallySet: number
  readonly locallyPublished: number
  /** Of all; counted nowhere else but among those of which a report is due, to come or set. */
  readonly paused: number
  readonly undated: number
}

/** Counts the organs of a year. */
export function countYear(
  entries: readonly OrganOfYear[],
  { year, today }: Pick<Matter, 'year' | 'today'>,
): YearCounts {
  const dayOf = ({ organ }: OrganOfYear) => reportTiming(organ.kind, year, { publishedOn: null, today })
  const of = (timing: ReportTiming) => entries.filter((entry) => dayOf(entry) === timing)
  const [due, early, local] = [of('overdue'), of('notYetDue'), of('locallySet')]
  const count = (some: readonly OrganOfYear[], wanted: Standing) =>
    some.filter(({ standing }) => standing === wanted).length
  return {
    due: due.length,
    inTime: count(due, 'inTime'),
    publishedLate: count(due, 'publishedLate'),
    overdue: count(due, 'overdue'),
    notYetDue: early.length,
    early: count(early, 'inTime'),
    locallySet: local.length,
    locallyPublished: local.filter(({ report }) => report?.figures).length,
    paused: count(entries, 'paused'),
    undated: count(entries, 'undated'),
  }
}
