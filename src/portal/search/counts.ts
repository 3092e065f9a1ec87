import type { Validity } from '../../law/validity.ts'

/** How many of what is found there are of each choice, by its id. */
export interface Counts {
  readonly organ: Readonly<Record<string, number>>
  readonly column: Readonly<Record<string, number>>
  readonly type: Readonly<Record<string, number>>
  readonly year: Readonly<Record<string, number>>
  readonly validity: Readonly<Partial<Record<Validity, number>>>
}

export type Facet = keyof Counts
