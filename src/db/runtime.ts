import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import type pg from 'pg'
import { adoptRows, sealingAdoptions } from '../audit/adopt.ts'
import { errorCode } from '../error-code.ts'
import { agreedKeys, requireItsKey, requireKeyOf } from './agreed-keys.ts'
import { asAppLogin, asAppRole } from './app-role.ts'
import { archiveStart } from './archive-mode.ts'
import { isDatabaseAway } from './away.ts'
import { type Claim, claimFolder, isUnclaimed } from './claim.ts'
import { type ConnectionLimits, type Database, openDatabase, type Tx } from './database.ts'
import { requireDurability } from './durability.ts'
import { type EmbeddedPostgres, finishFolder, placeOfCluster, startEmbedded } from './embedded.ts'
import { readMarker } from './folder-marker.ts'
import { setKeys } from './keys.ts'
import { migrate } from './migrate.ts'
import { ownClient } from './own-client.ts'
import { learnStatistics } from './statistics.ts'

export interface Runtime {
  /** Works as the program's own role: row-level security holds, and it owns nothing. */
  readonly db: Database
  readonly url: string
  /** The owner's address: for migrations and for work on all organs at once. */
  readonly ownerUrl: string
  /** True when the database is our own, in the data folder, rather than `DATABASE_URL`'s. */
  readonly embedded: boolean
  readonly dataFolder: string
  /** True when the data folder was made to hold the demo. */
  readonly isDemoFolder: boolean
  /**
   * Claims the data folder for this server; false when another server has it. From then on a database that is killed is
   * started again. Shared databases have no such claim.
   */
  readonly claim: () => Promise<boolean>
  readonly close: () => Promise<void>
  /** For a command that is cut off: stops the database that it started, whatever is underway. */
  readonly abandon: () => Promise<void>
}

export interface RuntimeOptions extends ConnectionLimits {
  readonly dataFolder: string
  readonly databaseUrl?: string | undefined
  /** Whether a data folder that is new is to hold the demo; asked for, never taken as given. */
  readonly demo?: boolean
  /** False for what only reads: rows from before the journal then wait for another start. */
  readonly mayAdopt?: boolean
}

const databaseName = 'kaicheng'
/** Recovery after a crash may take this long; a server that starts meanwhile waits for it. */
const recoveryMs = 120_000
const againMs = 100

/** The checkout's or the installation's root: the folder that holds `migrations`. */
export const installationRoot = (from = import.meta.dirname): string =>
  existsSync(join(from, 'migrations')) ? from : installationRoot(dirname(from))

/**
 * Opens the database, starting and migrating our own where none is configured, and sets the keys it is sealed with. Refuses a
 * data folder, key or database that is not as it was left, before anything in it is changed.
 */
export async function openRuntime(options: RuntimeOptions): Promise<Runtime> {
  const { cluster, ownerUrl } = await databaseOf(options)
  const url = cluster ? asAppLogin(ownerUrl) : asAppRole(ownerUrl)
  const owner = openDatabase(ownerUrl, { ...options, connections: 1 })
  const db = openDatabase(url, options)
  const tell = (line: string) => process.stderr.write(`${line}\n`)
  try {
    await requireDurability(owner)
    await requireItsKey(owner, options.dataFolder)
    const prepare = async (tx: Tx) => setKeys(await agreedKeys(tx, options.dataFolder))
    await migrate(owner, join(installationRoot(), 'migrations'), sealingAdoptions(prepare))
    // A role may have settings of its own.
    await requireDurability(db)
    const agreed = await agreedKeys(owner, options.dataFolder)
    setKeys(agreed)
    await adoptRows(owner, tell, options.mayAdopt)
    await learnStatistics(owner, tell)
    if (cluster) finishFolder(options.dataFolder, agreed.id, options.demo ?? false)
  } catch (error) {
    await db.destroy()
    if (cluster?.started) await cluster.stop()
    throw error
  } finally {
    await owner.destroy()
  }
  let claim: Claim | undefined
  return {
    db,
    url,
    ownerUrl,
    embedded: cluster !== undefined,
    dataFolder: options.dataFolder,
    isDemoFolder: cluster !== undefined && readMarker(options.dataFolder)?.demo === true,
    claim: async () => {
      if (!cluster) return true
      claim = await claimFolder(url, () => startEmbedded(options.dataFolder, archiveStart()))
      return claim !== undefined
    },
    close: async () => {
      const mayStop = claim ? await claim.release() : cluster?.started && (await isUnclaimed(url))
      await db.destroy()
      if (mayStop) await cluster?.stop()
    },
    abandon: async () => {
      const mayStop = cluster?.started && (await isUnclaimed(url))
      // What is underway keeps its connection; it is not waited for.
      db.destroy().catch(() => {})
      if (mayStop) await cluster.stop()
    },
  }
}

/** A cluster that has been in use comes with its key; only a first start that was broken off may still lack one. */
async function startOwn(dataFolder: string): Promise<EmbeddedPostgres> {
  const place = placeOfCluster(dataFolder)
  const marker = readMarker(dataFolder)
  const wasInUse = place !== undefined && marker?.isFinished !== false
  if (wasInUse || process.env.KAICHENG_KEY_FILE)
    requireKeyOf(dataFolder, marker?.key, place ? `数据库 ${place} ` : '数据库')
  return startEmbedded(dataFolder, archiveStart())
}

/** The one that is configured, or else our own, started. */
async function databaseOf({ databaseUrl: configured, dataFolder }: RuntimeOptions) {
  if (configured) return { cluster: undefined, ownerUrl: configured }
  const cluster = await startOwn(dataFolder)
  return { cluster, ownerUrl: await databaseUrl(cluster) }
}

async function databaseUrl(cluster: EmbeddedPostgres): Promise<string> {
  const client = await whenRecovered(cluster.url('postgres'))
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [databaseName])
    if (!rowCount) await client.query(`create database ${databaseName}`)
  } catch (error) {
    // Two commands may make it at the same time; the second finds it there.
    if (errorCode(error) !== '42P04') throw error
  } finally {
    await client.end()
  }
  return cluster.url(databaseName)
}

/** A connection to a database that runs, but may still be coming up or recovering from a crash. */
export async function whenRecovered(url: string): Promise<pg.Client> {
  const until = performance.now() + recoveryMs
  while (true) {
    const client = ownClient(url)
    try {
      await client.connect()
      return client
    } catch (error) {
      await client.end().catch(() => {})
      if (!isDatabaseAway(error) || performance.now() > until) throw error
      await setTimeout(againMs)
    }
  }
}
