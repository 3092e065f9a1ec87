import { sql } from 'kysely'
import { z } from 'zod'
import type { Database, Tx } from '../db/database.ts'
import { inOrgan } from '../db/organ.ts'
import { tellFault } from '../faults/fault.ts'
import { Refusal, refusals } from '../refusal.ts'
import { type Compose, MailAbout } from './compose.ts'
import { MailRefused, type MailTransport } from './transport.ts'

export interface NewMail {
  readonly to: string
  readonly subject: string
  readonly body: string
  /** What it tells of, so that it can be looked at again when it leaves; without it the mail goes as it was written. */
  readonly about?: MailAbout
}

/** Exactly one address: no second one, no name, nothing that could begin a header of its own. */
const OneAddress = z.email().max(254)

const mostTries = 10

/** Queues a mail in the same transaction as its cause. Refuses what is not one address. Never put personal data in it. */
export async function queueMail(tx: Tx, organId: number, { to, subject, body, about }: NewMail): Promise<void> {
  if (!OneAddress.safeParse(to).success) throw refusals.notOneMailAddress()
  await tx
    .insertInto('mails')
    .values({
      organId,
      toAddress: to,
      subject: oneLine(subject),
      body,
      about: about ? JSON.stringify(about) : null,
    })
    .execute()
}

const oneLine = (text: string): string => text.replace(/\p{Cc}+/gu, ' ').trim()

/** Longer than any sending may take; a mail whose server was killed waits no longer. */
const claimMinutes = 5

/**
 * Sends what an organ has queued, oldest first, each outside of any transaction. What a mail tells of is looked at again just
 * before: it is written from what is true then, or dropped when there is nothing left to tell. A mail that the server turns down is tried
 * again after 1, 3, 7 … minutes, ten times at most; one refused for good is left. When the server cannot be reached it throws
 * and nothing counts as tried. A process killed after sending and before marking sends once more, some minutes later, under the
 * same Message-ID. Returns how many were sent.
 */
export async function sendQueued(
  db: Database,
  organId: number,
  transport: MailTransport,
  compose: Compose = asQueued,
): Promise<number> {
  let sent = 0
  for (;;) {
    const mail = await inOrgan(db, organId, (tx) => claimTrue(tx, organId, compose))
    if (!mail) return sent
    const outcome = await trySending(mail, transport)
    await inOrgan(db, organId, (tx) => note(tx, organId, mail.id, outcome))
    if ('unreachable' in outcome) throw outcome.unreachable
    if (!outcome.refused) sent += 1
  }
}

const asQueued: Compose = async (_, __, { about }) => {
  throw new Error(`nobody knows how to write a mail about ${about.kind}`)
}

/** The next mail that is due and still has something to tell, in the words of now. */
async function claimTrue(tx: Tx, organId: number, compose: Compose): Promise<Claimed | undefined> {
  for (;;) {
    const mail = await claimNext(tx, organId)
    if (!mail || mail.about === null) return mail
    const waiting = { to: mail.toAddress, about: MailAbout.parse(mail.about) }
    const said = await compose(tx, organId, waiting).catch(orNothing)
    const kept = tx.updateTable('mails').where('organId', '=', organId).where('id', '=', mail.id)
    if (said) {
      const words = { subject: oneLine(said.subject), body: said.body }
      await kept.set(words).execute()
      return { ...mail, ...words }
    }
    await kept.set({ tries: mostTries, claimedUntil: null, lastProblem: '所告知的情况已经改变，没有发出' }).execute()
  }
}

/** What it told of is not there any more: nothing to tell. */
function orNothing(error: unknown): null {
  if (error instanceof Refusal) return null
  throw error
}

/** The next mail that is due, marked as being sent, so that two servers never send the same one at once. */
const claimNext = (tx: Tx, organId: number) =>
  tx
    .updateTable('mails')
    .set({ claimedUntil: sql<Date>`now() + ${claimMinutes} * interval '1 minute'` })
    .where('organId', '=', organId)
    .where('id', '=', ({ selectFrom }) =>
      selectFrom('mails')
        .select('id')
        .where('organId', '=', organId)
        .where('sentAt', 'is', null)
        .where('tries', '<', mostTries)
        .where(sql<boolean>`queued_at + (2 ^ tries - 1) * interval '1 minute' <= now()`)
        .where(sql<boolean>`coalesce(claimed_until <= now(), true)`)
        .orderBy('queuedAt')
        .limit(1)
        .forUpdate()
        .skipLocked(),
    )
    .returning(['id', 'toAddress', 'subject', 'body', 'queuedAt', 'tries', 'about'])
    .executeTakeFirst()

type Claimed = NonNullable<Awaited<ReturnType<typeof claimNext>>>

type Outcome = { readonly tries: number; readonly refused: string | null } | { readonly unreachable: unknown }

async function trySending(mail: Claimed, transport: MailTransport): Promise<Outcome> {
  const tries = mail.tries + 1
  try {
    await transport.send(mail)
    return { tries, refused: null }
  } catch (error) {
    if (!(error instanceof MailRefused)) return { unreachable: error }
    tellFault(error, { kind: 'mail', place: error.forGood ? 'refused for good' : 'refused' })
    return { tries: error.forGood ? mostTries : tries, refused: error.message.slice(0, 500) }
  }
}

async function note(tx: Tx, organId: number, id: string, outcome: Outcome): Promise<void> {
  const change = tx.updateTable('mails').where('organId', '=', organId).where('id', '=', id).set({ claimedUntil: null })
  if ('unreachable' in outcome) await change.execute()
  else {
    const { tries, refused } = outcome
    const sentAt = refused === null ? sql<Date>`now()` : null
    await change.set({ tries, sentAt, lastProblem: refused }).execute()
  }
}
