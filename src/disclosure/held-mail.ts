import { z } from 'zod'
import { chineseDate, officeDayOf, timeOfDayAt } from '../days/plain-date.ts'
import type { Tx } from '../db/database.ts'
import type { ComposedMail, WaitingMail } from '../mail/compose.ts'
import { queueMail } from '../mail/outbox.ts'
import { foldEdition } from './edition.ts'
import type { HeldReason } from './edition-event.ts'
import { openEdition } from './prepare.ts'
import type { OpenEdition } from './record.ts'
import { recordTypeOf } from './record-type.ts'
import { mailOfConcerned } from './store/concerned.ts'

const HeldAbout = z.object({
  kind: z.literal('heldEdition'),
  recordId: z.uuid(),
  edition: z.int(),
  scheduledFor: z.string(),
})

interface WasHeld {
  readonly scheduledFor: string
  readonly reasons: readonly HeldReason[]
}

function heldMail(type: OpenEdition['record']['type'], { scheduledFor, reasons }: WasHeld): ComposedMail {
  const { label } = recordTypeOf(type)
  const when = `${chineseDate(officeDayOf(scheduledFor))}${timeOfDayAt(scheduledFor)}`
  const problems = reasons.map(({ message }) => `· ${message}`).join('\n')
  return {
    subject: `【定时发布没有进行】${label}，原定${when}`,
    body: `一条“${label}”原定${when}自动发布。到时重新检查，发现下列问题，没有发布：\n${problems}\n请登录政府信息公开工作平台，在“主动公开”的“待我办理”中处理。此邮件由系统发出，请勿回复。`,
  }
}

/** Whoever sent it up or set its time, who began it, and the heads of the work body. */
const concerned = (tx: Tx, { record, events }: OpenEdition): Promise<string[]> => {
  const senders = events.flatMap(({ kind, actor }) => (['scheduled', 'submitted'].includes(kind) ? [actor.id] : []))
  return mailOfConcerned(tx, record.organId, [record.begunBy, ...senders])
}

/** Tells by mail, in the same transaction, that a text did not go out at its minute, and why. Names neither title nor words: mail is read by others. */
export async function tellOfHeld(tx: Tx, found: OpenEdition, held: WasHeld): Promise<void> {
  const { record, edition } = found
  const about = { kind: 'heldEdition', recordId: record.id, edition, scheduledFor: held.scheduledFor }
  for (const to of await concerned(tx, found))
    await queueMail(tx, record.organId, { to, about, ...heldMail(record.type, held) })
}

/** The same as it is true now; null when the text has been published, sent up or set anew meanwhile. */
export async function heldNow(tx: Tx, organId: number, { to, about }: WaitingMail): Promise<ComposedMail | null> {
  const { recordId, edition, scheduledFor } = HeldAbout.parse(about)
  const found = await openEdition(tx, { organId, recordId, edition })
  const { held } = foldEdition(found.events)
  if (!held || held.scheduledFor !== scheduledFor || !(await concerned(tx, found)).includes(to)) return null
  return heldMail(found.record.type, held)
}
