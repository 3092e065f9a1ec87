import { sql } from 'kysely'
import type { Tx } from '../db/database.ts'
import { genesis, hashEntry, type SealedRows, sealHead } from './chain.ts'
import type { AuditActor, AuditEntry } from './entry.ts'

interface Said {
  readonly actor: AuditActor
  readonly action: string
  readonly entry: AuditEntry
}

/** What is done for one organ within one transaction. The database knows it as `kaicheng.act`. */
interface Act {
  readonly organId: number
  readonly entries: Said[]
}

/** No audit, no action: the transaction is lost, and whoever asked may try again later. */
export class AuditUnavailable extends Error {
  override readonly name = 'AuditUnavailable'
  readonly statusCode = 503
}

const acts = new WeakMap<Tx, Act | null>()

/** From here on this transaction may enter organs; its acts are ended by `inActs`. */
export const allowActs = (tx: Tx): void => void acts.set(tx, null)
export const mayAct = (tx: Tx): boolean => acts.has(tx)
/** The act that goes on in this transaction. */
export const actOf = (tx: Tx): Act | null | undefined => acts.get(tx)
export const beginAct = (tx: Tx, organId: number): void => void acts.set(tx, { organId, entries: [] })

/** Writes down what the act did and seals the rows that it changed. An act that changed and said nothing leaves no entry. */
export async function endAct(tx: Tx): Promise<void> {
  const act = acts.get(tx)
  if (!act) return
  const { organId } = act
  acts.set(tx, null)
  if (act.entries.length === 0) {
    if (!(await hasChangedRows(tx))) return
    const actor = { kind: 'system', id: null, address: '', organId } as const
    act.entries.push({ actor, action: 'rows.changed', entry: {} })
  }
  try {
    await append(tx, organId, act.entries)
  } catch (cause) {
    throw new AuditUnavailable(`cannot record ${act.entries.map(({ action }) => action).join(', ')}`, { cause })
  }
}

const thisAct = sql`nullif(current_setting('kaicheng.act', true), '')::uuid`

async function hasChangedRows(tx: Tx): Promise<boolean> {
  const { rows } = await sql<{ has: boolean }>`
    select exists (select from row_changes where act = ${thisAct}) as has`.execute(tx)
  return rows[0]?.has === true
}

/** Over the rows of an act in their order: `seq` names their place, which is held with them. */
export const rowsDigest = (seq = sql`seq`) => sql<Buffer>`
  sha256(convert_to(coalesce(string_agg(concat_ws(' ', ${seq}, tab, key, coalesce(encode(hash, 'hex'), '-')), chr(10)
    order by ${seq}), ''), 'UTF8'))`

interface Turn {
  readonly seq: number
  readonly hash: Buffer
  readonly at: string
  readonly details: string[]
  readonly rows: { act: string; count: number; digest: string }
}

/** Locks the organ's chain, which is held until the transaction ends: so it comes last. */
async function takeTurns(tx: Tx, organId: number, said: readonly Said[]): Promise<Turn> {
  const details = JSON.stringify(
    said.map(({ entry }) => entry.detail ?? {}),
    (_, value) => storable(value),
  )
  const {
    rows: [turn],
  } = await sql<Turn>`
    insert into audit_heads as head (organ_id, seq, hash, seal) values (${organId}, ${said.length}, ${genesis}, '')
    on conflict (organ_id) do update set seq = head.seq + ${said.length}
    returning seq, hash, ${printedInstant(sql`clock_timestamp()`)} as at,
      (select array_agg(value::text order by place)
        from jsonb_array_elements(${details}::jsonb) with ordinality as each (value, place)) as details,
      (select json_build_object('act', ${thisAct}, 'count', count(*), 'digest', encode(${rowsDigest()}, 'hex'))
        from row_changes where act = ${thisAct} and organ_id = ${organId}) as rows`.execute(tx)
  if (!turn) throw new Error(`no audit chain for organ ${organId}`)
  return turn
}

async function append(tx: Tx, organId: number, said: readonly Said[]): Promise<void> {
  const turn = await takeTurns(tx, organId, said)
  let previous = turn.hash
  const rows = said.map(({ actor, action, entry }, index) => {
    const isLast = index === said.length - 1
    const sealed: SealedRows | null = isLast && turn.rows.count > 0 ? sealedRows(turn.rows) : null
    const chained = {
      organId,
      seq: turn.seq - said.length + 1 + index,
      at: turn.at,
      actorKind: actor.kind,
      actorId: actor.id ?? '',
      address: storable(actor.address),
      action,
      subject: storable(entry.subject ?? ''),
      succeeded: entry.succeeded ?? true,
      detail: turn.details[index] ?? '{}',
    }
    const hash = hashEntry(previous, { ...chained, sealed })
    const row = { ...chained, previousHash: previous, hash, sealed }
    previous = hash
    return row
  })
  const values = rows.map(
    ({
      sealed,
      ...row
    }) => sql`(${organId}::int, ${row.seq}::bigint, ${row.at}::timestamptz, ${row.actorKind}, ${row.actorId},
      ${row.address}, ${row.action}, ${row.subject}, ${row.succeeded}::boolean, ${row.detail}::jsonb,
      ${row.previousHash}::bytea, ${row.hash}::bytea, ${sealed?.act ?? null}::uuid, ${sealed?.count ?? null}::int,
      ${sealed?.digest ?? null}::bytea)`,
  )
  await sql`
    with written as (
      insert into audit_entries (organ_id, seq, at, actor_kind, actor_id, address, action, subject, succeeded, detail,
        previous_hash, hash, act, rows_count, rows_digest)
      values ${sql.join(values)} returning seq)
    update audit_heads set hash = ${previous}, seal = ${sealHead({ organId, seq: turn.seq, hash: previous })}
    from (select max(seq) as last from written) w where organ_id = ${organId} and seq = w.last`.execute(tx)
}

const sealedRows = ({ act, count, digest }: Turn['rows']): SealedRows => ({
  act,
  count,
  digest: Buffer.from(digest, 'hex'),
})

/** An instant as text, to the microsecond; JavaScript would cut it to the millisecond. */
export const printedInstant = (instant: ReturnType<typeof sql>) =>
  sql<string>`to_char(${instant} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`

/** PostgreSQL keeps no NUL and no half of a surrogate pair; an entry about bad input must not fail by it. */
function storable<T>(value: T): T {
  return typeof value === 'string' ? (value.toWellFormed().replaceAll('\0', '\ufffd') as T & string) : value
}
