import { randomUUID } from 'node:crypto'
import { record } from '../../audit/record.ts'
import type { Calendar } from '../../calendar/calendar.ts'
import { loadCalendar } from '../../calendar/notices/store.ts'
import { addWorkingDays } from '../../calendar/working-days.ts'
import { chineseDate, plainDate, yearOf } from '../../days/plain-date.ts'
import type { Tx } from '../../db/database.ts'
import { tryOut } from '../../db/try-out.ts'
import { inForceOn } from '../../law/in-force.ts'
import { ogiRegulation } from '../../law/ogi-regulation.ts'
import { registrationQuestions } from '../../law/registration-questions.ts'
import { listPublishedYears, watchFigures } from '../../ledgers/figures-watch.ts'
import type { Actor } from '../../organs/actor.ts'
import * as organs from '../../organs/store.ts'
import { refusals } from '../../refusal.ts'
import { acknowledge, type Registered } from '../acknowledge.ts'
import { confirmBy } from '../clock.ts'
import type { NewEvent } from '../event.ts'
import type { Intake } from '../intake.ts'
import { receiptOf } from '../receipt.ts'
import { followedBy, registerRequest } from '../register.ts'
import { channelOf } from '../request-channel.ts'

/**
 * Arts. 28, 31: takes down what came in by any channel; each piece becomes a request with a number of its own. Where the
 * channel needs no confirmation, or it was given, the request counts as received.
 */
export async function registerIntake(tx: Tx, actor: Actor, intake: Intake): Promise<Registered[]> {
  const calendar = await loadCalendar(tx)
  // A day that nobody means is refused at its field, before anything is asked about it.
  const received = receiptOn(actor, calendar, intake)
  const register = () => registerPieces(tx, actor, calendar, intake, received)
  if (!intake.isDayConfirmed) await askAboutDay(tx, actor, calendar, intake, register)
  return register()
}

async function registerPieces(
  tx: Tx,
  actor: Actor,
  calendar: Calendar,
  intake: Intake,
  received: readonly NewEvent[],
): Promise<Registered[]> {
  const organ = await organs.get(tx, actor.organId)
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
    const request = await followedBy(tx, actor, calendar, begun, received)
    registered.push({ request, receipt, acknowledgement: await acknowledge(tx, actor, request, intake.applicant) })
  }
  for (const { request } of registered)
    await record(tx, actor, 'request.registered', { subject: request.id, detail: { number: request.number } })
  return registered
}

/** A day that is more likely mistyped than true is asked about: it gives the number, the clock and the year of the report. */
async function askAboutDay(
  tx: Tx,
  { organId, today }: Actor,
  calendar: Calendar,
  intake: Intake,
  register: () => Promise<unknown>,
): Promise<void> {
  const { arrivedOn, receivedOn } = intake
  const day = (channelOf(intake.channel).needsConfirmation && receivedOn) || arrivedOn
  const year = yearOf(day)
  const received = `收到申请之日为${chineseDate(day)}`
  const concerned = (each: number) => each >= year
  if ((await listPublishedYears(tx, organId)).some(concerned)) {
    const { moved, effects } = await tryOut(tx, () => watchFigures(tx, organId, register, concerned))
    if (moved.length > 0) throw refusals.receivedInFrozenYear(received, moved, effects)
  }
  const question = registrationQuestions.find((each) => inForceOn(each, today))
  if (question && addWorkingDays(calendar, day, question.workingDays) < today)
    throw refusals.receivedLongAgo(`${received}，距今已超过${question.workingDays}个工作日`)
}

/** The receipt as a fact; none where it is still to be confirmed with the applicant. */
function receiptOn(
  actor: Actor,
  calendar: Calendar,
  { channel, arrivedOn, receivedOn, confirmation, lateReason }: Intake,
): NewEvent[] {
  const { today, name } = actor
  if (arrivedOn > today) throw refusals.notInFuture('arrivedOn')
  if (arrivedOn < ogiRegulation.from)
    throw refusals.beforeRegulation('arrivedOn', chineseDate(plainDate(ogiRegulation.from)))
  const { needsConfirmation, rule, label, ruleText } = channelOf(channel)
  // A day that would count for nothing is told, not replaced.
  if (!needsConfirmation && receivedOn && receivedOn !== arrivedOn)
    throw refusals.receiptIsArrival(label, ruleText, chineseDate(arrivedOn))
  const day = needsConfirmation ? receivedOn : arrivedOn
  if (!day && confirmation) throw refusals.confirmedOnNoDay()
  if (!day) return []
  if (day < arrivedOn || day > today)
    throw refusals.dayOutOfRange('receivedOn', chineseDate(arrivedOn), chineseDate(today))
  if (needsConfirmation && !confirmation) throw refusals.recordMissing('与申请人确认的方式', 'confirmation.method')
  const due = confirmBy(calendar, arrivedOn)
  if (needsConfirmation && day > due && !lateReason) throw refusals.lateReasonMissing('确认收到申请', chineseDate(due))
  const data = { rule, confirmation: confirmation && { by: name, ...confirmation } }
  return [{ kind: 'received', happenedOn: day, data: lateReason ? { ...data, lateReason } : data }]
}
