import { sql } from 'kysely'
import type { Database } from './database.ts'

const mustBeOn = ['fsync', 'full_page_writes', 'synchronous_commit']

/** Refuses a server that may lose what it has acknowledged. */
export async function requireDurability(db: Database): Promise<void> {
  const { rows } = await sql<{ name: string; setting: string }>`
    select name, setting from pg_settings where name = any(${mustBeOn})`.execute(db)
  const off = rows.filter(({ setting }) => setting === 'off').map(({ name }) => name)
  if (off.length > 0) {
    throw new Error(`数据库参数 ${off.join('、')} 已关闭，断电时会丢失已确认的数据，请改为 on 后再启动`)
  }
}
