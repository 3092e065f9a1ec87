import { sql } from 'kysely'
import type { Tx } from '../../db/database.ts'

export interface Sending {
  readonly organId: number
  /** Made by our form, once for each form that is opened. */
  readonly key: string
  readonly digest: Buffer
}

export interface FormerSending {
  readonly requestId: string
  readonly number: string
  readonly digest: Buffer
  /** Less than a day ago: whoever sends again has lost the answer on the way. */
  readonly isRecent: boolean
}

/** The id for the request that is to be made, or undefined when the key was used before. A second sending waits for the first. */
export async function begin(tx: Tx, sending: Sending): Promise<string | undefined> {
  const row = await tx
    .insertInto('submissions')
    .values({ ...sending, requestId: sql<string>`uuidv7()` })
    .onConflict((conflict) => conflict.columns(['organId', 'key']).doNothing())
    .returning('requestId')
    .executeTakeFirst()
  return row?.requestId
}

/** What was made of an earlier sending with the same key. */
export async function former(tx: Tx, { organId, key }: Sending): Promise<FormerSending> {
  return tx
    .selectFrom('submissions')
    .innerJoin('requests', (join) =>
      join.onRef('requests.organId', '=', 'submissions.organId').onRef('requests.id', '=', 'submissions.requestId'),
    )
    .select(['submissions.requestId', 'requests.number', 'submissions.digest'])
    .select(sql<boolean>`submitted_at > now() - interval '1 day'`.as('isRecent'))
    .where('submissions.organId', '=', organId)
    .where('submissions.key', '=', key)
    .executeTakeFirstOrThrow()
}

/** The contents of uploaded files, in order, by hash. */
export async function hashesOf(tx: Tx, organId: number, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return []
  const rows = await tx
    .selectFrom('files')
    .select('sha256')
    .where('organId', '=', organId)
    .where('id', 'in', ids)
    .orderBy('sha256')
    .execute()
  return rows.map(({ sha256 }) => sha256)
}

export interface WaitingFile {
  readonly id: string
  readonly name: string
  readonly size: number
}

/** Those of the files that are still here, waiting or part of a request by now, in the order of `ids`. */
export async function listWaiting(tx: Tx, organId: number, ids: readonly string[]): Promise<WaitingFile[]> {
  if (ids.length === 0) return []
  const rows = await tx
    .selectFrom('files')
    .select(['id', 'name', 'size'])
    .where('organId', '=', organId)
    .where('id', 'in', ids)
    .where((where) => where.or([where('expiresAt', 'is', null), where('expiresAt', '>', sql<Date>`now()`)]))
    .execute()
  return rows.sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id))
}

/** Whether a form with this key has been sent before. */
export async function isSent(tx: Tx, organId: number, key: string): Promise<boolean> {
  const row = await tx
    .selectFrom('submissions')
    .select('key')
    .where('organId', '=', organId)
    .where('key', '=', key)
    .executeTakeFirst()
  return row !== undefined
}
