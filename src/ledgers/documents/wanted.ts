import { z } from 'zod'
import { PlainDate } from '../../days/plain-date.ts'
import { yearBetween } from '../../days/typed-year.ts'
import { type Validity, validityIds } from '../../law/validity.ts'
import { sortedBy, span, Words } from '../../lists/wanted.ts'
import { registerTermIds } from './register.ts'

/** All, or those that stand in one way on the day. */
export const documentViews = ['all', ...validityIds] as const
export type DocumentViewName = 'all' | Validity

/** How a document came into the register. */
export const documentSources = [
  { id: 'platform', label: '平台发布' },
  { id: 'register', label: '补登、导入' },
] as const

/** The days of a document by which the register is narrowed. */
export const documentDays = [
  { id: 'issuedOn', label: '制发日期' },
  { id: 'effectiveFrom', label: '施行日期' },
  { id: 'validUntil', label: '有效期至' },
  { id: 'repealedOn', label: '废止日期' },
] as const

export const documentSorts = [
  { id: 'title', label: '文件名称' },
  { id: 'issuedOn', label: '制发日期' },
  { id: 'effectiveFrom', label: '施行日期' },
  { id: 'endsOn', label: '终止日期' },
] as const

/** What narrows and orders the register of rules and normative documents. */
export const WantedDocuments = z.strictObject({
  kind: z.enum(['rules', 'normativeDocuments']).default('normativeDocuments'),
  /** How documents stood on this day; today where it is missing. */
  on: PlainDate.optional(),
  view: z.enum(documentViews).default('all'),
  /** Only those that this term of this year's equation counts. */
  term: z.enum(registerTermIds).optional(),
  year: yearBetween(1949, 2200).optional(),
  source: z.enum(documentSources.map(({ id }) => id)).optional(),
  q: Words.default(''),
  day: z.enum(documentDays.map(({ id }) => id)).default('issuedOn'),
  ...span,
  sort: sortedBy(documentSorts.map(({ id }) => id)),
})
export type WantedDocuments = z.infer<typeof WantedDocuments>
