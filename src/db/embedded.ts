import { createHash } from 'node:crypto'
import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { refusals } from '../refusal.ts'
import { findCluster, notePath, placeFor } from './cluster-place.ts'
import { identify, runningOn } from './cluster-state.ts'
import { readMarker, writeMarker } from './folder-marker.ts'
import { makeCluster } from './make-cluster.ts'
import { runApart } from './run-apart.ts'
import { statementLog } from './statement-log.ts'
import { binaries, makeOwned, type Owner, systemAccount } from './system-account.ts'

/** A PostgreSQL of our own: real binaries from npm, data in one folder, reachable by a Unix socket only. */
export interface EmbeddedPostgres {
  readonly url: (database: string) => string
  /** True when this call started it, false when it was found running. */
  readonly started: boolean
  readonly stop: () => Promise<void>
}

const superuser = 'postgres'

/** How a cluster is started when it is not the usual way. */
export interface ClusterStart {
  /** Server settings of this start alone, by name. */
  readonly settings?: Readonly<Record<string, string>>
  /** How long it may recover before it counts as not started. */
  readonly waitSeconds?: number
}

/**
 * Starts the cluster of `dataFolder`, making it where the folder is empty, or joins it when it is running already (left over
 * from a process that was killed). As root it runs under the account `kaicheng`. Refuses a folder whose cluster is lost,
 * damaged or another's: a cluster is never made in place of one that may still be somewhere.
 */
export async function startEmbedded(
  dataFolder: string,
  { settings: own = {}, waitSeconds = 120 }: ClusterStart = {},
): Promise<EmbeddedPostgres> {
  const owner = systemAccount()
  const { place, id } = findCluster(dataFolder, owner)
  const bin = await binaries(owner)
  if (id === undefined) await makeCluster(place, bin, owner, (cluster) => settle(dataFolder, place, cluster, owner))
  const joined = runningOn(place)
  const sockets = joined?.sockets ?? socketFolder(place, owner)
  forgetDead(join(place, 'postmaster.pid'))
  forgetDead(join(sockets, '.s.PGSQL.5432.lock'))
  let started = !joined
  if (started) {
    const settings = ['listen_addresses=', `unix_socket_directories=${sockets}`, 'max_connections=50', 'jit=off']
    settings.push(...statementLog())
    // pg_ctl gives them to a shell.
    for (const [name, value] of Object.entries(own)) settings.push(`${name}='${value.replaceAll("'", `'\\''`)}'`)
    const flags = settings.map((setting) => `-c ${setting}`).join(' ')
    const log = join(place, 'server.log')
    const from = sizeOf(log)
    try {
      const how = ['start', '-w', '-t', String(waitSeconds), '-D', place, '-l', log, '-o', flags]
      await runApart(join(bin, 'pg_ctl'), how, owner)
    } catch (error) {
      // Of two that start at the same moment one wins, and the other joins it.
      if (!runningOn(place)) throw notStarted(log, from, error)
      started = false
    }
  }
  return {
    started,
    url: (database) => `postgres://${superuser}@/${database}?host=${encodeURIComponent(sockets)}`,
    stop: () => runApart(join(bin, 'pg_ctl'), ['stop', '-w', '-m', 'fast', '-D', place], owner),
  }
}

/** Where the folder's cluster is; undefined where there is none yet. Refuses as `startEmbedded` does. */
export function placeOfCluster(dataFolder: string): string | undefined {
  const { place, id } = findCluster(dataFolder, systemAccount())
  return id === undefined ? undefined : place
}

/** True where no database was ever made; looks only. Refuses as `startEmbedded` does. */
export const isWithoutCluster = (dataFolder: string): boolean =>
  !existsSync(dataFolder) || placeOfCluster(dataFolder) === undefined

/** Where the cluster of a data folder lies or will lie, and whose it is. Makes the data folder. */
export function clusterPlace(dataFolder: string): { readonly folder: string; readonly owner: Owner | undefined } {
  const owner = systemAccount()
  return { folder: placeFor(dataFolder, owner), owner }
}

/** The folder, its cluster and its key know each other from now on; whether the demo belongs there is settled with a new folder. */
export function finishFolder(dataFolder: string, key: string, demo: boolean): void {
  const { place, id } = findCluster(dataFolder, systemAccount())
  if (id === undefined) throw refusals.clusterLost(dataFolder, 'kaicheng.json', [place])
  const marker = readMarker(dataFolder)
  notePlace(dataFolder, place)
  if (marker?.isFinished) return
  // A cluster without a marker is of version 0.1, which said nothing about the demo but what it holds.
  writeMarker(dataFolder, { ...marker, cluster: id, key, demo: marker ? demo : false, isFinished: true })
}

function settle(dataFolder: string, place: string, cluster: string, owner: Owner | undefined): void {
  const id = identify(cluster, owner?.uid ?? process.getuid?.())
  writeMarker(dataFolder, { cluster: id, demo: false, isFinished: false })
  notePlace(dataFolder, place)
}

/** Says in the data folder where the cluster is, when it is elsewhere. */
function notePlace(dataFolder: string, place: string): void {
  const isElsewhere = place !== join(resolve(dataFolder), 'postgres')
  if (isElsewhere && !existsSync(notePath(dataFolder))) writeFileSync(notePath(dataFolder), `${place}\n`)
}

/** A killed postmaster that nobody has reaped yet still looks alive to PostgreSQL; its lock files are void. */
function forgetDead(lock: string): void {
  if (!existsSync(lock)) return
  const stat = `/proc/${Number.parseInt(readFileSync(lock, 'utf8'), 10)}/stat`
  if (existsSync(stat) && / Z /.test(readFileSync(stat, 'utf8').replace(/^.*\)/s, ''))) rmSync(lock)
}

const sizeOf = (log: string): number => (existsSync(log) ? statSync(log).size : 0)

/** With the last thing that PostgreSQL said about it. */
function notStarted(log: string, from: number, cause: unknown): Error {
  const said = existsSync(log) ? readFileSync(log).subarray(from).toString('utf8').split('\n') : []
  const why = said.findLast((line) => /(FATAL|PANIC|could not)/.test(line))
  const refusal = refusals.clusterDoesNotStart(log, why?.replace(/^.*?(FATAL|PANIC): +/, '') ?? '')
  refusal.cause = cause
  return refusal
}

/** A socket's path must stay under about 100 bytes, so it stands apart from a deep data folder; only its owner enters. */
function socketFolder(cluster: string, owner: Owner | undefined): string {
  const folder = `/tmp/kaicheng-${createHash('sha256').update(cluster).digest('hex').slice(0, 12)}`
  makeOwned(folder, owner)
  const { uid, mode } = statSync(folder)
  const expected = owner?.uid ?? process.getuid?.()
  if (uid !== expected || (mode & 0o077) !== 0) throw new Error(`目录 ${folder} 不属于本程序，请删除后重试`)
  return folder
}
