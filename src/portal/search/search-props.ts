import type { PlainDate } from '../../days/plain-date.ts'
import type { Organ } from '../../organs/organ.ts'
import type { Platform } from '../disclosure/platform.ts'
import type { SearchWish } from '../disclosure/wanted.ts'
import type { View } from '../page.tsx'
import type { Counts } from './counts.ts'
import type { Direct } from './direct.ts'
import type { FoundWords } from './find.ts'

export interface SearchPageProps extends Pick<FoundWords, 'query' | 'hits' | 'total' | 'isLoose'> {
  readonly view: View
  /** Null: of the whole site. */
  readonly organ: Organ | null
  readonly platform: Platform | null
  /** Among which the reader may choose. */
  readonly organs: readonly Organ[]
  readonly organOf: (id: number) => Organ | undefined
  readonly wish: SearchWish
  /** Pages that are what was typed. */
  readonly direct: Direct
  /** Of each choice; null where nothing was looked for. */
  readonly counts: Counts | null
  /** What may have been meant where nothing holds the whole. */
  readonly nearMiss: string | undefined
  /** Why nothing was looked for; null where something was, or nothing was asked. */
  readonly whyNothing: string | null
  /** Offered while somebody types. */
  readonly suggested: readonly string[]
  readonly today: PlainDate
}

export const searchParameters = ({ q, column, type, year, validity, sort }: SearchWish) => ({
  q,
  column,
  type,
  year,
  validity,
  sort: sort === 'newest' ? sort : undefined,
})

/** Whether more than words was chosen. */
export const isFiltered = ({ column, type, year, validity }: SearchWish): boolean =>
  [column, type, year, validity].some((value) => value !== undefined)
