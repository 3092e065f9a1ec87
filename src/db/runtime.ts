import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import pg from 'pg'
import { agreedKeys } from './agreed-keys.ts'
import { asAppLogin, asAppRole } from './app-role.ts'
import { type ConnectionLimits, type Database, openDatabase } from './database.ts'
import { requireDurability } from './durability.ts'
import { type EmbeddedPostgres, startEmbedded } from './embedded.ts'
import { setKeys } from './keys.ts'
import { migrate } from './migrate.ts'

export interface Runtime {
  /** Works as the program's own role: row-level security holds, and it owns nothing. */
  readonly db: Database
  readonly url: string
  /** The owner's address: for migrations and for work on all organs at once. */
  readonly ownerUrl: string
  /** True when the database is our own, in the data folder, rather than `DATABASE_URL`'s. */
  readonly embedded: boolean
  /** Claims the data folder for this server; false when another server has it. Shared databases have no such claim. */
  readonly claim: () => Promise<boolean>
  readonly close: () => Promise<void>
}

export interface RuntimeOptions extends ConnectionLimits {
  readonly dataFolder: string
  readonly databaseUrl?: string | undefined
}

const databaseName = 'kaicheng'
const serverLock = 7_102_020
/** A server that is just stopping lets go of the data folder within this time. */
const claimPatienceMs = 3_000

/** The checkout's or the installation's root: the folder that holds `migrations`. */
export const installationRoot = (from = import.meta.dirname): string =>
  existsSync(join(from, 'migrations')) ? from : installationRoot(dirname(from))

/** Opens the database, starting and migrating our own where none is configured, and sets the keys it is sealed with. */
export async function openRuntime(options: RuntimeOptions): Promise<Runtime> {
  const cluster = options.databaseUrl ? undefined : await startEmbedded(options.dataFolder)
  const ownerUrl = options.databaseUrl ?? (await databaseUrl(cluster as EmbeddedPostgres))
  const url = cluster ? asAppLogin(ownerUrl) : asAppRole(ownerUrl)
  const owner = openDatabase(ownerUrl, { ...options, connections: 1 })
  try {
    await requireDurability(owner)
    await migrate(owner, join(installationRoot(), 'migrations'))
    setKeys(await agreedKeys(owner, options.dataFolder))
  } catch (error) {
    if (cluster?.started) await cluster.stop()
    throw error
  } finally {
    await owner.destroy()
  }
  const db = openDatabase(url, options)
  let holder: pg.Client | undefined
  return {
    db,
    url,
    ownerUrl,
    embedded: cluster !== undefined,
    claim: async () => {
      if (!cluster) return true
      holder = new pg.Client({ connectionString: url, application_name: 'kaicheng server' })
      holder.on('error', () => {})
      await holder.connect()
      await holder.query(`set lock_timeout = '${claimPatienceMs}ms'`)
      return holder.query('select pg_advisory_lock($1)', [serverLock]).then(
        () => true,
        () => false,
      )
    },
    close: async () => {
      const mayStop = cluster && (holder !== undefined || cluster.started) && (await isAlone(url, holder))
      await holder?.end()
      await db.destroy()
      if (mayStop) await cluster.stop()
    },
  }
}

/** True unless another server holds the claim: a command that started the cluster must not stop it under a server. */
async function isAlone(url: string, holder: pg.Client | undefined): Promise<boolean> {
  const client = holder ?? new pg.Client({ connectionString: url })
  if (!holder) await client.connect()
  try {
    const { rows } = await client.query<{ mine: boolean; count: number }>(
      `select count(*)::int as count, coalesce(bool_or(pid = pg_backend_pid()), false) as mine
       from pg_locks where locktype = 'advisory' and objid = $1 and granted`,
      [serverLock],
    )
    return rows[0]?.count === 0 || rows[0]?.mine === true
  } finally {
    if (!holder) await client.end()
  }
}

async function databaseUrl(cluster: EmbeddedPostgres): Promise<string> {
  const client = new pg.Client({ connectionString: cluster.url('postgres') })
  await client.connect()
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [databaseName])
    if (!rowCount) await client.query(`create database ${databaseName}`)
  } catch (error) {
    // Two commands may make it at the same time; the second finds it there.
    if ((error as { code?: string }).code !== '42P04') throw error
  } finally {
    await client.end()
  }
  return cluster.url(databaseName)
}
