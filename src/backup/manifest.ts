import { createHash, createHmac } from 'node:crypto'
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { Keys } from '../db/keys.ts'
import { refusals } from '../refusal.ts'
import { syncFolder } from './tree.ts'

export const manifestName = 'manifest.json'
/** There while the backup is being written; who comes second sees it. */
export const draftName = 'manifest.json.part'
const format = 1

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/)
/** Relative, downwards only: a backup must not write outside its folder. */
const Path = z.string().regex(/^(?!\/)(?!(?:.*\/)?\.\.?(?:\/|$))[^\0\\]+$/)
const Instant = z.iso.datetime()

export const FileEntry = z.strictObject({ path: Path, size: z.int().nonnegative(), sha256: Sha256 })
export type FileEntry = z.infer<typeof FileEntry>

/** The last audit entry of an organ at the end of the backup. */
const Head = z.strictObject({ organId: z.int(), seq: z.int(), hash: z.hex() })
export type Head = z.infer<typeof Head>

/** How many rows a table has, and a hash of all of them whatever their order. */
const TableContent = z.strictObject({ rows: z.int().nonnegative(), hash: z.string() })
export type TableContent = z.infer<typeof TableContent>

const common = {
  format: z.literal(format),
  begunAt: Instant,
  /** Everything acknowledged before this is in it. */
  until: Instant,
  program: z.string(),
  postgres: z.string(),
  systemIdentifier: z.string(),
  /** The key itself is never in a backup. */
  keyId: z.string(),
  keyFile: z.string(),
  heads: z.array(Head),
  /** Settings of the environment that tell no secret. */
  settings: z.record(z.string(), z.string()),
  folders: z.array(Path),
  files: z.array(FileEntry),
}

const Body = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('physical'),
    ...common,
    /** The log from the first to the last of these makes the copy consistent. */
    firstSegment: z.string(),
    lastSegment: z.string(),
    /** Which archive goes on from here; null for a backup that stands alone. */
    line: z.string().nullable(),
  }),
  z.strictObject({ kind: z.literal('content'), ...common, tables: z.record(z.string(), TableContent) }),
])
export type Manifest = z.infer<typeof Body>
export type PhysicalManifest = Extract<Manifest, { kind: 'physical' }>
export type ContentManifest = Extract<Manifest, { kind: 'content' }>

const File = z.strictObject({ body: z.unknown(), sha256: Sha256, seal: Sha256 })
/** What every format has, so that a newer one can be named. */
const Origin = z.object({ format: z.int(), program: z.string() })

export interface SealedManifest {
  readonly body: Manifest
  /** Refuses a manifest that somebody without this key has written. */
  readonly checkSeal: (keys: Keys) => void
}

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex')
const sealOf = (text: string, { audit }: Keys) =>
  createHmac('sha256', audit).update(`backup manifest\n${text}`).digest('hex')

/** Written last and at once: a backup without it is not finished. */
export function writeManifest(folder: string, body: Manifest, keys: Keys): void {
  const text = JSON.stringify(body)
  const draft = join(folder, draftName)
  const handle = openSync(draft, 'w', 0o600)
  writeSync(handle, `${JSON.stringify({ body, sha256: hashOf(text), seal: sealOf(text, keys) }, null, 1)}\n`)
  fsyncSync(handle)
  closeSync(handle)
  renameSync(draft, join(folder, manifestName))
  syncFolder(folder)
}

export const isFinished = (folder: string): boolean => existsSync(join(folder, manifestName))

/** The manifest of a finished backup. Refuses one that is damaged, or made by a newer program than `program`. */
export function readManifest(folder: string, program: string): SealedManifest {
  if (!isFinished(folder)) throw refusals.notABackup(folder)
  const read = File.safeParse(parsed(readFileSync(join(folder, manifestName), 'utf8')))
  if (!read.success) throw refusals.manifestDamaged('内容不完整')
  const { body, sha256, seal } = read.data
  const text = JSON.stringify(body)
  if (hashOf(text) !== sha256) throw refusals.manifestDamaged('与自身的校验码不符')
  const origin = Origin.safeParse(body)
  if (!origin.success) throw refusals.manifestDamaged('内容不合格式')
  const made = origin.data.program
  if (origin.data.format > format || isNewer(made, program)) throw refusals.backupNewer(made, program)
  const checked = Body.safeParse(body)
  if (!checked.success) throw refusals.manifestDamaged('内容不合格式')
  return {
    body: checked.data,
    checkSeal: (keys) => {
      if (sealOf(text, keys) !== seal) throw refusals.manifestForged()
    },
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** By the numbers of a version, left to right. */
function isNewer(one: string, other: string): boolean {
  const [left, right] = [one, other].map((version) => version.split('.').map(Number))
  for (const [index, number] of (left ?? []).entries())
    if (number !== (right?.[index] ?? 0)) return number > (right?.[index] ?? 0)
  return false
}

export const majorOf = (version: string): string => version.split('.')[0] ?? version
