import { sql } from 'kysely'
import type { Tx } from '../db/database.ts'
import { genesis, hashEntry, sealHead } from './chain.ts'

/** Whoever did it; `Actor` of the rooms is one. */
export interface AuditActor {
  readonly kind: 'staff' | 'applicant' | 'system' | 'operator' | 'anonymous'
  readonly id: string | null
  /** Where the call came from; empty on the command line. */
  readonly address: string
  readonly organId: number
}

export interface AuditEntry {
  /** What it was done to: an id or a number. */
  readonly subject?: string
  readonly succeeded?: boolean
  readonly detail?: Readonly<Record<string, unknown>>
}

/** No audit, no action: the transaction is lost, and whoever asked may try again later. */
export class AuditUnavailable extends Error {
  override readonly name = 'AuditUnavailable'
  readonly statusCode = 503
}

/**
 * Appends to the organ's chain in the same transaction as the act itself (GB/T 22239-2019 8.1.4.3). It holds the organ's
 * chain until the transaction ends, so call it last. Never give it an ID number, a phone number or a secret.
 */
export async function record(tx: Tx, actor: AuditActor, action: string, entry: AuditEntry = {}): Promise<void> {
  try {
    await append(tx, actor, action, entry)
  } catch (cause) {
    throw new AuditUnavailable(`cannot record ${action}`, { cause })
  }
}

async function append(tx: Tx, actor: AuditActor, action: string, entry: AuditEntry): Promise<void> {
  const { organId } = actor
  const {
    rows: [turn],
  } = await sql<{ seq: number; hash: Buffer; at: string; detail: string }>`
    insert into audit_heads as head (organ_id, seq, hash, seal) values (${organId}, 1, ${genesis}, '')
    on conflict (organ_id) do update set seq = head.seq + 1
    returning seq, hash, ${printedInstant(sql`clock_timestamp()`)} as at,
      (${JSON.stringify(entry.detail ?? {}, (_, value) => storable(value))}::jsonb)::text as detail`.execute(tx)
  if (!turn) throw new Error(`no audit chain for organ ${organId}`)
  const chained = {
    organId,
    seq: turn.seq,
    at: turn.at,
    actorKind: actor.kind,
    actorId: actor.id ?? '',
    address: storable(actor.address),
    action,
    subject: storable(entry.subject ?? ''),
    succeeded: entry.succeeded ?? true,
    detail: turn.detail,
  }
  const hash = hashEntry(turn.hash, chained)
  await sql`
    with written as (
      insert into audit_entries (organ_id, seq, at, actor_kind, actor_id, address, action, subject, succeeded, detail,
        previous_hash, hash)
      values (${organId}, ${chained.seq}, ${chained.at}, ${chained.actorKind}, ${chained.actorId}, ${chained.address},
        ${action}, ${chained.subject}, ${chained.succeeded}, ${chained.detail}, ${turn.hash}, ${hash})
      returning seq)
    update audit_heads as head set hash = ${hash}, seal = ${sealHead({ organId, seq: chained.seq, hash })}
    from written where head.organ_id = ${organId} and head.seq = written.seq`.execute(tx)
}

/** An instant as text, to the microsecond; JavaScript would cut it to the millisecond. */
export const printedInstant = (instant: ReturnType<typeof sql>) =>
  sql<string>`to_char(${instant} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`

/** PostgreSQL keeps no NUL and no half of a surrogate pair; an entry about bad input must not fail by it. */
function storable<T>(value: T): T {
  return typeof value === 'string' ? (value.toWellFormed().replaceAll('\0', '\ufffd') as T & string) : value
}
