import { sql } from 'kysely'
import type { Tx } from './database.ts'
import { blindIndex } from './sealed.ts'

/** So many tries of a kind within a time; the last one allowed begins the pause. */
export interface TryLimit {
  readonly kind: string
  readonly count: number
  readonly withinMs: number
}

export interface Try {
  readonly isOpen: boolean
  /** When a shut door opens again. */
  readonly until: Date
  /** How many there were, this one included. */
  readonly count: number
}

/**
 * Counts a try before it is made, so that many at once are many. Tries while shut do not lengthen the pause. Where one person
 * is counted under several keys, `whose` says who it is.
 */
export async function countTry(tx: Tx, limit: TryLimit, key: string, now: Date, whose?: string): Promise<Try> {
  const isOver = sql`attempts.began_at + make_interval(secs => ${limit.withinMs / 1000}) <= excluded.began_at`
  const { rows } = await sql<{ count: number; until: Date }>`
    insert into attempts (kind, key, began_at, count, of_whom)
    values (${limit.kind}, ${blindIndex(key)}, ${now}, 1, ${whose === undefined ? null : blindIndex(whose)})
    on conflict (kind, key) do update set
      began_at = case when ${isOver} or attempts.count = ${limit.count - 1} then excluded.began_at else attempts.began_at end,
      count = case when ${isOver} then 1 else least(attempts.count + 1, ${limit.count + 1}) end
    returning count, began_at + make_interval(secs => ${limit.withinMs / 1000}) as until`.execute(tx)
  const [row] = rows
  if (!row) throw new Error('a try was not counted')
  return { isOpen: row.count <= limit.count, until: row.until, count: row.count }
}

/** Takes one try back, because it was a right one. */
export async function forgiveTry(tx: Tx, { kind }: TryLimit, key: string): Promise<void> {
  await tx
    .updateTable('attempts')
    .set(({ eb }) => ({ count: eb('count', '-', 1) }))
    .where('kind', '=', kind)
    .where('key', '=', blindIndex(key))
    .where('count', '>', 0)
    .execute()
}

/** Writes a try again as it is: for whoever must take as long as one that leaves a trace. */
export async function rewriteTry(tx: Tx, { kind }: TryLimit, key: string): Promise<void> {
  await tx
    .updateTable('attempts')
    .set(({ ref }) => ({ count: ref('count') }))
    .where('kind', '=', kind)
    .where('key', '=', blindIndex(key))
    .execute()
}

/** Forgets all tries of one key. */
export async function forgetTries(tx: Tx, { kind }: TryLimit, key: string): Promise<void> {
  await tx.deleteFrom('attempts').where('kind', '=', kind).where('key', '=', blindIndex(key)).execute()
}

/** Forgets all tries of one person, from wherever they were made. */
export async function forgetTriesOf(tx: Tx, { kind }: TryLimit, whose: string): Promise<void> {
  await tx.deleteFrom('attempts').where('kind', '=', kind).where('ofWhom', '=', blindIndex(whose)).execute()
}

/** Until when each of these people is shut out somewhere; those that are not are left out. */
export async function listShut(
  tx: Tx,
  limit: TryLimit,
  whose: readonly string[],
  now: Date,
): Promise<Map<string, Date>> {
  if (whose.length === 0) return new Map()
  const byIndex = new Map(whose.map((key) => [blindIndex(key).toString('hex'), key]))
  const until = sql<Date>`began_at + make_interval(secs => ${limit.withinMs / 1000})`
  const rows = await tx
    .selectFrom('attempts')
    .select(['ofWhom', until.as('until')])
    .where('kind', '=', limit.kind)
    .where('ofWhom', 'in', whose.map(blindIndex))
    .where('count', '>=', limit.count)
    .where(until, '>', now)
    // The last one stays.
    .orderBy(until)
    .execute()
  return new Map(rows.map((row) => [byIndex.get(row.ofWhom?.toString('hex') ?? '') ?? '', row.until]))
}

/** Forgets what no limit looks back to any more. */
export async function removeOldTries(tx: Tx, now: Date): Promise<void> {
  await tx.deleteFrom('attempts').where('beganAt', '<', sql<Date>`${now}::timestamptz - interval '2 days'`).execute()
}

/** Of an IPv6 address that ends in an IPv4 one; what a proxy hands on may be of any length. */
const longestAddress = 45

/** Whose tries are counted together: an IPv6 subscriber has 2⁶⁴ addresses and is counted as one. */
export function networkOf(address: string): string {
  const [plain = ''] = address
    .slice(0, longestAddress)
    .replace(/^::ffff:(?=\d+\.)/i, '')
    .toLowerCase()
    .split('%', 1)
  if (!plain.includes(':')) return plain
  const [head = '', tail] = plain.split('::')
  const before = head.split(':').filter(Boolean)
  const after = tail?.split(':').filter(Boolean) ?? []
  const zeros = Array.from({ length: Math.max(0, 8 - before.length - after.length) }, () => '0')
  return [...before, ...(tail === undefined ? [] : zeros), ...after].slice(0, 4).join(':')
}
