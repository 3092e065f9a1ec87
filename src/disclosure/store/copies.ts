import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Tx } from '../../db/database.ts'

export interface CopyKey {
  readonly organId: number
  readonly recordId: string
  readonly form: 'pdf' | 'docx'
}

/** Which text it is, and how it was printed. */
export interface CopyOf {
  readonly edition: number
  /** Of the signed text. */
  readonly hash: string
  readonly print: string
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** The kept copy, where it is of this very text and print and its bytes are those that were kept. Works inside the organ. */
export async function findCopy(
  tx: Tx,
  { organId, recordId, form }: CopyKey,
  { edition, hash, print }: CopyOf,
): Promise<Buffer | undefined> {
  const row = await tx
    .selectFrom('recordCopies')
    .select(['bytes', 'sha256'])
    .where('organId', '=', organId)
    .where('recordId', '=', recordId)
    .where('form', '=', form)
    .where('edition', '=', edition)
    .where('hash', '=', hash)
    .where('print', '=', print)
    .executeTakeFirst()
  return row && sha256(row.bytes) === row.sha256 ? row.bytes : undefined
}

/**
 * Keeps a copy of the text that stands in public, in place of an earlier one. False, and nothing kept, when that text has
 * been withdrawn or changed meanwhile: what is gone leaves no copy behind.
 */
export async function keepCopy(
  tx: Tx,
  { organId, recordId, form }: CopyKey,
  { edition, hash, print }: CopyOf,
  bytes: Uint8Array,
): Promise<boolean> {
  const { rows } = await sql`
    insert into record_copies (organ_id, record_id, form, edition, hash, print, bytes, sha256)
    select organ_id, record_id, ${form}, edition, hash, ${print}, ${Buffer.from(bytes)}, ${sha256(bytes)}
    from published_records
    where organ_id = ${organId} and record_id = ${recordId} and edition = ${edition} and hash = ${hash}
      and withdrawn_at is null for share
    on conflict (organ_id, record_id, form) do update set edition = excluded.edition, hash = excluded.hash,
      print = excluded.print, bytes = excluded.bytes, sha256 = excluded.sha256, made_at = now()
    returning 1`.execute(tx)
  return rows.length === 1
}

/** Nothing is kept of a text that no longer stands in public as it did. */
export async function dropCopies(tx: Tx, organId: number, recordId: string): Promise<void> {
  await tx.deleteFrom('recordCopies').where('organId', '=', organId).where('recordId', '=', recordId).execute()
}
