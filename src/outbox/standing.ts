import { sql } from 'kysely'
import type { Tx } from '../db/database.ts'

/** What of one kind waits in an organ, and what went wrong lately. */
export interface OutboxStanding {
  readonly kind: string
  readonly waiting: number
  /** Of those, what has failed at least once. */
  readonly failing: number
  /** Given up within the last thirty days. */
  readonly givenUp: number
  readonly oldestAt: Date | null
}

/** One that fails, without what it says and to whom. */
export interface Troubled {
  readonly id: string
  readonly kind: string
  readonly queuedAt: Date
  readonly attempts: number
  readonly lastAttemptAt: Date | null
  readonly lastError: string
  /** Null when it was given up. */
  readonly nextAt: Date | null
}

const recentDays = 30
const mostTold = 50

const isRecent = sql<boolean>`done_at > now() - ${recentDays} * interval '1 day'`

/** By kind; kinds of which nothing waits and nothing was given up lately are not there. */
export async function standingOf(tx: Tx, organId: number): Promise<OutboxStanding[]> {
  const { rows } = await sql<OutboxStanding>`
    select kind, count(*) filter (where done_at is null) as waiting,
      count(*) filter (where done_at is null and last_error is not null) as failing,
      count(*) filter (where outcome = 'givenUp') as given_up, min(queued_at) filter (where done_at is null) as oldest_at
    from outbox where organ_id = ${organId} and (done_at is null or outcome = 'givenUp' and ${isRecent})
    group by kind order by kind`.execute(tx)
  return rows
}

/** What fails or was given up lately, the last tried first, so many at most. */
export async function listTroubled(tx: Tx, organId: number): Promise<Troubled[]> {
  const { rows } = await sql<Troubled>`
    select id, kind, queued_at, attempts, last_attempt_at, last_error, case when done_at is null then next_at end as next_at
    from outbox where organ_id = ${organId} and last_error is not null
      and (done_at is null or outcome = 'givenUp' and ${isRecent})
    order by last_attempt_at desc nulls last, id limit ${mostTold}`.execute(tx)
  return rows
}

export interface OutboxCount {
  readonly kind: string
  readonly waiting: number
  readonly failing: number
  /** And neither tried again nor forgotten since. */
  readonly givenUp: number
  readonly oldest: Date | null
}

/** Of all organs together. */
export async function countOutbox(tx: Tx): Promise<OutboxCount[]> {
  const { rows } = await sql<OutboxCount>`select * from outbox_counts()`.execute(tx)
  return rows
}
