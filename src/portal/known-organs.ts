import type { Tx } from '../db/database.ts'
import type { Organ } from '../organs/organ.ts'
import * as organs from '../organs/store.ts'

/** The organs as they were last read, which is good enough while the database is away. */
export interface KnownOrgans {
  readonly all: () => readonly Organ[]
  readonly withSlug: (slug: string) => Organ | null
  /** Whether nothing has changed since they were read. */
  readonly isTrue: () => boolean
  readonly learn: (tx: Tx) => Promise<void>
  /** What was read until now is out of date. */
  readonly outdate: () => void
  /** They could not be read: the next who looks tries again. */
  readonly doubt: () => void
}

export function knownOrgans(): KnownOrgans {
  let known: readonly Organ[] = []
  // What was read while a change came in is out of date as soon as it is there.
  let changes = 0
  let knownAfter = -1
  return {
    all: () => known,
    withSlug: (slug) => known.find((each) => each.slug === slug) ?? null,
    isTrue: () => knownAfter === changes,
    learn: async (tx) => {
      const before = changes
      const read = await organs.list(tx)
      // Somebody has read them later and was faster.
      if (before < knownAfter) return
      known = read
      knownAfter = before
    },
    outdate: () => {
      changes += 1
    },
    doubt: () => {
      knownAfter = -1
    },
  }
}
