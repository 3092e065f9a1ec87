import { z } from 'zod'
import { daysBetween, PlainDate } from '../days/plain-date.ts'

/** So many stand on a page of a list of the console. */
export const pageSize = 20
/** So many are exported at once. */
export const mostExported = 10_000

/** As what a list is exported. */
export const exportForm = { as: z.enum(['xlsx', 'csv']).default('xlsx') }
export type ExportForm = z.infer<typeof exportForm.as>
export interface Exported {
  readonly as: ExportForm
}

/** Words by which something is looked for in a list. */
export const Words = z.string().trim().max(100, '查找的文字不超过100个字')

/** Which page of a list, beside what narrows it. */
export const page = { page: z.coerce.number().int().min(1).max(10_000).default(1) }

/** Days between which something happened, both included; either may be missing. */
export const span = { from: PlainDate.optional(), to: PlainDate.optional() }

/** Whose something is, or nobody's. */
export const WhoseOrNone = z.union([z.literal('none'), z.uuid('没有这个科室或者人员')]).optional()

/** In which order: by one of these, from the highest down where a minus stands before it. */
export const sortedBy = <const Id extends string>(ids: readonly Id[]) =>
  z.enum([...ids, ...ids.map((id): `-${Id}` => `-${id}`)]).optional()

/** The lines of a page. */
export const partOf = (at: number): { readonly offset: number; readonly limit: number } => ({
  offset: (at - 1) * pageSize,
  limit: pageSize,
})

/** What a sort says. */
export const readSort = (sort: string): { readonly by: string; readonly isDown: boolean } =>
  sort.startsWith('-') ? { by: sort.slice(1), isDown: true } : { by: sort, isDown: false }

const longestSpan = 5 * 366

/** Whether what lies between two days may be exported at once: not more than five years. */
export const isExportable = (from: PlainDate | undefined, to: PlainDate | undefined): boolean =>
  !from || !to || (to >= from && daysBetween(from, to) <= longestSpan)
