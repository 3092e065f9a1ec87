import type { PlainDate } from '../days/plain-date.ts'
import { lastChanges } from './last-changes.ts'
import type { Kept } from './page-cache.ts'

/** Without word of changes a page is believed no longer than this. */
export const blindTrustMs = 3_000

/** Which of the kept answers are still true, by what was heard of changes. */
export interface Freshness {
  /** The state of the world: how many changes were heard of. */
  readonly generation: () => number
  readonly isTrue: (kept: Kept) => boolean
  /** Whether it may be shown at least while the database is away: nothing of it was withdrawn. */
  readonly mayBeShown: (kept: Kept) => boolean
  /** Of this organ (undefined: of all), and of several, everything written before this moment is out of date. */
  readonly outdate: (organId: number | undefined) => void
  /** The same where something was withdrawn. */
  readonly forget: (organId: number | undefined) => void
}

export function freshness(hearsChanges: () => boolean, today: () => PlainDate | undefined): Freshness {
  let generation = 0
  const changed = lastChanges()
  /** Nothing written before may be shown. */
  const withdrawn = lastChanges()
  const mayBeShown = (kept: Kept): boolean => kept.generation >= withdrawn.of(kept.organId)
  return {
    generation: () => generation,
    mayBeShown,
    isTrue: (kept) =>
      (Date.now() < kept.sparedUntil && mayBeShown(kept)) ||
      (kept.generation >= changed.of(kept.organId) &&
        kept.writtenOn === today() &&
        (hearsChanges() || Date.now() - kept.writtenAt < blindTrustMs)),
    outdate: (organId) => {
      generation += 1
      changed.note(organId, generation)
    },
    forget: (organId) => {
      generation += 1
      changed.note(organId, generation)
      withdrawn.note(organId, generation)
    },
  }
}
