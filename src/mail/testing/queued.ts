import { sql } from 'kysely'
import type { Database } from '../../db/database.ts'

/** The mails that were queued about things of this kind, by the order of queueing; `owner` sees those of every organ. */
export const queuedMails = async (owner: Database, about: string) =>
  (
    await sql<{ toAddress: string; subject: string; body: string }>`
      select payload ->> 'to' as to_address, payload ->> 'subject' as subject, payload ->> 'body' as body
      from outbox where kind = 'mail' and payload -> 'about' ->> 'kind' = ${about} order by queued_at, id`.execute(
      owner,
    )
  ).rows
