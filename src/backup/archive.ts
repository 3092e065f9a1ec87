import { createHash } from 'node:crypto'
import { createReadStream, existsSync, readdirSync, renameSync, rmSync, statSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import type { Transform } from 'node:stream'
import { createGunzip, createGzip } from 'node:zlib'
import { refusals } from '../refusal.ts'
import { isFinished, type PhysicalManifest, readManifest, type SealedManifest } from './manifest.ts'
import { isLater, nextSegment, segmentBytes, segmentName, segmentNameLength } from './segments.ts'
import { hashFile, piecesOf, writeFile } from './tree.ts'

/** A finished base backup in an archive. */
export interface BaseFolder {
  readonly name: string
  readonly folder: string
  readonly sealed: SealedManifest
  readonly manifest: PhysicalManifest
}

/** A stretch of the log as it lies in an archive. */
export interface ArchivedSegment {
  readonly name: string
  readonly path: string
  /** When it was archived. */
  readonly at: Date
}

const baseName = /^base-\d{8}T\d{6}$/
export const lineFolder = (root: string, line: string): string => join(root, `wal-${line}`)

/** The finished base backups, oldest first. One whose manifest cannot be read is left out here; taken by name it is refused. */
export function listBases(root: string, program: string): BaseFolder[] {
  return baseFolders(root)
    .filter(isFinished)
    .flatMap((folder) => readBase(folder, program) ?? [])
    .sort((one, other) => one.manifest.until.localeCompare(other.manifest.until))
}

function readBase(folder: string, program: string): BaseFolder | undefined {
  try {
    const sealed = readManifest(folder, program)
    const { body } = sealed
    return body.kind === 'physical' ? { name: folder.slice(-20), folder, sealed, manifest: body } : undefined
  } catch {
    return undefined
  }
}

/** All folders of base backups, finished or not. */
export const baseFolders = (root: string): string[] =>
  (existsSync(root) ? readdirSync(root) : []).filter((name) => baseName.test(name)).map((name) => join(root, name))

/** The segments of an archive in their order, packed or not; where one is there both ways, the whole file counts. */
export function listSegments(folder: string): ArchivedSegment[] {
  const found = new Map<string, ArchivedSegment>()
  for (const file of existsSync(folder) ? readdirSync(folder).sort().reverse() : []) {
    const name = file.replace(/\.gz$/, '')
    const path = join(folder, file)
    if (segmentName.test(name)) found.set(name, { name, path, at: statSync(path).mtime })
  }
  return [...found.values()].sort((one, other) => (one.name < other.name ? -1 : 1))
}

/** The archived log that goes on without a gap after `last`, and what lies beyond the first gap. */
export function followOn(segments: readonly ArchivedSegment[], last: string) {
  const later = new Map(segments.filter(({ name }) => isLater(name, last)).map((each) => [each.name, each]))
  const joined: ArchivedSegment[] = []
  for (let name = nextSegment(last); later.has(name); name = nextSegment(name)) {
    const segment = later.get(name)
    if (segment) joined.push(segment)
    later.delete(name)
  }
  return { joined, missing: nextSegment(joined.at(-1)?.name ?? last), beyond: later.size }
}

/** Packs what PostgreSQL has archived whole: a segment that was ended early is mostly zeros. Returns how many. */
export async function packSegments(folder: string, signal?: AbortSignal): Promise<number> {
  const whole = listSegments(folder).filter(({ path }) => !path.endsWith('.gz'))
  for (const { path, at } of whole) {
    signal?.throwIfAborted()
    const draft = `${path}.packing`
    rmSync(draft, { force: true })
    await writeFile(draft, through(path, createGzip({ level: 1 }), signal))
    await checkPacked(draft, path)
    utimesSync(draft, at, at)
    renameSync(draft, `${path}.gz`)
    rmSync(path)
  }
  return whole.length
}

/** Nothing is removed before its packed copy has been read back and is the same. */
async function checkPacked(packed: string, whole: string): Promise<void> {
  const hash = createHash('sha256')
  for await (const piece of unpacked(packed)) hash.update(piece)
  if (hash.digest('hex') !== (await hashFile(whole)).sha256) throw new Error(`${packed} is not what was packed`)
}

const unpacked = (path: string): AsyncGenerator<Buffer> => through(path, createGunzip())

/** The pieces of a file as they come out of a transform, which keeps what it is given while it works: each is a buffer of its own. */
async function* through(path: string, transform: Transform, signal?: AbortSignal): AsyncGenerator<Buffer> {
  const file = createReadStream(path)
  file.once('error', (error) => transform.destroy(error))
  try {
    for await (const piece of file.pipe(transform)) {
      signal?.throwIfAborted()
      yield piece
    }
  } finally {
    file.destroy()
    transform.destroy()
  }
}

/** The pieces of a segment, unpacked. Refuses one that is damaged or not whole. */
export async function* readSegment({ name, path }: Pick<ArchivedSegment, 'name' | 'path'>): AsyncGenerator<Buffer> {
  let size = 0
  try {
    for await (const piece of path.endsWith('.gz') ? unpacked(path) : piecesOf(path)) {
      size += piece.length
      yield piece
    }
  } catch (error) {
    throw Object.assign(refusals.archiveDamaged(name, '不能解开，已损坏'), { cause: error })
  }
  if (size !== segmentBytes) throw refusals.archiveDamaged(name, '不完整')
}

/**
 * Keeps the newest `keep` finished bases of this line and the log from the oldest of them on. Bases of earlier lines go once
 * there are `keep` of this one. Call it only after the newest has been proved.
 */
export function prune(root: string, program: string, line: string, keep: number): void {
  const bases = listBases(root, program)
  const own = bases.filter(({ manifest }) => manifest.line === line)
  const [oldest] = own.slice(-keep)
  if (!oldest) return
  const goes = own.slice(0, -keep)
  if (own.length >= keep)
    goes.push(...bases.filter(({ manifest }) => manifest.line !== line && manifest.until < oldest.manifest.until))
  for (const { folder } of goes) rmSync(folder, { recursive: true, force: true })
  const folder = lineFolder(root, line)
  for (const file of existsSync(folder) ? readdirSync(folder) : []) {
    const name = file.slice(0, segmentNameLength)
    if (segmentName.test(name) && isLater(oldest.manifest.firstSegment, name))
      rmSync(join(folder, file), { force: true })
  }
  const kept = new Set(listBases(root, program).map(({ manifest }) => manifest.line))
  for (const name of readdirSync(root))
    if (name.startsWith('wal-') && name !== `wal-${line}` && own.length >= keep && !kept.has(name.slice(4)))
      rmSync(join(root, name), { recursive: true, force: true })
}
