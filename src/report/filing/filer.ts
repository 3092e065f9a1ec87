import { z } from 'zod'
import { earlierOf, type PlainDate, plainDate } from '../../days/plain-date.ts'
import { reportDue } from '../../law/report-due.ts'
import type { Organ } from '../../organs/organ.ts'
import { email, required } from '../../organs/text.ts'

/** An organ whose reports an office receives: one of this platform, below it, or one without an office here. */
export interface Filer {
  /** `12` of an organ of this platform, a uuid of one without an office here. */
  readonly id: string
  readonly organId: number | null
  readonly name: string
  readonly kind: Organ['kind']
  /** Where it is reminded; empty where nobody has said. */
  readonly email: string
  /** Of one without an office here: the last year whose report is expected; null where it goes on. */
  readonly lastYear: number | null
}

export const FilerId = z
  .string()
  .regex(/^(?:[1-9]\d{0,8}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/, '没有这个机关')

const year = z.int('请填写年度').min(2021, '自2021年度起报送').max(2200, '年度不对')

/** What is told of an organ without an office here. */
export const OutsideFiler = z.strictObject({
  name: required('请填写机关全称', 60),
  kind: z.enum(['government', 'department', 'township'], '请选择机关类别'),
  email,
  firstYear: year,
  lastYear: year.nullable().default(null),
})

/** The same as it is typed for the first time. */
export const NewFiler = OutsideFiler.refine(({ firstYear, lastYear }) => lastYear === null || lastYear >= firstYear, {
  path: ['lastYear'],
  error: '不能早于开始报送的年度',
})
export type OutsideFiler = z.infer<typeof OutsideFiler>

/** The same once it is known: its first year stays. */
export const ChangedFiler = OutsideFiler.omit({ firstYear: true })
export type ChangedFiler = z.infer<typeof ChangedFiler>

/** Local days by which an office wants the reports: `01-26`; none later than the law's. */
export interface LocalDays {
  readonly department: string | null
  readonly township: string
  readonly government: string
}

/** Until which day the report of a year is to be filed with the office: the law's, or the earlier one of the place (art. 49). */
export function filingDue(kind: Organ['kind'], reportYear: number, days: LocalDays): PlainDate {
  const statutory = reportDue(kind, reportYear)?.on ?? plainDate(`${reportYear + 1}-12-31`)
  const local = days[kind]
  if (local === null) return statutory
  return earlierOf(plainDate(`${reportYear + 1}-${local}`), statutory)
}
