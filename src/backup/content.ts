import type pg from 'pg'
import type { TableContent } from './manifest.ts'

/** How values are printed where a session might print them otherwise. */
const printing = [
  `set local timezone = 'UTC'`,
  `set local datestyle = 'ISO'`,
  `set local intervalstyle = 'iso_8601'`,
  `set local bytea_output = 'hex'`,
  'set local extra_float_digits = 1',
]

/**
 * Reads every row of every table of ours in one snapshot, as the owner: how many there are, and a hash that does not depend on
 * their order. What cannot be read is thrown, so this also finds pages that do not fit their checksum. The queue of timed work
 * is left out: it changes by itself.
 */
export async function readContent(client: pg.Client): Promise<Record<string, TableContent>> {
  await client.query('begin isolation level repeatable read read only')
  try {
    for (const setting of printing) await client.query(setting)
    const tables: Record<string, TableContent> = {}
    for (const name of await tableNames(client)) {
      const {
        rows: [row],
      } = await client.query<TableContent>(
        `select count(*)::int as rows,
           coalesce(sum(('x' || substr(hash, 1, 16))::bit(64)::bigint::numeric), 0)::text || ' ' ||
           coalesce(sum(('x' || substr(hash, 17))::bit(64)::bigint::numeric), 0)::text as hash
         from (select md5(t::text) as hash from ${client.escapeIdentifier(name)} t) hashes`,
      )
      if (row) tables[name] = row
    }
    return tables
  } finally {
    await client.query('rollback').catch(() => {})
  }
}

async function tableNames(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace order by relname`,
  )
  return rows.map(({ name }) => name)
}

export const countRows = (tables: Readonly<Record<string, TableContent>>): number =>
  Object.values(tables).reduce((sum, { rows }) => sum + rows, 0)
