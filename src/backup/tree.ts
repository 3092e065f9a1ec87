import { createHash, type Hash } from 'node:crypto'
import { closeSync, fsyncSync, lstatSync, openSync, readdirSync, renameSync, writeSync } from 'node:fs'
import { chown, mkdir, open } from 'node:fs/promises'
import { dirname, join, relative, sep } from 'node:path'
import type { Owner } from '../db/system-account.ts'

export interface Found {
  readonly path: string
  readonly kind: 'file' | 'folder' | 'other'
  readonly size: number
}

/** All that is below a folder, depth first, by relative path; links are not followed. What vanishes meanwhile is left out. */
export function* walk(root: string, skips: (path: string) => boolean = () => false, below = ''): Generator<Found> {
  for (const name of readdirSync(join(root, below)).sort()) {
    const path = below === '' ? name : `${below}/${name}`
    const stat = skips(path) ? undefined : lstatSync(join(root, path), { throwIfNoEntry: false })
    if (!stat) continue
    const kind = stat.isDirectory() ? 'folder' : stat.isFile() ? 'file' : 'other'
    yield { path, kind, size: stat.size }
    if (kind === 'folder') yield* walk(root, skips, path)
  }
}

export interface Copied {
  readonly size: number
  readonly sha256: string
}

const pieceBytes = 1024 * 1024

/** Gives the pieces of a file one after the other, in one buffer that is used again. */
export async function* piecesOf(path: string, signal?: AbortSignal): AsyncGenerator<Buffer> {
  const handle = await open(path, 'r')
  try {
    const buffer = Buffer.allocUnsafe(pieceBytes)
    while (true) {
      signal?.throwIfAborted()
      const { bytesRead } = await handle.read(buffer, 0, pieceBytes, null)
      if (bytesRead === 0) return
      yield buffer.subarray(0, bytesRead)
    }
  } finally {
    await handle.close()
  }
}

/** Size and hash of a file as it stands. */
export async function hashFile(path: string, signal?: AbortSignal): Promise<Copied> {
  const hash = createHash('sha256')
  let size = 0
  for await (const piece of piecesOf(path, signal)) {
    hash.update(piece)
    size += piece.length
  }
  return { size, sha256: hash.digest('hex') }
}

/** Copies a file that may be written to meanwhile; says what was written. Only its owner may read the copy. */
export async function copyFile(from: string, to: string, signal?: AbortSignal, owner?: Owner): Promise<Copied> {
  return writeFile(to, piecesOf(from, signal), owner)
}

/** Writes a new file piece by piece; runs of zeros take no room on the disk. */
export async function writeFile(to: string, pieces: AsyncIterable<Buffer>, owner?: Owner): Promise<Copied> {
  const hash: Hash = createHash('sha256')
  let size = 0
  const handle = await open(to, 'wx', 0o600)
  try {
    for await (const piece of pieces) {
      hash.update(piece)
      if (!isZero(piece)) await handle.write(piece, 0, piece.length, size)
      size += piece.length
    }
    await handle.truncate(size)
    if (owner) await handle.chown(owner.uid, owner.gid)
  } finally {
    await handle.close()
  }
  return { size, sha256: hash.digest('hex') }
}

const zeros = Buffer.alloc(pieceBytes)
const isZero = (piece: Buffer) => zeros.subarray(0, piece.length).equals(piece)

export async function makeFolder(path: string, owner?: Owner): Promise<void> {
  await mkdir(path, { recursive: true, mode: 0o700 })
  if (owner) await chown(path, owner.uid, owner.gid)
}

/** On disk, with all folders between: files first, so that no folder names what is not there. */
export async function syncTree(root: string, signal?: AbortSignal): Promise<void> {
  const found = [...walk(root)]
  const files = found.filter(({ kind }) => kind === 'file').map(({ path }) => join(root, path))
  for (let index = 0; index < files.length; index += 16) {
    signal?.throwIfAborted()
    await Promise.all(files.slice(index, index + 16).map(syncFile))
  }
  for (const { path, kind } of found.toReversed()) if (kind === 'folder') syncFolder(join(root, path))
  syncFolder(root)
}

async function syncFile(path: string): Promise<void> {
  const handle = await open(path, 'r')
  await handle.sync()
  await handle.close()
}

export function syncFolder(path: string): void {
  const handle = openSync(path, 'r')
  fsyncSync(handle)
  closeSync(handle)
}

/** True when `inner` is `outer` or lies below it. Both must be real paths. */
export const isWithin = (inner: string, outer: string): boolean => {
  const way = relative(outer, inner)
  return way === '' || !(way === '..' || way.startsWith(`..${sep}`))
}

/** The nearest folder above that is there. */
export const nearestExisting = (path: string): string =>
  lstatSync(path, { throwIfNoEntry: false }) ? path : nearestExisting(dirname(path))

/** Replaces a small file at once: whoever reads it sees the old or the new. */
export function writeWhole(path: string, text: string): void {
  const draft = `${path}.${process.pid}`
  const handle = openSync(draft, 'w', 0o600)
  writeSync(handle, text)
  fsyncSync(handle)
  closeSync(handle)
  renameSync(draft, path)
}
