import { spawnSync } from 'node:child_process'
import { chmodSync, chownSync, existsSync, mkdirSync, statfsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type pg from 'pg'
import { ownClient } from '../db/own-client.ts'
import type { Owner } from '../db/system-account.ts'
import { refusals } from '../refusal.ts'
import { followOn, lineFolder, listBases, listSegments, packSegments } from './archive.ts'
import { dropLine, type Line, newLine, readLine, saveLine } from './line.ts'
import { keepApart } from './place.ts'
import type { BackupSetting } from './setting.ts'
import { takeArchiveLock } from './store.ts'
import { walk } from './tree.ts'

export interface Archiver {
  readonly setting: BackupSetting
  readonly dataFolder: string
  readonly cluster: { readonly folder: string; readonly owner: Owner | undefined }
  readonly ownerUrl: string
  readonly program: string
  /** How much unarchived log may lie on the data's disk, and how much must stay free there; by default as below. */
  readonly mostWaiting?: number
}

const gigabyte = 1024 ** 3
const mostWaitingBytes = 8 * gigabyte
const leastFreeBytes = gigabyte

/**
 * Sees that the log is archived into the folder of the setting: at the start and every few minutes. Begins a line where there
 * is none or the old one has a gap, packs what has come, and lets go of the log before it fills the disk of the data. Returns
 * whether a base backup must be made for the log to be of use.
 */
export async function keepArchive(archiver: Archiver): Promise<{ needsBase: boolean }> {
  const { setting, cluster, dataFolder, ownerUrl, program } = archiver
  for (const place of [dataFolder, cluster.folder]) keepApart(setting.root, place)
  const client = ownClient(ownerUrl, { application_name: 'kaicheng archive' })
  await client.connect()
  try {
    // Two that pack the same segment would take it from each other.
    await takeArchiveLock(client)
    await requireOwn(client, setting.root, program)
    const line = await currentLine(client, archiver)
    const folder = lineFolder(setting.root, line.line)
    if (line.pausedAt === null) await configure(client, folder, setting.minutes)
    if (existsSync(folder)) await packSegments(folder)
    return { needsBase: line.pausedAt === null && existsSync(folder) && basesOf(archiver, line).length === 0 }
  } finally {
    await client.end()
  }
}

/** Without a folder for it nothing is archived, also by a cluster that was found running and still does. */
export async function endArchive(ownerUrl: string, cluster: string): Promise<void> {
  if (!readLine(cluster)) return
  const client = ownClient(ownerUrl)
  await client.connect()
  try {
    await letGo(client)
    dropLine(cluster)
  } finally {
    await client.end()
  }
}

const basesOf = ({ setting, program }: Archiver, { line }: Line) =>
  listBases(setting.root, program).filter(({ manifest }) => manifest.line === line)

async function requireOwn(client: pg.Client, root: string, program: string): Promise<void> {
  const { rows } = await client.query<{ id: string }>('select system_identifier::text as id from pg_control_system()')
  if (listBases(root, program).some(({ manifest }) => manifest.systemIdentifier !== rows[0]?.id))
    throw refusals.backupOfAnother(root)
}

async function currentLine(client: pg.Client, archiver: Archiver): Promise<Line> {
  const { setting, cluster } = archiver
  const known = readLine(cluster.folder)
  if (!known || known.root !== setting.root) return begin(archiver)
  const folder = lineFolder(setting.root, known.line)
  // The disk is not there: a folder made in its place would be on another one.
  if (!existsSync(folder)) return known.pausedAt === null ? pauseIfFull(client, archiver, known) : known
  if (known.pausedAt !== null) return isWritable(folder, cluster.owner) && hasRoom(folder) ? begin(archiver) : known
  if (hasGap(archiver, known)) return begin(archiver)
  return pauseIfFull(client, archiver, known)
}

/** The folder belongs to the account that writes into it; others may pass to it, not read it. */
function begin({ setting, cluster }: Archiver): Line {
  const line = newLine(setting.root)
  const folder = lineFolder(setting.root, line.line)
  if (!existsSync(setting.root)) {
    if (!existsSync(dirname(setting.root))) throw refusals.notAFolder(dirname(setting.root))
    mkdirSync(setting.root)
    chmodSync(setting.root, 0o711)
  }
  mkdirSync(folder, { mode: 0o700 })
  if (cluster.owner) chownSync(folder, cluster.owner.uid, cluster.owner.gid)
  if (!isWritable(folder, cluster.owner)) throw refusals.archiveNotWritable(setting.root)
  saveLine(cluster.folder, line)
  return line
}

export const isWritable = (folder: string, owner: Owner | undefined): boolean =>
  spawnSync('/usr/bin/test', ['-w', folder, '-a', '-x', folder], owner ?? {}).status === 0

export function freeBytes(path: string): number {
  const { bavail, bsize } = statfsSync(path)
  return bavail * bsize
}

const hasRoom = (folder: string) => freeBytes(folder) > leastFreeBytes

/** A segment that came neither here nor waits any more: the log was written for a time without being archived. */
function hasGap(archiver: Archiver, line: Line): boolean {
  const newest = basesOf(archiver, line).at(-1)
  if (!newest) return false
  const archived = listSegments(lineFolder(archiver.setting.root, line.line))
  const { missing, beyond } = followOn(archived, newest.manifest.lastSegment)
  return beyond > 0 && !existsSync(join(archiver.cluster.folder, 'pg_wal', missing))
}

/** Better a gap in the archive than a database that stands still. */
async function pauseIfFull(client: pg.Client, archiver: Archiver, line: Line): Promise<Line> {
  const { cluster, mostWaiting = mostWaitingBytes } = archiver
  const { rows } = await client.query<{ failing: boolean }>(
    'select last_failed_time > coalesce(last_archived_time, to_timestamp(0)) as failing from pg_stat_archiver',
  )
  if (!rows[0]?.failing) return line
  const waiting = [...walk(join(cluster.folder, 'pg_wal'))].reduce((sum, { size }) => sum + size, 0)
  if (waiting < mostWaiting && freeBytes(cluster.folder) > leastFreeBytes) return line
  await letGo(client)
  const paused = { ...line, pausedAt: new Date().toISOString() }
  saveLine(cluster.folder, paused)
  return paused
}

/** By the configuration and not at the start of the cluster, so that it can change while the cluster runs. */
async function configure(client: pg.Client, folder: string, minutes: number): Promise<void> {
  await set(client, {
    archive_command: '',
    archive_library: 'basic_archive',
    archive_timeout: String(minutes * 60),
    'basic_archive.archive_directory': folder,
  })
}

/** Every segment counts as archived at once. */
const letGo = (client: pg.Client) => set(client, { archive_library: '', archive_command: 'true' })

async function set(client: pg.Client, values: Readonly<Record<string, string>>): Promise<void> {
  const { rows } = await client.query<{ name: string; setting: string }>(
    `select name, setting from pg_file_settings where sourcefile like '%postgresql.auto.conf'`,
  )
  const known = new Map(rows.map(({ name, setting }) => [name, setting]))
  const changed = Object.entries(values).filter(([name, value]) => known.get(name) !== value)
  for (const [name, value] of changed) {
    const quoted = name
      .split('.')
      .map((part) => client.escapeIdentifier(part))
      .join('.')
    await client.query(`alter system set ${quoted} = ${client.escapeLiteral(value)}`)
  }
  if (changed.length > 0) await client.query('select pg_reload_conf()')
}
