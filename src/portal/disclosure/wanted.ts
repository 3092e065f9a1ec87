import { z } from 'zod'
import { readDay } from '../../days/read-day.ts'
import { yearBetween } from '../../days/typed-year.ts'
import { recordTypeIds } from '../../disclosure/record-type.ts'
import { validityIds } from '../../law/validity.ts'
import { Organ } from '../../organs/organ.ts'
import { mostHits, orders } from '../search/store/found.ts'
import { pageSize } from './record-list.tsx'

const one = z.preprocess((value) => (Array.isArray(value) ? value[0] : value) || undefined, z.string().optional())
/** What cannot be read is left out: a mistyped address shows more, never an error. */
const readable = <Schema extends z.ZodType>(schema: Schema) =>
  one.transform((text): z.output<Schema> | undefined => schema.safeParse(text).data)

const Year = yearBetween(1900, 2099)
const Page = z
  .string()
  .regex(/^[1-9]\d{0,4}$/)
  .transform(Number)
const Slug = Organ.shape.slug
const Column = z.string().regex(/^[a-z][a-z0-9-]{1,39}$/)

/** `?year=2026&page=2` of a column. */
export const ListWish = z.object({ year: readable(Year), page: readable(Page).transform((page) => page ?? 1) })

/** `?q=…&organ=…&column=…&type=…&year=…&validity=…&page=2` of a search. */
export const SearchWish = ListWish.extend({
  q: one.transform((text) => text ?? ''),
  /** Of a search in the whole site: the one organ in which the reader looks. */
  organ: readable(Slug),
  column: readable(Column),
  type: readable(z.enum(recordTypeIds)),
  validity: readable(z.enum(validityIds)),
  /** The best come first where nothing is chosen. */
  sort: readable(z.enum(orders)),
})
export type SearchWish = z.infer<typeof SearchWish>

/** `?asOf=2026年12月31日&status=repealed` of the library. */
export const LibraryWish = z.object({
  asOf: one.transform((text) => (text === undefined ? undefined : { text: text.slice(0, 60), ...readDay(text) })),
  status: readable(z.enum(validityIds)),
  /** Only the document of this number. */
  number: one.transform((text) => text?.slice(0, 200)),
  page: ListWish.shape.page,
})

/** No search is paged through further than is counted. */
export const lastSearchPage = mostHits / pageSize
