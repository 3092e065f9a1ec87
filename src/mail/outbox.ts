import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Database, Tx } from '../db/database.ts'
import { newId } from '../db/new-id.ts'
import { type OutboxKind, TurnedDown } from '../outbox/kind.ts'
import { sendDue } from '../outbox/send-due.ts'
import { enqueue } from '../outbox/store.ts'
import { Refusal, refusals } from '../refusal.ts'
import { type Compose, type ComposedMail, MailAbout, type MailEnded } from './compose.ts'
import { AddressRefused, type MailTransport } from './transport.ts'

/** What waits in the outbox. */
const QueuedMail = z.object({
  to: z.string(),
  subject: z.string(),
  body: z.string(),
  /** What it tells of, so that it can be looked at again when it leaves; without it the mail goes as it was written. */
  about: MailAbout.optional(),
})
export type NewMail = z.infer<typeof QueuedMail>

/** Exactly one address: no second one, no name, nothing that could begin a header of its own. */
const OneAddress = z.email().max(254)
const kind = 'mail'

/** Queues a mail in the same transaction as its cause: of one thing each address is told once. Refuses what is not one address. Never put personal data in it. */
export async function queueMail(tx: Tx, organId: number, mail: NewMail): Promise<void> {
  if (!OneAddress.safeParse(mail.to).success) throw refusals.notOneMailAddress()
  await enqueue(tx, organId, { kind, key: mail.about ? keyOf(mail.to, mail.about) : newId(), payload: mail })
}

/**
 * Queues a mail to somebody outside, whose address stands sealed in the table of the room and never here: it is read, with the text,
 * when the mail leaves, and is gone with the room's row.
 */
export async function queueMailOutside(tx: Tx, organId: number, about: MailAbout): Promise<void> {
  const payload: NewMail = { to: '', subject: '', body: '', about }
  await enqueue(tx, organId, { kind, key: keyOf('', about), payload })
}

const keyOf = (to: string, about: MailAbout): string =>
  createHash('sha256')
    .update(JSON.stringify([to, about]))
    .digest('hex')

const oneLine = (text: string): string => text.replace(/\p{Cc}+/gu, ' ').trim()

/** Mail is written from what is true when it leaves, or dropped when there is nothing left to tell. Sent again, it has the same Message-ID. */
export const mailKind = (transport: MailTransport, compose: Compose = asQueued, ended?: MailEnded): OutboxKind => ({
  kind,
  prepare: async (tx, { id, organId, payload, queuedAt }) => {
    const { to, about, ...queued } = QueuedMail.parse(payload)
    const said: ComposedMail | null = about ? await compose(tx, organId, { to, about }).catch(orNothing) : queued
    if (!said) return null
    const { subject, body, to: toAddress = to, fromName = '', headers } = said
    const mail = { id, toAddress, subject: oneLine(subject), body, queuedAt, fromName: oneLine(fromName), headers }
    return () => transport.send(mail).catch(to === '' ? asTheirs : rethrow)
  },
  ended: async (tx, { organId, payload }, how) => {
    const { about } = QueuedMail.parse(payload)
    if (about) await ended?.(tx, organId, about, how)
  },
})

/** Sends what mail of an organ is due, as `sendDue`. */
export const sendQueued = (
  db: Database,
  organId: number,
  transport: MailTransport,
  compose?: Compose,
  ended?: MailEnded,
): Promise<number> => sendDue(db, organId, mailKind(transport, compose, ended))

const asQueued: Compose = async (_, __, { about }) => {
  throw new Error(`nobody knows how to write a mail about ${about.kind}`)
}

/** Whoever gave us an address outside of the house has to see to it that it is right. */
function asTheirs(error: unknown): never {
  if (!(error instanceof AddressRefused)) throw error
  throw new TurnedDown(error.message, { forGood: true, isTheirs: true, cause: error })
}

function rethrow(error: unknown): never {
  throw error
}

/** What it told of is not there any more: nothing to tell. */
function orNothing(error: unknown): null {
  if (error instanceof Refusal) return null
  throw error
}
