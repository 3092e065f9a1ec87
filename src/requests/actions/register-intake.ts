import { randomUUID } from 'node:crypto'
import { record } from '../../audit/record.ts'
import type { PlainDate } from '../../calendar/plain-date.ts'
import type { Tx } from '../../db/database.ts'
import { loadCalendar } from '../../db/office-calendar.ts'
import type { Actor } from '../../organs/actor.ts'
import * as organs from '../../organs/store.ts'
import { refusals } from '../../refusal.ts'
import { foldInto } from '../fold-into.ts'
import type { Intake } from '../intake.ts'
import { type Receipt, receiptOf } from '../receipt.ts'
import { registerRequest } from '../register.ts'
import type { Request } from '../request.ts'
import { channelOf } from '../request-channel.ts'
import * as store from '../store/requests.ts'

export interface Registered {
  readonly request: Request
  readonly receipt: Receipt
}

/**
 * Arts. 28, 31: takes down what came in by any channel; each piece becomes a request with a number of its own. Where the
 * channel needs no confirmation, or it was given, the request counts as received.
 */
export async function registerIntake(tx: Tx, actor: Actor, intake: Intake): Promise<Registered[]> {
  const receivedOn = dayOfReceipt(actor, intake)
  const organ = await organs.get(tx, actor.organId)
  const calendar = await loadCalendar(tx)
  const registered: Registered[] = []
  for (const [index, summary] of intake.pieces.entries()) {
    const receipt = receiptOf(randomUUID())
    const begun = await registerRequest(tx, actor, organ, calendar, {
      ...intake,
      summary,
      receipt,
      // A scanned letter belongs to its first piece; the others say where they came from.
      files: index === 0 ? intake.files : [],
      splitFrom: registered[0]?.request.id ?? null,
      note: intake.onBehalf ? `由${intake.onBehalf}代为填写` : null,
    })
    registered.push({ request: await countAsReceived(tx, actor, begun, intake, receivedOn), receipt })
  }
  for (const { request } of registered)
    await record(tx, actor, 'request.registered', { subject: request.id, detail: { number: request.number } })
  return registered

  async function countAsReceived(
    tx: Tx,
    actor: Actor,
    begun: store.RequestWithEvents,
    { confirmation }: Intake,
    on: PlainDate | null,
  ) {
    if (!on) return begun.request
    const { rule } = channelOf(intake.channel)
    const by = confirmation && { by: actor.name, ...confirmation }
    const events = await store.append(tx, actor, begun, [
      { kind: 'received', happenedOn: on, data: { rule, confirmation: by } },
    ])
    return foldInto(tx, begun.request, events, calendar, actor.today)
  }
}

/** Null where it is still to be confirmed with the applicant. */
function dayOfReceipt({ today }: Actor, { channel, arrivedOn, receivedOn, confirmation }: Intake): PlainDate | null {
  if (arrivedOn > today) throw refusals.notInFuture('arrivedOn')
  const { needsConfirmation } = channelOf(channel)
  const day = needsConfirmation ? receivedOn : arrivedOn
  if (!day) return null
  if (day < arrivedOn || day > today) throw refusals.dayOutOfRange('receivedOn', arrivedOn, today)
  if (needsConfirmation && !confirmation) throw refusals.recordMissing('与申请人确认的方式', 'confirmation.method')
  return day
}
