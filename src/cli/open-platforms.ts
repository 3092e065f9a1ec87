import type { Database } from '../db/database.ts'
import { inOrgan } from '../db/organ.ts'
import { openPlatform } from '../disclosure/store/columns.ts'
import * as organs from '../organs/store.ts'

/** Gives every organ the standard columns that it lacks: one set up before there were any, or before the last of them. */
export async function openPlatforms(db: Database): Promise<void> {
  for (const { id } of await db.transaction().execute(organs.list)) await inOrgan(db, id, (tx) => openPlatform(tx, id))
}
