import { existsSync, readFileSync } from 'node:fs'
import { chown, readFile, writeFile as writeWhole } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { adoptRows, sealingAdoptions } from '../audit/adopt.ts'
import { asAppLogin } from '../db/app-role.ts'
import { type Database, openDatabase } from '../db/database.ts'
import { clusterPlace, type EmbeddedPostgres, startEmbedded } from '../db/embedded.ts'
import { migrate } from '../db/migrate.ts'
import { ownClient } from '../db/own-client.ts'
import type { Owner } from '../db/system-account.ts'
import { errorCode } from '../error-code.ts'
import { refusals } from '../refusal.ts'
import { readSegment } from './archive.ts'
import { type Facts, readFacts } from './facts.ts'
import { isLater } from './segments.ts'
import type { Source } from './source.ts'
import { copyFile, makeFolder, syncTree, writeFile } from './tree.ts'

/** Checks of the rooms on a restored database and the anchors in its folder: what is wrong, in words. */
export type Checks = (db: Database, dataFolder: string) => Promise<readonly string[]>

export interface RebuildOrder {
  /** Where to: a new data folder. */
  readonly folder: string
  readonly checks: Checks
  readonly migrations: string
  /** It is thrown away afterwards: it need not outlast a power cut. */
  readonly isScratch?: boolean
  readonly signal?: AbortSignal | undefined
  readonly onStep?: (step: string) => void
}

/** Alone on its data and soon stopped again: it neither archives nor takes much memory. */
const aloneSettings = { archive_mode: 'off', shared_buffers: '64MB' }
const recoverySeconds = 24 * 3600

/**
 * Makes a data folder from a backup whose files have been verified, starts it, replays the log, and checks the result. The
 * cluster is stopped when this returns. Sets neither key nor `recovery` for good.
 */
export async function rebuild(source: Source, order: RebuildOrder): Promise<Facts> {
  const { folder, checks, migrations, signal, onStep = () => {} } = order
  onStep('恢复文件')
  const place = clusterPlace(folder)
  await layOut(source, folder, place, signal)
  if (!order.isScratch) for (const each of [folder, place.folder]) await syncTree(each, signal)
  onStep('恢复数据')
  const cluster = await start(source, order, place.folder)
  try {
    signal?.throwIfAborted()
    const ownerUrl = cluster.url('kaicheng')
    if (!source.until) await requireReplayed(ownerUrl, source)
    onStep('逐行读取数据')
    const facts = await readFacts(ownerUrl, source.manifest)
    signal?.throwIfAborted()
    onStep('核验')
    const owner = openDatabase(ownerUrl, { statementMs: 3_600_000, connections: 1 })
    const db = openDatabase(asAppLogin(ownerUrl), { statementMs: 3_600_000, connections: 2 })
    try {
      // The checks are those of this program, on the tables that it knows.
      await migrate(owner, migrations, sealingAdoptions())
      await adoptRows(owner, onStep)
      return { ...facts, problems: [...facts.problems, ...(await checks(db, folder))] }
    } finally {
      await db.destroy()
      await owner.destroy()
    }
  } finally {
    await cluster.stop()
  }
}

async function layOut(
  { folder: from, manifest, segments, until }: Source,
  folder: string,
  { folder: cluster, owner }: { folder: string; owner: Owner | undefined },
  signal?: AbortSignal,
): Promise<void> {
  await makeFolder(cluster, owner)
  for (const path of manifest.folders)
    if (path.startsWith('cluster/')) await makeFolder(join(cluster, path.slice('cluster/'.length)), owner)
  for (const { path, sha256 } of manifest.files) {
    const [, room, below = ''] = /^(cluster|wal|folder)\/(.+)$/.exec(path) ?? []
    const to = { cluster: join(cluster, below), wal: join(cluster, 'pg_wal', below), folder: join(folder, below) }
    const copied = await copyFile(
      join(from, path),
      to[room as keyof typeof to],
      signal,
      room === 'folder' ? undefined : owner,
    )
    if (copied.sha256 !== sha256) throw refusals.backupDamaged(path, '在恢复时被改动')
  }
  for (const segment of segments) {
    signal?.throwIfAborted()
    await writeFile(join(cluster, 'pg_wal', segment.name), readSegment(segment), owner)
  }
  await forgetArchive(cluster)
  if (until) {
    await writeWhole(join(cluster, 'recovery.signal'), '', { mode: 0o600 })
    if (owner) await chown(join(cluster, 'recovery.signal'), owner.uid, owner.gid)
  }
}

/** A restored copy must not write into the archive of the one it was copied from. */
async function forgetArchive(cluster: string): Promise<void> {
  const path = join(cluster, 'postgresql.auto.conf')
  if (!existsSync(path)) return
  const lines = (await readFile(path, 'utf8')).split('\n')
  await writeWhole(path, lines.filter((line) => !/^(?:archive_|basic_archive\.)/.test(line)).join('\n'))
}

/** Without a time it recovers as after a crash, on its own timeline; with one, up to that time. */
async function start(
  { until }: Source,
  { folder, isScratch }: RebuildOrder,
  cluster: string,
): Promise<EmbeddedPostgres> {
  const waitSeconds = recoverySeconds
  const own = isScratch ? { ...aloneSettings, fsync: 'off' } : aloneSettings
  if (!until) return startOrSay(cluster, () => startEmbedded(folder, { settings: own, waitSeconds }))
  const settings = { ...own, restore_command: 'false', hot_standby: 'off' }
  // So early the server knows no names of time zones, not even Z.
  const target = { recovery_target_time: until.toISOString().replace('Z', '+00'), recovery_target_action: 'promote' }
  try {
    return await promoted(await startEmbedded(folder, { settings: { ...settings, ...target }, waitSeconds }))
  } catch (error) {
    // Nothing was committed after that time: then all that there is was before it.
    if (!lastWords(cluster).includes('recovery ended before configured recovery target was reached'))
      throw notStarted(cluster, error)
    return startOrSay(cluster, async () => promoted(await startEmbedded(folder, { settings, waitSeconds })))
  }
}

/** A start counts as done before the log has been replayed to its end; until then nobody is let in. */
async function promoted(cluster: EmbeddedPostgres): Promise<EmbeddedPostgres> {
  while (true) {
    const client = ownClient(cluster.url('postgres'))
    try {
      await client.connect()
      await client.end()
      return cluster
    } catch (error) {
      await client.end().catch(() => {})
      if (errorCode(error) !== cannotConnectNow) throw error
      await setTimeout(againMs)
    }
  }
}

const cannotConnectNow = '57P03'
const againMs = 100

async function startOrSay(cluster: string, begin: () => Promise<EmbeddedPostgres>): Promise<EmbeddedPostgres> {
  try {
    return await begin()
  } catch (error) {
    throw notStarted(cluster, error)
  }
}

const notStarted = (cluster: string, cause: unknown) =>
  Object.assign(refusals.restoreUnsound([`数据库没有从备份启动成功：${lastWords(cluster)}`]), { cause })

function lastWords(cluster: string): string {
  const log = join(cluster, 'server.log')
  const lines = existsSync(log) ? readFileSync(log, 'utf8').split('\n') : []
  return lines.findLast((line) => /FATAL|PANIC/.test(line)) ?? lines.at(-2) ?? ''
}

/** After whole segments the next one is begun; where it is not, the log broke off before and the rest would be lost unseen. */
async function requireReplayed(ownerUrl: string, { manifest, segments }: Source): Promise<void> {
  const client = ownClient(ownerUrl)
  await client.connect()
  try {
    const { rows } = await client.query<{ reached: string }>('select pg_walfile_name(pg_current_wal_lsn()) as reached')
    const reached = rows[0]?.reached ?? ''
    const last = segments.at(-1)?.name ?? manifest.lastSegment
    if (!isLater(reached, last)) throw refusals.replayedOnlyTo(reached, last)
  } finally {
    await client.end().catch(() => {})
  }
}
