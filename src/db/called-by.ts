import { sql } from 'kysely'
import type { Tx } from './database.ts'
import type { DB } from './schema.ts'

/** What people call rows of a table: by its number or name, those that the organ has, by their ids. The store of its room opens it. */
export const calledBy =
  (table: keyof DB & string, column: 'number' | 'name') =>
  async (tx: Tx, organId: number, ids: readonly string[]): Promise<ReadonlyMap<string, string>> => {
    const { rows } = await sql<{ id: string; called: string }>`
      select id, ${sql.ref(column)} as called from ${sql.table(table)}
      where organ_id = ${organId} and id = any(${[...ids]})`.execute(tx)
    return new Map(rows.map(({ id, called }) => [id, called]))
  }
