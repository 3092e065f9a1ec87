import { closeSync, existsSync, openSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type pg from 'pg'
import { archiveStart } from '../db/archive-mode.ts'
import { clusterPlace } from '../db/embedded.ts'
import { type Keys, loadKeys } from '../db/keys.ts'
import { errorCode } from '../error-code.ts'
import { inWords } from '../refusal/in-words.ts'
import { Refusal, refusals } from '../refusal.ts'
import { takeBase } from './base-backup.ts'
import { isLeftOut } from './cluster-files.ts'
import { draftName, type FileEntry, type PhysicalManifest, writeManifest } from './manifest.ts'
import { openCluster } from './open-cluster.ts'
import { keepApart, requireRoom, takeFolder } from './place.ts'
import { segmentBytes } from './segments.ts'
import { folderFiles, settingsKept } from './settings-kept.ts'
import { copyFile, makeFolder, syncTree, walk } from './tree.ts'

export interface BackupOrder {
  readonly dataFolder: string
  readonly into: string
  /** The program's version. */
  readonly program: string
  readonly env: NodeJS.ProcessEnv
  readonly signal?: AbortSignal | undefined
  readonly line?: string | null
  /** The backup of the proof may lie in the data folder, which is not copied as a whole. */
  readonly mayBeWithin?: boolean
  /** It need not outlast a power cut. */
  readonly isScratch?: boolean
  /** Called when the database is open and the copying begins. */
  readonly onOpen?: () => void
}

/**
 * Backs up the instance in a data folder, running or not: its database, in which the files are, its anchors and settings,
 * never its key. Returns when all is on disk. Whatever goes wrong, nothing that it wrote remains.
 */
export async function makeBackup(order: BackupOrder): Promise<PhysicalManifest> {
  const { dataFolder, into, signal, mayBeWithin = false } = order
  if (!existsSync(dataFolder)) throw refusals.noCluster(dataFolder)
  if (!mayBeWithin) for (const place of [dataFolder, clusterPlace(dataFolder).folder]) keepApart(into, place)
  const folder = takeFolder(into)
  if (!claim(into)) throw refusals.backupUnderWay(into)
  try {
    return await fill(order)
  } catch (error) {
    folder.remove()
    if (error instanceof Refusal) throw error
    const cause = signal?.aborted ? '被中断' : inWords(error)
    throw Object.assign(refusals.backupBroken(cause), { cause: error })
  }
}

/** Of two that write into the same folder one wins. */
function claim(into: string): boolean {
  try {
    closeSync(openSync(join(into, draftName), 'wx', 0o600))
    return true
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false
    throw error
  }
}

async function fill(order: BackupOrder): Promise<PhysicalManifest> {
  const { dataFolder, into, program, env, signal, line = null } = order
  const begunAt = new Date().toISOString()
  const cluster = await openCluster(dataFolder, archiveStart(env))
  order.onOpen?.()
  try {
    const client = await cluster.connect()
    try {
      const keys = await keysOf(client, dataFolder)
      const { postgres, systemIdentifier } = await identityOf(client)
      requireRoom(into, sizeOf(cluster.folder))
      // Before the database, so that no anchor names an entry that the copy has not.
      const own = await copyFolderFiles(dataFolder, into, signal)
      const base = await takeBase(client, cluster.folder, into, signal)
      if (!order.isScratch) await syncTree(into, signal)
      const manifest: PhysicalManifest = {
        kind: 'physical',
        format: 1,
        begunAt,
        until: base.until,
        program,
        postgres,
        systemIdentifier,
        keyId: keys.id,
        keyFile: keyFileOf(dataFolder, env),
        heads: [...base.heads],
        settings: settingsKept(env),
        folders: [...base.folders, 'folder'],
        files: [...base.files, ...own],
        firstSegment: base.firstSegment,
        lastSegment: base.lastSegment,
        line,
      }
      signal?.throwIfAborted()
      writeManifest(into, manifest, keys)
      return manifest
    } finally {
      await client.end().catch(() => {})
    }
  } finally {
    await cluster.close()
  }
}

const keyFileOf = (dataFolder: string, env: NodeJS.ProcessEnv) =>
  resolve(env.KAICHENG_KEY_FILE || join(dataFolder, 'keys', 'kaicheng.key'))

/** The key that this database is sealed with; it signs the manifest. */
export async function keysOf(client: pg.Client, dataFolder: string): Promise<Keys> {
  const { rows } = await client.query<{ there: boolean }>(
    `select to_regclass('public.sealing_key') is not null as there`,
  )
  if (!rows[0]?.there) throw refusals.notOurDatabase()
  const known = (await client.query<{ id: string }>('select id from sealing_key')).rows[0]?.id
  if (known === undefined) throw refusals.notOurDatabase()
  const keys = loadKeys(dataFolder, false)
  if (keys.id !== known) throw refusals.otherKey()
  return keys
}

async function identityOf(client: pg.Client) {
  const {
    rows: [row],
  } = await client.query<{ postgres: string; id: string }>(
    `select current_setting('server_version') as postgres, system_identifier::text as id from pg_control_system()`,
  )
  if (!row) throw new Error('pg_control_system() is empty')
  return { postgres: row.postgres, systemIdentifier: row.id }
}

/** The bytes that a copy of the cluster takes, and some log. */
export function sizeOf(cluster: string): number {
  let bytes = 4 * segmentBytes
  for (const { size, kind } of walk(cluster, isLeftOut)) if (kind === 'file') bytes += size
  return bytes
}

async function copyFolderFiles(dataFolder: string, into: string, signal?: AbortSignal): Promise<FileEntry[]> {
  await makeFolder(join(into, 'folder'))
  const files: FileEntry[] = []
  for (const name of folderFiles) {
    if (!existsSync(join(dataFolder, name))) continue
    const path = `folder/${name}`
    files.push({ path, ...(await copyFile(join(dataFolder, name), join(into, path), signal)) })
  }
  return files
}
