import { type PlainDate, plainDate } from '../days/plain-date.ts'

/** The first year of which an organ had to report: the Regulation of 2007 came into force on 2008-05-01. */
export const firstReportYear = 2008
/** The first year of which the report was due under the Regulation as revised in 2019. */
const firstRevisedYear = 2019

export interface ReportDue {
  readonly on: PlainDate
  readonly article: string
}

/**
 * Until which day the report of a year had to stand in public: 31 January of the next, of a government 31 March (art. 49); before the
 * revision 31 March for all (art. 31 of the text of 2007). Undefined for years before the Regulation. A rest day moves nothing.
 */
export function reportDue(kind: 'government' | 'department' | 'township', year: number): ReportDue | undefined {
  if (year < firstReportYear) return undefined
  const day = kind === 'government' || year < firstRevisedYear ? '03-31' : '01-31'
  const article = year < firstRevisedYear ? '2007年公布的条例第三十一条' : '条例第四十九条'
  return { on: plainDate(`${year + 1}-${day}`), article }
}
