import { chineseDate, officeDayOf, timeOfDayAt } from '../calendar/plain-date.ts'
import type { Tx } from '../db/database.ts'
import { queueMail } from '../mail/outbox.ts'
import type { HeldReason } from './edition-event.ts'
import type { OpenEdition } from './record.ts'
import { recordTypeOf } from './record-type.ts'
import { mailOfConcerned } from './store/concerned.ts'

/** Tells by mail, in the same transaction, that a text did not go out at its minute, and why. Names neither title nor words: mail is read by others. */
export async function tellOfHeld(
  tx: Tx,
  { record, events }: OpenEdition,
  { scheduledFor, reasons }: { readonly scheduledFor: string; readonly reasons: readonly HeldReason[] },
): Promise<void> {
  const { organId } = record
  const senders = events.flatMap(({ kind, actor }) => (['scheduled', 'submitted'].includes(kind) ? [actor.id] : []))
  const { label } = recordTypeOf(record.type)
  const when = `${chineseDate(officeDayOf(scheduledFor))}${timeOfDayAt(scheduledFor)}`
  const problems = reasons.map(({ message }) => `· ${message}`).join('\n')
  for (const to of await mailOfConcerned(tx, organId, [record.begunBy, ...senders]))
    await queueMail(tx, organId, {
      to,
      subject: `【定时发布没有进行】${label}，原定${when}`,
      body: `一条“${label}”原定${when}自动发布。到时重新检查，发现下列问题，没有发布：\n${problems}\n请登录政府信息公开工作平台，在“主动公开”的“待我办理”中处理。此邮件由系统发出，请勿回复。`,
    })
}
