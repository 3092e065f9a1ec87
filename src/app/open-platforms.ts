import type { PlainDate } from '../days/plain-date.ts'
import type { Database } from '../db/database.ts'
import { inOrgan } from '../db/organ.ts'
import { openPlatform } from '../platform/columns/standing.ts'
import { forEachOrgan } from './each-organ.ts'

/** Gives every organ the standard columns that it lacks: one set up before there were any, or before the last of them. */
export const openPlatforms = (db: Database, today?: PlainDate): Promise<void> =>
  forEachOrgan(db, (organId) => inOrgan(db, organId, (tx) => openPlatform(tx, organId, today)))
