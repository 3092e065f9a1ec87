import { sql } from 'kysely'
import type { Tx } from '../../db/database.ts'
import { copySeal } from '../../db/row-seals.ts'

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

/** The kept copy, where it is of this very text and print and its bytes are those that were kept. Works inside the organ. */
export async function findCopy(
  tx: Tx,
  { organId, recordId, form }: CopyKey,
  { edition, hash, print }: CopyOf,
): Promise<Buffer | undefined> {
  const row = await tx
    .selectFrom('recordCopies')
    .select(['bytes', 'seal'])
    .where('organId', '=', organId)
    .where('recordId', '=', recordId)
    .where('form', '=', form)
    .where('edition', '=', edition)
    .where('hash', '=', hash)
    .where('print', '=', print)
    .executeTakeFirst()
  const sealed = { organId, recordId, form, edition, hash, print }
  return row?.seal.equals(copySeal(sealed, row.bytes)) ? row.bytes : undefined
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
    insert into record_copies (organ_id, record_id, form, edition, hash, print, bytes, seal)
    select organ_id, record_id, ${form}, edition, hash, ${print}, ${Buffer.from(bytes)}, ${copySeal({ organId, recordId, form, edition, hash, print }, bytes)}
    from published_records
    where organ_id = ${organId} and record_id = ${recordId} and edition = ${edition} and hash = ${hash}
      and withdrawn_at is null for share
    on conflict (organ_id, record_id, form) do update set edition = excluded.edition, hash = excluded.hash,
      print = excluded.print, bytes = excluded.bytes, seal = excluded.seal, made_at = now()
    returning 1`.execute(tx)
  return rows.length === 1
}

/** Nothing is kept of a text that no longer stands in public as it did. */
export async function dropCopies(tx: Tx, organId: number, recordId: string): Promise<void> {
  await tx.deleteFrom('recordCopies').where('organId', '=', organId).where('recordId', '=', recordId).execute()
}
