import { randomBytes } from 'node:crypto'
import { lstatSync } from 'node:fs'
import { readFile, writeFile as writeWhole } from 'node:fs/promises'
import { join } from 'node:path'
import type pg from 'pg'
import { errorCode } from '../error-code.ts'
import { refusals } from '../refusal.ts'
import { controlFile, isLeftOut } from './cluster-files.ts'
import type { FileEntry, Head } from './manifest.ts'
import { segmentsBetween } from './segments.ts'
import { copyFile, hashFile, makeFolder, walk } from './tree.ts'

export interface Base {
  readonly until: string
  readonly firstSegment: string
  readonly lastSegment: string
  readonly heads: readonly Head[]
  readonly folders: readonly string[]
  readonly files: readonly FileEntry[]
}

/**
 * Copies a running cluster into `cluster/` and `wal/` of a backup folder, by PostgreSQL's own way for it: the copy is
 * consistent as of the end, once the log in `wal/` has been replayed. `client` is a superuser's connection of its own; the
 * backup ends with it.
 */
export async function takeBase(client: pg.Client, cluster: string, into: string, signal?: AbortSignal): Promise<Base> {
  // Keeps the log from being recycled as long as the connection lasts.
  const slot = `kaicheng_backup_${randomBytes(6).toString('hex')}`
  await client.query('select pg_create_physical_replication_slot($1, true, true)', [slot])
  await client.query('select pg_backup_start($1, true)', [slot])
  const { folders, files } = await copyCluster(cluster, into, signal)
  const heads = await client.query<Head>(
    `select organ_id as "organId", seq::int as seq, encode(hash, 'hex') as hash from audit_heads order by organ_id`,
  )
  const {
    rows: [now],
  } = await client.query<{ until: Date }>('select clock_timestamp() as until')
  const {
    rows: [stop],
  } = await client.query<{ labelfile: string; spcmapfile: string; wal: string }>(
    'select labelfile, spcmapfile, pg_walfile_name(lsn) as wal from pg_backup_stop(false)',
  )
  const first = /\(file ([0-9A-F]{24})\)/.exec(stop?.labelfile ?? '')?.[1]
  if (!stop || !first || !now) throw new Error('PostgreSQL did not say where the backup begins and ends')
  if (stop.spcmapfile.trim() !== '') throw refusals.linkInCluster('pg_tblspc')
  files.push(await writeNew(into, 'cluster/backup_label', stop.labelfile))
  folders.push('wal')
  await makeFolder(join(into, 'wal'))
  for (const name of segmentsBetween(first, stop.wal)) {
    const path = `wal/${name}`
    files.push({ path, ...(await copyFile(join(cluster, 'pg_wal', name), join(into, path), signal)) })
  }
  return {
    until: now.until.toISOString(),
    firstSegment: first,
    lastSegment: stop.wal,
    heads: heads.rows,
    folders,
    files,
  }
}

async function copyCluster(cluster: string, into: string, signal?: AbortSignal) {
  const folders = ['cluster']
  const files: FileEntry[] = []
  await makeFolder(join(into, 'cluster'))
  for (const { path: below, kind } of walk(cluster, (path) => isLeftOut(path) || path === controlFile)) {
    const path = `cluster/${below}`
    if (kind === 'folder' || below === 'pg_wal') {
      folders.push(path)
      await makeFolder(join(into, path))
    } else if (kind === 'other') throw refusals.linkInCluster(below)
    else {
      const copied = await copyUnlessGone(join(cluster, below), join(into, path), signal)
      if (copied) files.push({ path, ...copied })
    }
  }
  files.push(await copyControl(cluster, into))
  return { folders, files }
}

/** Tables and indexes are dropped while one copies; the log knows. */
async function copyUnlessGone(from: string, to: string, signal?: AbortSignal) {
  try {
    return await copyFile(from, to, signal)
  } catch (error) {
    if (errorCode(error) === 'ENOENT' && !lstatSync(from, { throwIfNoEntry: false })) return undefined
    throw error
  }
}

/** Read until it is twice the same: it is small, but may be caught while it is written. */
async function copyControl(cluster: string, into: string): Promise<FileEntry> {
  const from = join(cluster, controlFile)
  let bytes = await readFile(from)
  while (true) {
    const again = await readFile(from)
    if (again.equals(bytes)) return writeNew(into, `cluster/${controlFile}`, bytes)
    bytes = again
  }
}

async function writeNew(into: string, path: string, content: string | Buffer): Promise<FileEntry> {
  await writeWhole(join(into, path), content, { flag: 'wx', mode: 0o600 })
  return { path, ...(await hashFile(join(into, path))) }
}
