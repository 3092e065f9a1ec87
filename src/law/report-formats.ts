import type { ReportFormat } from './report-format.ts'
import { reportFormat2019 } from './report-format-2019.ts'
import { reportFormat2021 } from './report-format-2021.ts'

export const reportFormats = { '2019': reportFormat2019, '2021': reportFormat2021 } as const satisfies Record<
  string,
  ReportFormat
>
export type ReportFormatId = keyof typeof reportFormats

/** The format prescribed for the report on `year`, or undefined before 2019, when there was no unified form (art. 50). */
export const formatForYear = (year: number): ReportFormat | undefined =>
  Object.values(reportFormats).find(
    ({ firstYear, lastYear }) => year >= firstYear && year <= (lastYear ?? Number.POSITIVE_INFINITY),
  )
