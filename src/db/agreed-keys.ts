import { sql } from 'kysely'
import { refusals } from '../refusal.ts'
import type { Database } from './database.ts'
import { type Keys, loadKeys } from './keys.ts'

/** The keys with which this database is sealed: the first start settles which, and any later one must bring the same. */
export async function agreedKeys(owner: Database, dataFolder: string): Promise<Keys> {
  const known = async () => (await sql<{ id: string }>`select id from sealing_key`.execute(owner)).rows[0]?.id
  const loaded = loadKeys(dataFolder, (await known()) === undefined)
  await sql`insert into sealing_key (id) values (${loaded.id}) on conflict do nothing`.execute(owner)
  if ((await known()) !== loaded.id) throw refusals.otherKey()
  return loaded
}
