import type { Database } from '../db/database.ts'
import type { Organ } from '../organs/organ.ts'
import { type Platform, readPlatformOf } from './disclosure/platform.ts'

/** The columns of organs and what stands in them, each read once until something of it changes. */
export function keptPlatforms(db: Database): {
  readonly of: (organ: Organ) => Promise<Platform>
  /** Of this organ, or of all, what was read is out of date. */
  readonly forget: (organId: number | undefined) => void
} {
  const platforms = new Map<number, Promise<Platform>>()
  return {
    of: (organ) => {
      const known = platforms.get(organ.id)
      if (known) return known
      const reading = readPlatformOf(db, organ)
      platforms.set(organ.id, reading)
      // What could not be read is asked for anew.
      reading.catch(() => {
        if (platforms.get(organ.id) === reading) platforms.delete(organ.id)
      })
      return reading
    },
    forget: (organId) => {
      if (organId === undefined) platforms.clear()
      else platforms.delete(organId)
    },
  }
}
