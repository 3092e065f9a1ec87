import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { refusals } from '../refusal.ts'
import type { Database, Tx } from './database.ts'
import { dumpSchema, firstDifference } from './schema-dump.ts'

/** Any two servers that start together take turns on this lock. */
const migrationLock = 7_102_019
/** Versions up to this one kept no checksums. */
const withoutChecksums = '0.1.0'

interface Applied {
  readonly name: string
  /** Hex SHA-256 of the file as it was applied; null where a version without checksums applied it. */
  readonly sha256: string | null
}

/**
 * Applies the migrations that the database lacks, in order, each in its own transaction, and keeps what their files said.
 * Returns their names. `within` works in the transaction of each, after it. Refuses, before anything is changed, a database that a newer program has migrated or that was made
 * with other files than ours.
 */
export async function migrate(
  db: Database,
  folder: string,
  within: (tx: Tx, name: string) => Promise<void> = async () => {},
): Promise<string[]> {
  const files = migrationNames(folder).map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }))
  return db.connection().execute(async (connection) => {
    await sql`select pg_advisory_lock(${migrationLock})`.execute(connection)
    try {
      const applied = await listApplied(connection)
      const sums = new Map(files.map(({ name, text }) => [name, checksum(text)]))
      requireOurs(applied, sums)
      if (applied.some(({ sha256 }) => sha256 === null)) await requireFirstRelease(connection, folder, applied)
      await keepChecksums(connection, applied, sums)
      const known = new Set(applied.map(({ name }) => name))
      const missing = files.filter(({ name }) => !known.has(name))
      for (const { name, text } of missing) {
        await connection.transaction().execute(async (tx) => {
          await sql.raw(text).execute(tx)
          await within(tx, name)
          await sql`insert into migrations (name, sha256) values (${name}, ${sums.get(name)})`.execute(tx)
        })
      }
      return missing.map(({ name }) => name)
    } finally {
      await sql`select pg_advisory_unlock(${migrationLock})`.execute(connection)
    }
  })
}

/** Hex SHA-256 of a migration's text. */
export const checksum = (text: string): string => createHash('sha256').update(text).digest('hex')

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

async function listApplied(db: Database): Promise<Applied[]> {
  const { rows } = await sql<{ isThere: boolean }>`select to_regclass('migrations') is not null as is_there`.execute(db)
  if (!rows[0]?.isThere) return []
  // By way of JSON, since a table of version 0.1 has no checksums to select.
  const applied = await sql<Applied>`
    select name, to_jsonb(migrations) ->> 'sha256' as sha256 from migrations order by name`.execute(db)
  return applied.rows
}

function requireOurs(applied: readonly Applied[], sums: ReadonlyMap<string, string>): void {
  const unknown = applied.filter(({ name }) => !sums.has(name))
  if (unknown.length > 0) throw refusals.databaseIsNewer(unknown.map(({ name }) => name))
  const changed = applied.filter(({ name, sha256 }) => sha256 !== null && sha256 !== sums.get(name))
  if (changed.length > 0) throw refusals.migrationChanged(changed.map(({ name }) => name))
}

/** Before its release 0.1 was edited under the same names; only its released form is taken over, with what it made. */
async function requireFirstRelease(db: Database, folder: string, applied: readonly Applied[]): Promise<void> {
  const released = releasedMigrations(folder)[withoutChecksums] ?? {}
  const lacking = Object.keys(released).find((name) => !applied.some((each) => each.name === name))
  if (lacking) throw refusals.schemaIsOther(`没有 ${lacking}`)
  const where = firstDifference(readFileSync(releasedSchema(folder, withoutChecksums), 'utf8'), await dumpSchema(db))
  if (where) throw refusals.schemaIsOther(where)
}

async function keepChecksums(
  db: Database,
  applied: readonly Applied[],
  sums: ReadonlyMap<string, string>,
): Promise<void> {
  if (applied.length > 0 && applied.every(({ sha256 }) => sha256 !== null)) return
  await db.transaction().execute(async (tx) => {
    await sql`create table if not exists migrations (name text primary key, applied_at timestamptz not null default now())`.execute(
      tx,
    )
    await sql`alter table migrations add column if not exists sha256 text`.execute(tx)
    for (const { name } of applied.filter(({ sha256 }) => sha256 === null))
      await sql`update migrations set sha256 = ${sums.get(name)} where name = ${name}`.execute(tx)
  })
}

/** The checksums of all migrations that each released version had; those files never change again. */
export function releasedMigrations(folder: string): Record<string, Record<string, string>> {
  const path = join(folder, 'released.json')
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {}
}

/** What the migrations of a released version made. */
export const releasedSchema = (folder: string, version: string): string => join(folder, `schema-${version}.sql`)
