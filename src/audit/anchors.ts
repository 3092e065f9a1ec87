import { closeSync, existsSync, fsyncSync, openSync, readFileSync, truncateSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { Database } from '../db/database.ts'
import { inOrgan } from '../db/organ.ts'
import { sealAnchor, sealHead } from './chain.ts'
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
  constructor(line: number) {
    super(`锚点文件 ${fileName} 第${line}行被改动，或者它前面的行被删除`)
  }
}

export type Anchors = ReadonlyMap<number, readonly AnchoredHead[]>

/** The heads that were written down earlier, by organ. Refuses a file that is no longer as it was written. */
export function readAnchors(folder: string): Anchors {
  const anchors = new Map<number, AnchoredHead[]>()
  for (const { organId, seq, hash } of readLines(folder).flatMap(({ heads }) => heads)) {
    const heads = anchors.get(organId) ?? []
    anchors.set(organId, heads)
    heads.push({ seq, hash: Buffer.from(hash, 'hex') })
  }
  return anchors
}

/**
 * Writes down the last entry of each organ's chain, outside the database. Returns how many chains there were. A head with
 * a false seal is left out: `verifyAudit` names it.
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
      const head = await inOrgan(db, organId, (tx) => readHead(tx, organId))
      if (head?.seal.equals(sealHead({ ...head, organId }))) heads.push({ organId, seq: head.seq, hash: head.hash })
    } catch (cause) {
      problems.push(new Error(`organ ${organId}`, { cause }))
    }
  }
  if (heads.length > 0) append(folder, at, heads)
  if (problems.length > 0) throw new AggregateError(problems, 'some chains could not be anchored')
  return heads.length
}

/** Sealed and chained to the line before; returns when it is on disk. */
function append(folder: string, at: Date, heads: readonly (AnchoredHead & { organId: number })[]): void {
  dropHalfLine(folder)
  const previous = readLines(folder).at(-1)?.seal
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

function readLines(folder: string): z.infer<typeof Line>[] {
  const path = join(folder, fileName)
  const texts = existsSync(path) ? readFileSync(path, 'utf8').split('\n').slice(0, -1) : []
  let previous: string | undefined
  return texts.map((text, index) => {
    const line = Line.safeParse(parsed(text)).data
    const { seal, ...body } = line ?? { seal: '' }
    if (!line || sealOf(previous, body).toString('hex') !== seal) throw new AnchorsBroken(index + 1)
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
