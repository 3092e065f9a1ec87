import { closeSync, existsSync, fsyncSync, openSync, readFileSync, truncateSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { Database } from '../db/database.ts'
import { inOrgan, lookInOrgan } from '../db/organ.ts'
import { sealAnchor, sealHead } from './chain.ts'
import { record } from './record.ts'
import { type AnchoredHead, readHead } from './verify.ts'

const fileName = 'audit-anchors.jsonl'
const start = Buffer.alloc(32)

const Line = z.strictObject({
  at: z.string(),
  heads: z.array(z.strictObject({ organId: z.int(), seq: z.int(), hash: z.hex() })),
  seal: z.hex(),
})

/** The anchor file itself was changed, or a line of it was cut out. */
export class AnchorsBroken extends Error {
  override readonly name = 'AnchorsBroken'
}

/** Where anchors are looked for: in the data folder, and in a copy that was kept elsewhere. */
export interface AnchorSource {
  readonly folder?: string | undefined
  /** The path of the copy. */
  readonly copy?: string | undefined
}

export interface OrganAnchors {
  /** Of the data folder alone. */
  readonly own: number
  readonly heads: readonly AnchoredHead[]
  /** What is wrong with the files themselves. */
  readonly problem: string | null
}

/** The heads of an organ that were written down earlier, and whether the files are as they were written. */
export function readAnchors(organId: number, { folder, copy }: AnchorSource): OrganAnchors {
  const own = tried(folder && join(folder, fileName), '锚点文件')
  const kept = tried(copy, '锚点副本')
  const problem = own.problem ?? kept.problem ?? (copy ? differenceOf(own.lines, kept.lines) : null)
  const headsIn = (lines: readonly AnchorLine[]) =>
    lines.flatMap(({ heads }) =>
      heads.flatMap(({ organId: id, seq, hash }) => (id === organId ? { seq, hash: Buffer.from(hash, 'hex') } : [])),
    )
  const ownHeads = headsIn(own.lines)
  return { own: ownHeads.length, heads: [...ownHeads, ...headsIn(kept.lines)], problem }
}

/** Every organ that was ever anchored, of what the files still tell. */
export const listAnchoredOrgans = ({ folder, copy }: AnchorSource): number[] => {
  const lines = [...tried(folder && join(folder, fileName), '').lines, ...tried(copy, '').lines]
  return [...new Set(lines.flatMap(({ heads }) => heads.map(({ organId }) => organId)))]
}

function tried(path: string | undefined, what: string) {
  try {
    return { lines: path ? readLines(path, what) : [], problem: null }
  } catch (error) {
    if (error instanceof AnchorsBroken) return { lines: [], problem: error.message }
    throw error
  }
}

/** The file in the data folder begins with all that the copy has. */
function differenceOf(own: readonly AnchorLine[], kept: readonly AnchorLine[]): string | null {
  if (kept.length === 0) return '锚点副本中没有锚点，请核对 --anchors 指定的文件'
  if (own.length < kept.length)
    return `数据目录中的锚点文件只有${own.length}行，副本有${kept.length}行：本机的文件被删去、清空或截短`
  const place = kept.findIndex(({ seal }, index) => own[index]?.seal !== seal)
  return place < 0 ? null : `数据目录中的锚点文件第${place + 1}行与副本不同，其中一份被替换`
}

/**
 * Writes down the last entry of each organ's chain, outside the database. Returns how many chains there were. A head with
 * a false seal is left out: `verifyAudit` names it. The chain remembers how many anchors there are, so that a file that
 * goes away is missed.
 */
export async function anchorAudit(
  db: Database,
  folder: string,
  organIds: readonly number[],
  at: Date,
): Promise<number> {
  const heads: (AnchoredHead & { organId: number })[] = []
  const problems: unknown[] = []
  for (const organId of organIds) {
    try {
      const head = await lookInOrgan(db, organId, (tx) => readHead(tx, organId))
      if (head?.seal.equals(sealHead({ ...head, organId }))) heads.push({ organId, seq: head.seq, hash: head.hash })
    } catch (cause) {
      problems.push(new Error(`organ ${organId}`, { cause }))
    }
  }
  if (heads.length > 0) append(folder, at, heads)
  for (const { organId } of heads) {
    const anchors = readAnchors(organId, { folder }).own
    const actor = { kind: 'system', id: null, address: '', organId } as const
    await inOrgan(db, organId, (tx) => record(tx, actor, 'audit.anchored', { detail: { anchors } }))
  }
  if (problems.length > 0) throw new AggregateError(problems, 'some chains could not be anchored')
  return heads.length
}

/** Sealed and chained to the line before; returns when it is on disk. */
function append(folder: string, at: Date, heads: readonly (AnchoredHead & { organId: number })[]): void {
  dropHalfLine(folder)
  const previous = readLines(join(folder, fileName), '锚点文件').at(-1)?.seal
  const written = heads.map(({ organId, seq, hash }) => ({ organId, seq, hash: hash.toString('hex') }))
  const body = { at: at.toISOString(), heads: written }
  const seal = sealOf(previous, body).toString('hex')
  const handle = openSync(join(folder, fileName), 'a', 0o600)
  writeSync(handle, `${JSON.stringify({ ...body, seal })}\n`)
  fsyncSync(handle)
  closeSync(handle)
}

/** A line that a crash has cut short was never relied on. */
function dropHalfLine(folder: string): void {
  const path = join(folder, fileName)
  if (!existsSync(path)) return
  const bytes = readFileSync(path)
  const whole = bytes.lastIndexOf(0x0a) + 1
  if (whole < bytes.length) truncateSync(path, whole)
}

const sealOf = (previous: string | undefined, body: object): Buffer =>
  sealAnchor(previous ? Buffer.from(previous, 'hex') : start, JSON.stringify(body))

type AnchorLine = z.infer<typeof Line>

function readLines(path: string, what: string): AnchorLine[] {
  const texts = existsSync(path) ? readFileSync(path, 'utf8').split('\n').slice(0, -1) : []
  let previous: string | undefined
  return texts.map((text, index) => {
    const line = Line.safeParse(parsed(text)).data
    const { seal, ...body } = line ?? { seal: '' }
    if (!line || sealOf(previous, body).toString('hex') !== seal)
      throw new AnchorsBroken(`${what} ${path}第${index + 1}行被改动，或者它前面的行被删除`)
    previous = seal
    return line
  })
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
