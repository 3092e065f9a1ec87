import { sql } from 'kysely'
import { isDatabaseAway } from './away.ts'
import type { Database } from './database.ts'

/** A smaller table is read whole in no time. */
const leastBytes = 256 * 1024

/**
 * Has the planner look at tables that have grown and that it knows nothing of, and answers with their names: after many rows at
 * once, a restore or a crash it would read them whole for each row of another, until PostgreSQL's own clock comes to them. One that
 * somebody else has in hand, such as another server that starts, is not waited for; one that takes too long is told in a line and
 * left to that clock. As the owner.
 */
export async function learnStatistics(owner: Database, tell: (line: string) => void): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'public' and c.relkind = 'r' and c.reltuples < 0 and pg_relation_size(c.oid) >= ${leastBytes}
    order by 1`.execute(owner)
  for (const { name } of rows)
    try {
      await sql`analyze (skip_locked) ${sql.raw(name)}`.execute(owner)
    } catch (error) {
      if (isDatabaseAway(error)) throw error
      tell(
        `${name} 的统计信息没有更新，由数据库稍后自行更新，其间查询可能较慢：${error instanceof Error ? error.message : error}`,
      )
    }
  return rows.map(({ name }) => name)
}
