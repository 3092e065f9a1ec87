import { sql } from 'kysely'
import type { Tx } from '../db/database.ts'
import { printedInstant } from './act.ts'
import { type ChainedEntry, genesis, hashEntry, sealHead } from './chain.ts'

/** What was found out of order first; the words for people are in `describeFault`. */
export type ChainFault = 'missing' | 'changed' | 'unchained' | 'tailCut' | 'headForged' | 'rolledBack'

export interface ChainVerdict {
  readonly entries: number
  /** The first entry that is not as it was written, or is not there. */
  readonly broken: { readonly seq: number; readonly fault: ChainFault } | null
  /** The first entry that was written at an earlier time than the one before it, and how many there are. */
  readonly backwards: { readonly seq: number; readonly count: number } | null
}

/** A clock that is put right by less is nothing to speak of. */
const clockSlackMs = 60_000

/** An entry that was the last one at some time, kept outside the database. */
export interface AnchoredHead {
  readonly seq: number
  readonly hash: Buffer
}

interface Row extends Omit<ChainedEntry, 'organId'> {
  readonly previousHash: Buffer
  readonly hash: Buffer
}

interface StoredSeal {
  readonly act: string | null
  readonly rowsCount: number | null
  readonly rowsDigest: Buffer | null
}

const pageSize = 5_000

/**
 * Walks the organ's chain from the first entry to what is the last one at the start, and stops at the first broken one.
 * `anchors` are earlier heads; without them a chain that was rolled back as a whole looks whole.
 */
export async function verifyAudit(
  tx: Tx,
  organId: number,
  anchors: readonly AnchoredHead[] = [],
): Promise<ChainVerdict> {
  const anchored = new Map<number, Buffer[]>()
  for (const { seq, hash } of anchors) anchored.set(seq, [...(anchored.get(seq) ?? []), hash])
  const { head, top } = await readEnd(tx, organId)
  const until = Math.max(head?.seq ?? 0, top)
  let last = 0
  let hash: Buffer = genesis
  let time = 0
  const backwards: number[] = []
  const verdict = (fault: ChainVerdict['broken']): ChainVerdict => {
    const [seq] = backwards
    return { entries: last, broken: fault, backwards: seq === undefined ? null : { seq, count: backwards.length } }
  }
  const broken = (seq: number, fault: ChainFault) => verdict({ seq, fault })
  while (last < until) {
    const rows = await readPage(tx, organId, last + 1, Math.min(last + pageSize, until))
    for (const row of rows) {
      if (row.seq !== last + 1) return broken(last + 1, 'missing')
      if (!row.previousHash.equals(hash)) return broken(row.seq, 'unchained')
      if (!hashEntry(hash, { ...row, organId }).equals(row.hash)) return broken(row.seq, 'changed')
      if (anchored.get(row.seq)?.some((each) => !each.equals(row.hash))) return broken(row.seq, 'rolledBack')
      if (Date.parse(row.at) < time - clockSlackMs) backwards.push(row.seq)
      time = Date.parse(row.at)
      last = row.seq
      hash = row.hash
    }
    if (rows.length === 0) return broken(last + 1, last < top ? 'missing' : 'tailCut')
  }
  const isHead = head && head.seq === last && head.hash.equals(hash) && head.seal.equals(sealHead({ ...head, organId }))
  if (!isHead && until > 0) return broken(head ? Math.min(head.seq, last) : last, 'headForged')
  return anchors.some(({ seq }) => seq > last) ? broken(last + 1, 'rolledBack') : verdict(null)
}

/** How many anchors of the organ there were when the last one was written. */
export async function readRemembered(tx: Tx, organId: number): Promise<number> {
  const { rows } = await sql<{ anchors: number }>`
    select (detail ->> 'anchors')::int as anchors from audit_entries
    where organ_id = ${organId} and action = 'audit.anchored' order by seq desc limit 1`.execute(tx)
  return rows[0]?.anchors ?? 0
}

/** The organ's last entry, as its own row states it; undefined before the first. */
export const readHead = (tx: Tx, organId: number) =>
  tx.selectFrom('auditHeads').select(['seq', 'hash', 'seal']).where('organId', '=', organId).executeTakeFirst()

/** The stated and the real last entry, which must be the same one: read at one moment, since others go on writing. */
async function readEnd(tx: Tx, organId: number) {
  const { rows } = await sql<{ seq: number | null; hash: Buffer; seal: Buffer; top: number }>`
    select head.seq, head.hash, head.seal, coalesce(entry.top, 0) as top
    from (select max(seq) as top from audit_entries where organ_id = ${organId}) as entry
    left join audit_heads as head on head.organ_id = ${organId}`.execute(tx)
  const { top = 0, seq = null, hash = genesis, seal = genesis } = rows[0] ?? {}
  return { head: seq === null ? undefined : { seq, hash, seal }, top }
}

async function readPage(tx: Tx, organId: number, from: number, to: number): Promise<Row[]> {
  const { rows } = await sql<Omit<Row, 'sealed'> & StoredSeal>`
    select seq, ${printedInstant(sql`at`)} as at, actor_kind, actor_id, address, action, subject, succeeded,
      detail::text as detail, previous_hash, hash, act, rows_count, rows_digest
    from audit_entries where organ_id = ${organId} and seq between ${from} and ${to} order by seq`.execute(tx)
  return rows.map(({ act, rowsCount, rowsDigest, ...row }) => ({
    ...row,
    sealed: act && rowsDigest ? { act, count: rowsCount ?? 0, digest: rowsDigest } : null,
  }))
}

const faults = {
  missing: '不在了（被删除）',
  changed: '内容被改动',
  unchained: '与前一条接不上（前后被删除、调换或插入）',
  tailCut: '及其后的记录不在了（末尾被截去）',
  headForged: '被伪称为最后一条（末尾记录或链首被改动）',
  rolledBack: '与锚点文件不符（审计记录被整体退回或重建）',
} as const satisfies Record<ChainFault, string>

/** 第 n 条…… */
export const describeFault = ({ seq, fault }: NonNullable<ChainVerdict['broken']>): string =>
  `第${seq}条审计记录${faults[fault]}`
