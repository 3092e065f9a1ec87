import { sql } from 'kysely'
import type { Tx } from '../../db/database.ts'
import { seal, unseal } from '../../db/sealed.ts'

export interface DraftPlace {
  readonly organId: number
  /** A keyed hash of both halves of the draft's key. */
  readonly id: Buffer
}

const mebibyte = 1024 * 1024
/** Bytes of drafts that may wait: of one network, and of all on all organs. One is a few thousand. */
const room = { ofOne: 16 * mebibyte, ofAll: 128 * mebibyte }
/** What even the shortest counts for, so that there are not too many to be counted. */
const leastBytes = 4096

const placeOf = ({ organId, id }: DraftPlace) => ({ table: 'request_drafts', organId, id: id.toString('hex') })

/** Keeps a draft, encrypted, in place of what it was before. Where the room is full the oldest of whoever has most give way. */
export async function saveDraft(
  tx: Tx,
  place: DraftPlace,
  { text, network, hours }: { readonly text: string; readonly network: Buffer; readonly hours: number },
): Promise<void> {
  const sealed = seal(text, placeOf(place))
  const times = { savedAt: sql<Date>`now()`, expiresAt: sql<Date>`now() + ${hours} * interval '1 hour'` }
  const values = { sealed, network, bytes: Math.max(sealed.length, leastBytes), ...times }
  await tx
    .insertInto('requestDrafts')
    .values({ organId: place.organId, id: place.id, ...values })
    .onConflict((conflict) => conflict.columns(['organId', 'id']).doUpdateSet(values))
    .execute()
  await sql`select make_draft_room(${room.ofOne}, ${room.ofAll})`.execute(tx)
}

/** The text of a draft that is still kept. */
export async function findDraft(tx: Tx, place: DraftPlace): Promise<string | undefined> {
  const row = await tx
    .selectFrom('requestDrafts')
    .select('sealed')
    .where('organId', '=', place.organId)
    .where('id', '=', place.id)
    .where('expiresAt', '>', sql<Date>`now()`)
    .executeTakeFirst()
  return row && unseal(row.sealed, placeOf(place))
}

export async function removeDraft(tx: Tx, { organId, id }: DraftPlace): Promise<void> {
  await tx.deleteFrom('requestDrafts').where('organId', '=', organId).where('id', '=', id).execute()
}

/** Removes what was never sent. Returns how many. */
export async function removeExpiredDrafts(tx: Tx): Promise<number> {
  const { numDeletedRows } = await tx
    .deleteFrom('requestDrafts')
    .where('expiresAt', '<', sql<Date>`now()`)
    .executeTakeFirst()
  return Number(numDeletedRows)
}
