import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { clusterPlace } from '../db/embedded.ts'
import { type Keys, loadKeys, setKeys } from '../db/keys.ts'
import { makeFolder } from '../db/make-folder.ts'
import { errorCode } from '../error-code.ts'
import { refusals } from '../refusal.ts'
import { controlFile, pendingFile } from './cluster-files.ts'
import type { Facts } from './facts.ts'
import { nameOfProcess, removeScratch } from './leftover.ts'
import { majorOf, type PhysicalManifest } from './manifest.ts'
import { isEmptyFolder, keepApart, realPath, requireRoom } from './place.ts'
import { type Checks, rebuild } from './rebuild.ts'
import { openSource, type Source, verifyFiles } from './source.ts'
import { syncFolder, syncTree } from './tree.ts'

export interface RestoreOrder {
  readonly from: string
  readonly dataFolder: string
  /** The key file given by hand, or by `KAICHENG_KEY_FILE`. */
  readonly keyFile?: string | undefined
  readonly configuredKey?: string | undefined
  readonly until?: Date | undefined
  readonly program: string
  readonly postgresMajor: string
  readonly migrations: string
  readonly checks: Checks
  /** It need not outlast a power cut. */
  readonly isScratch?: boolean
  readonly signal?: AbortSignal | undefined
  readonly onStep?: (step: string) => void
}

export interface Restored extends Facts {
  readonly source: Source
}

const pidFile = 'restore.pid'

/**
 * Rebuilds a data folder from a backup. Everything is verified before anything is written; it is built beside the folder and
 * put in place when all checks have passed. Whatever stops it, nothing that looks whole is left, and it can be run again.
 */
export async function restore(order: RestoreOrder): Promise<Restored> {
  const { from, dataFolder, program, postgresMajor, signal, onStep = () => {} } = order
  const source = openSource(from, program, order.until)
  const { manifest } = source
  if (majorOf(manifest.postgres) !== postgresMajor) throw refusals.otherPostgres(manifest.postgres, postgresMajor)
  const target = realPath(dataFolder)
  takeBack(target)
  keepApart(from, target)
  if (!isFree(target)) throw refusals.dataNotEmpty(dataFolder)
  if (isMountPoint(target)) throw refusals.mountPoint(dataFolder)
  const keyPath = order.keyFile ?? order.configuredKey ?? join(target, 'keys', 'kaicheng.key')
  const keys = keysFor(manifest, keyPath)
  source.sealed.checkSeal(keys)
  onStep('校验备份')
  await verifyFiles(source.folder, manifest, signal)
  requireRoom(target, roomFor(source))
  const clusterGoal = clearGoal(dataFolder)
  setKeys(keys)
  const building = await takeSibling(target)
  try {
    const facts = await rebuild(source, { ...order, folder: building })
    if (facts.problems.length > 0) throw refusals.restoreUnsound(facts.problems)
    signal?.throwIfAborted()
    if (order.keyFile !== undefined || existsSync(join(target, 'keys'))) keepKey(keyPath, building)
    if (!order.isScratch) await syncTree(building)
    await putInPlace(building, target, clusterGoal)
    return { ...facts, source }
  } catch (error) {
    await removeScratch(building)
    throw error
  }
}

/** Cut off between two renames, a folder with nothing but the key stands aside. */
function takeBack(target: string): void {
  if (!existsSync(target) && existsSync(beside(target))) renameSync(beside(target), target)
}

const beside = (target: string) => `${target}.before-restore`

/** Empty, or with nothing in it but the key that was laid there. */
const isFree = (folder: string): boolean =>
  isEmptyFolder(folder) ||
  (statSync(folder).isDirectory() &&
    readdirSync(folder).every((name) => name === 'keys') &&
    readdirSync(join(folder, 'keys')).every((name) => name === 'kaicheng.key'))

const isMountPoint = (folder: string): boolean =>
  existsSync(folder) && statSync(folder).dev !== statSync(dirname(folder)).dev

/** The key that the backup needs. Refuses another, before anything is written. */
function keysFor({ keyId, keyFile }: PhysicalManifest, path: string): Keys {
  if (!existsSync(path)) throw refusals.keyOfBackupMissing(keyId, keyFile)
  const keys = loadKeys('', false, path)
  if (keys.id !== keyId) throw refusals.otherKeyOfBackup(keyId, keys.id, path)
  return keys
}

/** Segments are laid out with holes for their zeros, so that they take little more than packed. */
export const roomFor = ({ manifest, segments }: Source): number =>
  manifest.files.reduce((sum, { size }) => sum + size, 0) +
  segments.reduce((sum, { path }) => sum + statSync(path).size * (path.endsWith('.gz') ? 4 : 1), 0)

/**
 * Where the cluster of the data folder will be looked for. When that is outside the folder, something may lie there: what a
 * restore that was cut off has put there and nobody has started goes, anything else is refused.
 */
function clearGoal(dataFolder: string): string {
  const wasThere = existsSync(dataFolder)
  const { folder } = clusterPlace(dataFolder)
  rmSync(join(dataFolder, 'postgres-location.txt'), { force: true })
  if (!wasThere) rmSync(dataFolder, { recursive: true })
  if (existsSync(folder)) {
    const pending = statSync(join(folder, pendingFile), { throwIfNoEntry: false })
    const control = statSync(join(folder, controlFile), { throwIfNoEntry: false })
    if (!pending || !control || control.mtimeMs > pending.mtimeMs) throw refusals.clusterInTheWay(folder)
    rmSync(folder, { recursive: true })
  }
  return folder
}

/** The folder beside the goal in which it is built. What a killed restore has left there goes; a live one is refused. */
async function takeSibling(target: string): Promise<string> {
  const building = `${target}.restoring`
  const pid = join(building, pidFile)
  if (existsSync(pid)) {
    const holder = readFileSync(pid, 'utf8')
    if (nameOfProcess(Number.parseInt(holder, 10)) === holder) throw refusals.restoreUnderWay(building)
    await removeScratch(building)
  } else if (!isEmptyFolder(building)) throw refusals.dataNotEmpty(building)
  const mode = existsSync(target) ? statSync(target).mode & 0o777 : 0o755
  makeFolder(dirname(building))
  makeFolder(building, mode)
  try {
    writeFileSync(pid, nameOfProcess(), { flag: 'wx', mode: 0o600 })
  } catch (error) {
    if (errorCode(error) === 'EEXIST') throw refusals.restoreUnderWay(building)
    throw error
  }
  return building
}

function keepKey(from: string, building: string): void {
  mkdirSync(join(building, 'keys'), { mode: 0o700 })
  copyFileSync(from, join(building, 'keys', 'kaicheng.key'))
}

/** The folder comes last and at once: before, there is no data folder, and after, it is whole. */
async function putInPlace(building: string, target: string, clusterGoal: string): Promise<void> {
  const { folder: cluster } = clusterPlace(building)
  const isInside = clusterGoal === join(target, 'postgres')
  if (!isInside || cluster !== join(building, 'postgres')) {
    if (!isInside) writeFileSync(join(cluster, pendingFile), '')
    renameSync(cluster, isInside ? join(building, 'postgres') : clusterGoal)
    syncFolder(dirname(clusterGoal))
  }
  rmSync(join(building, 'postgres-location.txt'), { force: true })
  const before = beside(target)
  if (existsSync(join(target, 'keys'))) renameSync(target, before)
  renameSync(building, target)
  syncFolder(dirname(target))
  rmSync(before, { recursive: true, force: true })
  rmSync(join(target, pidFile), { force: true })
  rmSync(join(clusterGoal, pendingFile), { force: true })
}
