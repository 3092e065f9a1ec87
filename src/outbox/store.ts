import { sql } from 'kysely'
import type { Tx } from '../db/database.ts'
import type { Waiting } from './kind.ts'

export interface NewLeaving {
  readonly kind: string
  /** Of the cause: the same one queues once. */
  readonly key: string
  readonly payload: object
}

/** Queues in the transaction of the cause; false when the same cause has queued it before. */
export async function enqueue(tx: Tx, organId: number, { kind, key, payload }: NewLeaving): Promise<boolean> {
  const { numInsertedOrUpdatedRows: added } = await tx
    .insertInto('outbox')
    .values({ organId, kind, idempotencyKey: key, payload: JSON.stringify(payload) })
    .onConflict((conflict) => conflict.columns(['organId', 'kind', 'idempotencyKey']).doNothing())
    .executeTakeFirst()
  return added === 1n
}

/** Longer than any sending may take; what was claimed by a process that was killed waits no longer. */
export const leaseMinutes = 5
/** After that it is left. */
export const mostAttempts = 10
const longestWaitMinutes = 360

export interface Claimed extends Waiting {
  /** With this one. */
  readonly attempts: number
  readonly claim: string
}

/** The next of its kind that is due, under a lease and counted as tried, so that neither two processes send it nor one that it kills for ever. */
export async function claimNext(tx: Tx, organId: number, kind: string): Promise<Claimed | undefined> {
  const row = await tx
    .updateTable('outbox')
    .set({
      lockedAt: sql<Date>`now()`,
      lockedBy: sql<string>`uuidv7()`,
      lastAttemptAt: sql<Date>`now()`,
      attempts: sql<number>`attempts + 1`,
    })
    .where('organId', '=', organId)
    .where('id', '=', ({ selectFrom }) =>
      selectFrom('outbox')
        .select('id')
        .where('organId', '=', organId)
        .where('kind', '=', kind)
        .where('doneAt', 'is', null)
        .where(sql<boolean>`next_at <= now()`)
        .where(sql<boolean>`coalesce(locked_at <= now() - ${leaseMinutes} * interval '1 minute', true)`)
        .orderBy('nextAt')
        .orderBy('id')
        .limit(1)
        .forUpdate()
        .skipLocked(),
    )
    .returning(['id', 'organId', 'payload', 'queuedAt', 'attempts', 'lockedBy as claim'])
    .executeTakeFirst()
  return row && { ...row, claim: row.claim ?? '' }
}

/** How a try ended. */
export type Ending =
  | { readonly how: 'sent' }
  | { readonly how: 'dropped' | 'wrongAddress' | 'givenUp' | 'refused' | 'failed'; readonly error: string }
  | { readonly how: 'unreachable'; readonly cause: unknown }

const unlocked = { lockedAt: null, lockedBy: null }
const ended = { ...unlocked, doneAt: sql<Date>`now()` }

/**
 * Notes how a try ended. That it was sent is true whoever has claimed it meanwhile; anything else is for whoever still
 * holds the claim to say. False where it was not, or was noted before.
 */
export async function noteEnding(tx: Tx, { organId, id, claim, attempts }: Claimed, ending: Ending): Promise<boolean> {
  const row = tx.updateTable('outbox').where('organId', '=', organId).where('id', '=', id).where('doneAt', 'is', null)
  const own = row.where('lockedBy', '=', claim)
  const change = () => {
    switch (ending.how) {
      case 'sent':
        return row.set({ ...ended, outcome: 'sent', lastError: null })
      case 'dropped':
      case 'wrongAddress':
        return own.set({ ...ended, outcome: 'dropped', lastError: ending.error })
      case 'givenUp':
      case 'refused':
        return own.set({ ...ended, outcome: 'givenUp', lastError: ending.error })
      case 'failed': {
        const minutes = Math.min(2 ** (attempts - 1), longestWaitMinutes)
        const nextAt = sql<Date>`now() + ${minutes} * interval '1 minute'`
        return own.set({ ...unlocked, nextAt, lastError: ending.error })
      }
      case 'unreachable':
        // No try of its own; behind whatever else waits.
        return own.set({ ...unlocked, nextAt: sql<Date>`now()`, attempts: attempts - 1, lastError: notThere })
    }
  }
  const { numUpdatedRows } = await change().executeTakeFirst()
  return numUpdatedRows > 0n
}

const notThere = '对方暂时联系不上'

/** Whether the organ has, or had lately, such a thing to send. */
export async function isKnown(tx: Tx, organId: number, id: string): Promise<boolean> {
  const row = await tx
    .selectFrom('outbox')
    .select('id')
    .where('organId', '=', organId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row !== undefined
}

/** Puts what has failed or was given up back as if new; answers its kind, or undefined where there is no such thing to send. */
export async function putBack(tx: Tx, organId: number, id: string): Promise<string | undefined> {
  const row = await tx
    .updateTable('outbox')
    .set({ attempts: 0, nextAt: sql<Date>`now()`, doneAt: null, outcome: null, lastError: null })
    .where('organId', '=', organId)
    .where('id', '=', id)
    .where('lockedAt', 'is', null)
    .where('lastError', 'is not', null)
    .where((eb) => eb.or([eb('doneAt', 'is', null), eb('outcome', '=', 'givenUp')]))
    .returning('kind')
    .executeTakeFirst()
  return row?.kind
}

/** What came to its end so long ago is forgotten, also who it went to; the same cause may queue again then. */
export const keptDays = 180

export async function forgetOld(tx: Tx, organId: number): Promise<void> {
  await tx
    .deleteFrom('outbox')
    .where('organId', '=', organId)
    .where(sql<boolean>`done_at < now() - ${keptDays} * interval '1 day'`)
    .execute()
}
