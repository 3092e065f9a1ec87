import { sql } from 'kysely'
import type { Database } from './database.ts'

/** True when the database answers a query. */
export const isReachable = (db: Database): Promise<boolean> =>
  sql`select 1`.execute(db).then(
    () => true,
    () => false,
  )
