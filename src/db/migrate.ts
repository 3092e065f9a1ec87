import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import type { Database } from './database.ts'

/** Any two servers that start together take turns on this lock. */
const migrationLock = 7_102_019

/** Applies the migrations that the database lacks, in order, each in its own transaction. Returns their names. */
export async function migrate(db: Database, folder: string): Promise<string[]> {
  return db.connection().execute(async (connection) => {
    await sql`select pg_advisory_lock(${migrationLock})`.execute(connection)
    try {
      await sql`create table if not exists migrations (name text primary key, applied_at timestamptz not null default now())`.execute(
        connection,
      )
      const applied = await sql<{ name: string }>`select name from migrations`.execute(connection)
      const known = new Set(applied.rows.map(({ name }) => name))
      const missing = migrationNames(folder).filter((name) => !known.has(name))
      for (const name of missing) {
        await connection.transaction().execute(async (tx) => {
          await sql.raw(readFileSync(join(folder, name), 'utf8')).execute(tx)
          await sql`insert into migrations (name) values (${name})`.execute(tx)
        })
      }
      return missing
    } finally {
      await sql`select pg_advisory_unlock(${migrationLock})`.execute(connection)
    }
  })
}

/** The migrations of a folder in order; numbers are unique and without a gap. */
export function migrationNames(folder: string): string[] {
  const names = readdirSync(folder)
    .filter((name) => /^\d{4}-[a-z0-9-]+\.sql$/.test(name))
    .sort()
  names.forEach((name, index) => {
    if (Number(name.slice(0, 4)) !== index + 1) throw new Error(`migration ${name} should be number ${index + 1}`)
  })
  return names
}
