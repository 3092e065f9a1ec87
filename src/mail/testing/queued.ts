import { sql } from 'kysely'
import type { Database } from '../../db/database.ts'

/** Every mail that was queued, by the order of queueing; `owner` sees those of every organ. */
export const queuedMails = async (owner: Database) =>
  (
    await sql<{ toAddress: string; subject: string; body: string }>`
      select payload ->> 'to' as to_address, payload ->> 'subject' as subject, payload ->> 'body' as body
      from outbox where kind = 'mail' order by queued_at, id`.execute(owner)
  ).rows
