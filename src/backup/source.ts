import { existsSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { instantOf, officeClock } from '../days/plain-date.ts'
import { refusals } from '../refusal.ts'
import { type ArchivedSegment, followOn, lineFolder, listBases, listSegments } from './archive.ts'
import { isFinished, type PhysicalManifest, readManifest, type SealedManifest } from './manifest.ts'
import { hashFile, walk } from './tree.ts'

/** What is restored: a backup and, from an archive, the log that goes on from it. */
export interface Source {
  readonly folder: string
  readonly sealed: SealedManifest
  readonly manifest: PhysicalManifest
  readonly segments: readonly ArchivedSegment[]
  readonly until: Date | undefined
  /** As of when the result will be. */
  readonly upTo: Date
}

/** Finds what `from` holds: one backup, or a folder of continuous backups with the newest before `until`. */
export function openSource(from: string, program: string, until?: Date): Source {
  if (!existsSync(from)) throw refusals.notABackup(from)
  if (isFinished(from)) return openOne(from, program, until)
  const bases = listBases(from, program)
  if (bases.length === 0 && !walkFindsBase(from)) throw refusals.notABackup(from)
  const base = bases.findLast(({ manifest }) => !until || Date.parse(manifest.until) <= until.getTime())
  if (!base) throw refusals.noBaseBefore(until && officeClock(until))
  return withLog({ ...base, root: from, until })
}

const walkFindsBase = (from: string) =>
  [...walk(from, (path) => path.includes('/'))].some(({ path }) => path.startsWith('base-'))

function openOne(folder: string, program: string, until: Date | undefined): Source {
  const sealed = readManifest(folder, program)
  const manifest = sealed.body
  if (manifest.kind !== 'physical') throw refusals.wrongKind(manifest.kind)
  if (!until) return { folder, sealed, manifest, segments: [], until, upTo: instantOf(manifest.until) }
  if (manifest.line === null || !basename(folder).startsWith('base-')) throw refusals.untilNotPossible()
  if (until.getTime() < Date.parse(manifest.until)) throw refusals.noBaseBefore(officeClock(until))
  return withLog({ folder, sealed, manifest, root: dirname(folder), until })
}

function withLog(base: Omit<Source, 'segments' | 'upTo'> & { readonly root: string }): Source {
  const { folder, sealed, manifest, root, until } = base
  const archived = manifest.line === null ? [] : listSegments(lineFolder(root, manifest.line))
  const { joined, missing, beyond } = followOn(archived, manifest.lastSegment)
  const last = joined.at(-1)?.at ?? instantOf(manifest.until)
  if (beyond > 0 && (!until || until > last)) throw refusals.archiveGap(missing, beyond, officeClock(last))
  if (until && until > last) throw refusals.untilTooLate(officeClock(until), officeClock(last))
  return { folder, sealed, manifest, segments: joined, until, upTo: until ?? last }
}

/** Refuses a backup of which a file is missing, changed, cut short, or was not there when it was made. Reads all of it. */
export async function verifyFiles(
  folder: string,
  { files, folders }: Pick<PhysicalManifest, 'files' | 'folders'>,
  signal?: AbortSignal,
): Promise<void> {
  const known = new Map(files.map((file) => [file.path, file]))
  const places = new Set(folders)
  for (const { path, kind } of walk(folder)) {
    if (path === 'manifest.json') continue
    if (kind === 'other') throw refusals.backupDamaged(path, '不是普通文件')
    if (kind === 'folder' ? !places.delete(path) && !isAbove(path, folders) : !known.has(path))
      throw refusals.backupDamaged(path, '是备份做完以后多出来的')
  }
  for (const path of places) if (!existsSync(join(folder, path))) throw refusals.backupDamaged(path, '目录不见了')
  for (const { path, size, sha256 } of files) {
    if (!existsSync(join(folder, path))) throw refusals.backupDamaged(path, '不见了')
    const found = await hashFile(join(folder, path), signal)
    if (found.size !== size) throw refusals.backupDamaged(path, `大小不对（应为${size}字节，现为${found.size}字节）`)
    if (found.sha256 !== sha256) throw refusals.backupDamaged(path, '内容被改动')
  }
}

const isAbove = (path: string, folders: readonly string[]) => folders.some((each) => each.startsWith(`${path}/`))
