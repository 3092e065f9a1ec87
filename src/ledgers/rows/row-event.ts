import type { z } from 'zod'
import type { ChangedLine } from './correction.ts'

/** What happened to a row of a register, as a page tells it. */
export interface RowEvent<Instant = Date> {
  readonly at: Instant
  readonly kind: string
  readonly title: string
  readonly words: string
  readonly who: string
  /** What a correction changes. */
  readonly lines: readonly ChangedLine[]
}

/** How an act on a row is told. */
export interface ToldAct {
  readonly title: string
  /** By what its entry in the log keeps; undefined where another event tells of it. */
  readonly words: (detail: unknown) => string | undefined
}

/** The acts of a register that are told, by the names of their entries in the log. */
export type ToldActs = Readonly<Record<string, ToldAct>>

/** An act whose entry keeps this; one of an earlier version that kept something else is told by its title alone. */
export const told = <Detail>(
  title: string,
  schema: z.ZodType<Detail>,
  words: (detail: Detail) => string | undefined,
): ToldAct => ({
  title,
  words: (detail) => {
    const read = schema.safeParse(detail)
    return read.success ? words(read.data) : ''
  },
})
