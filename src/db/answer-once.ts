import { sql } from 'kysely'
import { refusals } from '../refusal.ts'
import type { Database, Tx } from './database.ts'
import { hashInPieces } from './in-pieces.ts'
import { inOrgan } from './organ.ts'
import { keyedCode, seal, unseal } from './sealed.ts'

/** What of a request says whether it has come before. */
interface Sent {
  readonly method: string
  readonly url: string
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>
  readonly body: unknown
  readonly actor: { readonly organId: number; readonly id: string | null }
}

const keyPattern = /^[\x21-\x7e]{8,200}$/
/** A person may be away for a day; two are kept. */
const keptDays = 2
const mostForgotten = 100

/**
 * Does the work once for each `Idempotency-Key` of a person and gives the same answer to who sends the same again, also at the
 * same moment; refuses the key for anything else. Key and answer stand or fall with the transaction of the work: what was
 * refused may be sent again. Without a key it is done whenever it is asked. `what` stands for the body where that is a file.
 */
export async function answerOnce<Answer>(
  tx: Tx,
  request: Sent,
  work: () => Promise<Answer>,
  what: unknown = request.body,
): Promise<Answer> {
  const key = request.headers['idempotency-key']
  const { organId, id: staffId } = request.actor
  if (key === undefined || staffId === null) return work()
  if (typeof key !== 'string' || !keyPattern.test(key)) throw refusals.badFormKey()
  await forgetOld(tx, organId)
  const digest = keyedCode('kept answer', JSON.stringify([request.method, request.url, what]))
  const place = { table: 'kept_answers', organId, id: `${staffId}/${key}` }
  const where = { organId, staffId, key }
  const { numInsertedOrUpdatedRows: isFirst } = await tx
    .insertInto('keptAnswers')
    .values({ ...where, digest })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  if (isFirst) {
    const answer = await work()
    // Wrapped: an answer may be nothing at all.
    const sealed = seal(JSON.stringify({ answer }), place)
    await tx
      .updateTable('keptAnswers')
      .set({ sealed })
      .where('organId', '=', organId)
      .where('staffId', '=', staffId)
      .where('key', '=', key)
      .execute()
    return answer
  }
  const kept = await tx
    .selectFrom('keptAnswers')
    .select(['digest', 'sealed'])
    .where('organId', '=', organId)
    .where('staffId', '=', staffId)
    .where('key', '=', key)
    .executeTakeFirstOrThrow()
  if (!digest.equals(kept.digest) || kept.sealed === null) throw refusals.formKeyUsed()
  return JSON.parse(unseal(kept.sealed, place)).answer
}

/** Stands for a file among what was sent. */
export const fileMark = async ({ name, bytes }: { readonly name: string; readonly bytes: Uint8Array }) => ({
  name,
  sha256: await hashInPieces(bytes),
})

/** One transaction for the organ of whoever asks, done once for each key. */
export const onceInOrgan = <Answer>(
  db: Database,
  request: Sent,
  work: (tx: Tx) => Promise<Answer>,
  what?: unknown,
): Promise<Answer> =>
  inOrgan(db, request.actor.organId, (tx) => answerOnce(tx, request, () => work(tx), what ?? request.body))

async function forgetOld(tx: Tx, organId: number): Promise<void> {
  await sql`
    delete from kept_answers where (organ_id, staff_id, key) in (
      select organ_id, staff_id, key from kept_answers
      where organ_id = ${organId} and came_at < now() - make_interval(days => ${keptDays})
      limit ${mostForgotten} for update skip locked)`.execute(tx)
}
