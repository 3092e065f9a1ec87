import { sql } from 'kysely'
import { refusals } from '../refusal.ts'
import type { Database } from './database.ts'
import { type Keys, loadKeys } from './keys.ts'

/** The keys with which this database is sealed: the first start settles which, and any later one must bring the same. */
export async function agreedKeys(owner: Database, dataFolder: string): Promise<Keys> {
  const loaded = loadKeys(dataFolder, (await knownKey(owner)) === undefined)
  await sql`insert into sealing_key (id) values (${loaded.id}) on conflict do nothing`.execute(owner)
  if ((await knownKey(owner)) !== loaded.id) throw refusals.otherKey()
  return loaded
}

/** Refuses a database that is sealed with a key that is not here, before anything in it is changed. */
export async function requireItsKey(owner: Database, dataFolder: string): Promise<void> {
  const { rows } = await sql<{ isThere: boolean }>`select to_regclass('sealing_key') is not null as is_there`.execute(
    owner,
  )
  const known = rows[0]?.isThere ? await knownKey(owner) : undefined
  if (known !== undefined && loadKeys(dataFolder, false).id !== known) throw refusals.otherKey()
}

/** Refuses a key that is missing, exposed, or not the one that the data folder names, before its cluster is started. */
export function requireKeyOf(dataFolder: string, named: string | undefined, database: string): void {
  const { id } = loadKeys(dataFolder, false, undefined, database)
  if (named !== undefined && named !== id) throw refusals.otherKey()
}

const knownKey = async (owner: Database): Promise<string | undefined> =>
  (await sql<{ id: string }>`select id from sealing_key`.execute(owner)).rows[0]?.id
