import { record } from '../../audit/record.ts'
import { loadCalendar } from '../../calendar/notices/store.ts'
import type { Tx } from '../../db/database.ts'
import { queueMailOutside } from '../../mail/outbox.ts'
import type { Actor } from '../../organs/actor.ts'
import { findHandlerName, findUnitName } from '../../organs/units/store.ts'
import { refusals } from '../../refusal.ts'
import { setTurns } from '../../review/turns/actions.ts'
import { aboutAnswer } from '../answer-mail.ts'
import type { Said } from '../feedback.ts'
import { stepMatter } from '../prepare.ts'
import { readStep, type StepName, type StepWith } from '../step-inputs.ts'
import { whyNot, whyNotKnowWho } from '../steps.ts'
import * as store from '../store/feedback.ts'
import { type Assignee, eventOf, standingAfter } from '../take.ts'
import { turnsOf } from '../turns.ts'

/**
 * Takes a step, or refuses it. `seq` is the last event that the person saw. An answer leaves by mail where its reader left an
 * address, and stands under their code in any case.
 */
export async function takeStep(
  tx: Tx,
  actor: Actor,
  id: string,
  name: StepName,
  typed: unknown,
  seq: number,
): Promise<void> {
  const step = readStep(name, typed)
  const { organId, today } = actor
  const { feedback, said } = await store.getForChange(tx, organId, id)
  const events = await store.listEvents(tx, feedback)
  if (seq !== feedback.lastSeq) throw refusals.changedMeanwhile(events.at(-1)?.actor.name || '他人', '这条意见')
  const shut = whyNot(name, await stepMatter(tx, actor, feedback))
  if (shut) throw shut
  const event = eventOf(step, await assigneeOf(tx, organId, step))
  const now = standingAfter(feedback, event, await loadCalendar(tx), today)
  await store.append(tx, actor, now, event)
  const waiting = { organId, subjectId: id, kinds: ['feedback'] as const, turns: turnsOf(now) }
  await setTurns(tx, waiting, today, [{ seq: now.lastSeq, actor }])
  if (name === 'answer' && said.email) await queueMailOutside(tx, organId, aboutAnswer(id, now.lastSeq))
  await record(tx, actor, `feedback.${name}`, { subject: id, detail: { number: now.number, seq: now.lastSeq } })
}

/** Refuses a unit that is closed, and somebody who is no clerk of it. */
async function assigneeOf(tx: Tx, organId: number, { name, input }: StepWith): Promise<Assignee> {
  if (name !== 'assign') return { unitName: '', staffName: '' }
  const { unitId, staffId } = input
  const unitName = await findUnitName(tx, organId, unitId)
  if (unitName === undefined) throw refusals.unknownUnit()
  const staffName = staffId === null ? '' : await findHandlerName(tx, organId, { unitId, staffId })
  if (staffName === undefined) throw refusals.unknownHandler()
  return { unitName, staffName }
}

/** Who wrote, in clear; who looks and why is recorded. Refuses whoever has nothing to do with it. */
export async function openSender(tx: Tx, actor: Actor, id: string, reason: string): Promise<Omit<Said, 'text'>> {
  const { feedback, said } = await store.get(tx, actor.organId, id)
  const shut = whyNotKnowWho(await stepMatter(tx, actor, feedback))
  if (shut) throw shut
  await record(tx, actor, 'feedback.senderRevealed', { subject: id, detail: { reason } })
  const { name, phone, email } = said
  return { name, phone, email }
}
