import { rmSync } from 'node:fs'
import { sql } from 'kysely'
import pg from 'pg'
import { sealedColumns } from '../../src/audit/reseal.ts'
import { runCommand } from '../../src/cli/testing/command.ts'
import { type Database, openDatabase } from '../../src/db/database.ts'
import { startEmbedded } from '../../src/db/embedded.ts'
import { markerPath } from '../../src/db/folder-marker.ts'
import { whenRecovered } from '../../src/db/runtime.ts'
import { dataFolder } from '../../src/db/testing/data-folder.ts'
import { countRows, differences } from '../upgrades/compare.ts'
import { type Dump, dumpRows } from '../upgrades/dump.ts'
import { fillAsReleased, layKeyAndAnchors } from '../upgrades/released.ts'
import { clusterOf, killCluster } from './cluster.ts'
import { killWithin, succeed } from './program.ts'

export interface UpgradeFigures {
  /** Starts that were killed before they had upgraded; of every second one the database too. */
  readonly killed: number
  readonly rows: number
  /** Rows of before that are gone or changed, rows that nobody had put there. Nought. */
  readonly lost: number
  readonly more: number
  /** Organs whose rows are not in the journal, and seals that are not bound to their row. Nought. */
  readonly notAdopted: number
  readonly oldSeals: number
}

/** The upgrade takes several times as long, so that most kills fall within it however fast the machine is. */
const withinMs = 2_000
/** No upgrade is done so soon: there is a first kill in any case. */
const firstMs = 1_200

/**
 * The data folder of a released version, as it left it, is started by this one and killed with `kill -9` at random moments of
 * the upgrade, so many times; then it is let go on to the end, and checked deeply.
 */
export async function killUpgrade(version: string, kills: number): Promise<UpgradeFigures> {
  const folder = dataFolder('crash-upgrade')
  const upgrade = ['organ', 'list']
  try {
    const before = await layReleased(version, folder)
    let killed = 0
    while (killed < kills && (await killWithin(runCommand(folder, upgrade), killed === 0 ? firstMs : withinMs))) {
      killed += 1
      if (killed % 2 === 0) killCluster(clusterOf(folder))
    }
    await succeed(folder, upgrade)
    await succeed(folder, ['audit', 'verify', '--deep'])
    return { killed, rows: countRows(before), ...(await compare(folder, before)) }
  } finally {
    killCluster(clusterOf(folder))
    rmSync(clusterOf(folder), { recursive: true, force: true })
    rmSync(folder, { recursive: true, force: true })
  }
}

/** As 0.1 left a folder: it knew of no marker. */
async function layReleased(version: string, folder: string): Promise<Dump> {
  const cluster = await startEmbedded(folder)
  const server = await whenRecovered(cluster.url('postgres'))
  await server.query('create database kaicheng')
  await server.end()
  const client = new pg.Client({ connectionString: cluster.url('kaicheng') })
  await client.connect()
  const dump = await fillAsReleased(client, version)
  await client.end()
  await cluster.stop()
  rmSync(markerPath(folder))
  layKeyAndAnchors(version, folder)
  return dump
}

async function compare(folder: string, before: Dump) {
  const cluster = await startEmbedded(folder)
  const db = openDatabase(cluster.url('kaicheng'), { connections: 1 })
  const client = new pg.Client({ connectionString: cluster.url('kaicheng') })
  await client.connect()
  try {
    const found = differences(before, await dumpRows(client))
    const sum = (what: 'lost' | 'more') => found.reduce((total, each) => total + each[what], 0)
    return {
      lost: sum('lost'),
      more: sum('more'),
      notAdopted: await countWaiting(db),
      oldSeals: await countOldSeals(db),
    }
  } finally {
    await client.end()
    await db.destroy()
    await cluster.stop()
  }
}

const countWaiting = async (db: Database): Promise<number> =>
  (await db.selectFrom('organsToAdopt').selectAll().execute()).length

async function countOldSeals(db: Database): Promise<number> {
  let count = 0
  for (const { table, column, field, isBytes } of sealedColumns) {
    const value = field ? sql`${sql.ref(column)} ->> ${sql.lit(field)}` : sql.ref(column)
    const isOld = isBytes ? sql`substring(${value} from 1 for 4) = 'KC01'::bytea` : sql`${value} like 'a256gcm.%'`
    const { rows } = await sql<{ count: number }>`
      select count(*)::int as count from ${sql.table(table)} where ${isOld}`.execute(db)
    count += rows[0]?.count ?? 0
  }
  return count
}
