import { sql } from 'kysely'
import type { Database, Tx } from './database.ts'
import { migrationNames } from './migrate.ts'
import { lookInto } from './organ.ts'

/** With many organs each question would be many; what is wrong with one table shows with the first. */
const mostOrgans = 5

/**
 * What is wrong with the database as the program uses it, or undefined. Rows are read from the tables that every page, every
 * sign-in and every request needs, as the program's own role: an answer to `select 1` says nothing about them.
 */
export async function checkDatabase(db: Database, migrations: string): Promise<string | undefined> {
  try {
    await sql`select 1`.execute(db)
  } catch {
    return 'database unreachable'
  }
  for (const [what, read] of Object.entries(probes)) {
    try {
      await db.transaction().execute(read)
    } catch {
      return `${what} cannot be read`
    }
  }
  const { rows } = await sql<{ name: string }>`select name from migrations`.execute(db)
  const applied = new Set(rows.map(({ name }) => name))
  return migrationNames(migrations).every((name) => applied.has(name)) ? undefined : 'migrations missing'
}

/** Rows as such, not their number: an index or the map of visible pages would answer that without looking at a page. */
const probes: Readonly<Record<string, (tx: Tx) => Promise<unknown>>> = {
  organs: (tx) => sql`select md5(o::text) from organs o`.execute(tx),
  'published reports': (tx) =>
    sql`select organ_id, published_on from annual_reports order by published_on desc limit 20`.execute(tx),
  'published records': (tx) =>
    sql`select title, first_published_at from published_records order by first_published_at desc limit 20`.execute(tx),
  staff: (tx) => ofEach(tx, () => sql`select md5(s::text) from staff s limit 100`.execute(tx)),
  requests: (tx) => ofEach(tx, () => sql`select md5(r::text) from requests r limit 100`.execute(tx)),
}

async function ofEach(tx: Tx, read: () => Promise<unknown>): Promise<void> {
  const { rows } = await sql<{ id: number }>`select id from organs order by id limit ${mostOrgans}`.execute(tx)
  for (const { id } of rows) {
    await lookInto(tx, id)
    await read()
  }
}
