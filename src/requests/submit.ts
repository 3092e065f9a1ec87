import { record } from '../audit/record.ts'
import type { Calendar } from '../calendar/calendar.ts'
import type { Tx } from '../db/database.ts'
import { keyedCode } from '../db/sealed.ts'
import type { Actor } from '../organs/actor.ts'
import type { Organ } from '../organs/organ.ts'
import { type Refusal, refusals } from '../refusal.ts'
import type { Submission } from './applicant/submission.ts'
import { type Receipt, receiptOf } from './receipt.ts'
import { registerRequest } from './register.ts'
import * as store from './store/submissions.ts'

export interface Sent {
  /** Idempotency key, made by the server for each form that is opened. */
  readonly key: string
  readonly submission: Submission
  /** Uploaded before and waiting. */
  readonly files: readonly { readonly id: string; readonly purpose: string }[]
}

export interface Submitted {
  readonly number: string
  readonly receipt: Receipt
}

/**
 * Arts. 27 to 29: keeps a request that came in over the internet. The day of receipt is still open: both sides have to
 * confirm (art. 31). The same key gives the same receipt, however often and however close together it is sent; for another
 * text under a used key, and for a key from before yesterday, the refusal is returned and nothing has been written.
 */
export async function submitRequest(
  tx: Tx,
  actor: Actor,
  organ: Organ,
  calendar: Calendar,
  { key, submission, files }: Sent,
): Promise<Submitted | Refusal> {
  const { applicant, content, ...wanted } = submission
  const hashes = await store.hashesOf(
    tx,
    organ.id,
    files.map(({ id }) => id),
  )
  const digest = keyedCode('submission', JSON.stringify([submission, hashes]))
  const sending = { organId: organ.id, key, digest }
  const id = await store.begin(tx, sending)
  if (!id) return repeated(await store.former(tx, sending), sending)

  const receipt = receiptOf(key)
  const { request } = await registerRequest(tx, actor, organ, calendar, {
    id,
    channel: 'online',
    applicant,
    summary: content,
    ...wanted,
    arrivedOn: actor.today,
    files,
    receipt,
    splitFrom: null,
    note: null,
  })
  await record(tx, actor, 'request.submitted', { subject: request.id, detail: { number: request.number } })
  return { number: request.number, receipt }
}

function repeated({ number, digest, isRecent }: store.FormerSending, sending: store.Sending): Submitted | Refusal {
  if (!digest.equals(sending.digest)) return refusals.submittedOtherwise()
  if (!isRecent) return refusals.submittedBefore()
  return { number, receipt: receiptOf(sending.key) }
}
