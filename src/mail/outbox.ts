import { sql } from 'kysely'
import { z } from 'zod'
import type { Database, Tx } from '../db/database.ts'
import { inOrgan } from '../db/organ.ts'
import { tellFault } from '../faults/fault.ts'
import { refusals } from '../refusal.ts'
import { MailRefused, type MailTransport } from './transport.ts'

export interface NewMail {
  readonly to: string
  readonly subject: string
  readonly body: string
}

/** Exactly one address: no second one, no name, nothing that could begin a header of its own. */
const OneAddress = z.email().max(254)

const mostTries = 10

/** Queues a mail in the same transaction as its cause. Refuses what is not one address. Never put personal data in it. */
export async function queueMail(tx: Tx, organId: number, { to, subject, body }: NewMail): Promise<void> {
  if (!OneAddress.safeParse(to).success) throw refusals.notOneMailAddress()
  await tx
    .insertInto('mails')
    .values({ organId, toAddress: to, subject: oneLine(subject), body })
    .execute()
}

const oneLine = (text: string): string => text.replace(/\p{Cc}+/gu, ' ').trim()

/**
 * Sends what an organ has queued, oldest first. A mail that the server turns down is tried again after 1, 3, 7 … minutes, ten times at
 * most; one refused for good is left. When the server cannot be reached it throws and nothing counts as tried.
 * A process killed after sending and before marking sends once more, under the same Message-ID. Returns how many were sent.
 */
export async function sendQueued(db: Database, organId: number, transport: MailTransport): Promise<number> {
  let sent = 0
  for (;;) {
    const outcome = await inOrgan(db, organId, (tx) => sendNext(tx, organId, transport))
    if (outcome === 'nothing due') return sent
    if (outcome === 'sent') sent += 1
  }
}

/** The row stays locked while it is sent, so that two servers never send the same mail at once. */
async function sendNext(
  tx: Tx,
  organId: number,
  transport: MailTransport,
): Promise<'sent' | 'refused' | 'nothing due'> {
  const mail = await tx
    .selectFrom('mails')
    .select(['id', 'toAddress', 'subject', 'body', 'queuedAt', 'tries'])
    .where('organId', '=', organId)
    .where('sentAt', 'is', null)
    .where('tries', '<', mostTries)
    .where(sql<boolean>`queued_at + (2 ^ tries - 1) * interval '1 minute' <= now()`)
    .orderBy('queuedAt')
    .limit(1)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst()
  if (!mail) return 'nothing due'
  const change = tx.updateTable('mails').where('organId', '=', organId).where('id', '=', mail.id)
  const tries = mail.tries + 1
  try {
    await transport.send(mail)
  } catch (error) {
    if (!(error instanceof MailRefused)) throw error
    tellFault(error, { kind: 'mail', place: error.forGood ? 'refused for good' : 'refused' })
    const counted = error.forGood ? mostTries : tries
    await change.set({ tries: counted, lastProblem: error.message.slice(0, 500) }).execute()
    return 'refused'
  }
  await change.set({ tries, sentAt: sql<Date>`now()`, lastProblem: null }).execute()
  return 'sent'
}
