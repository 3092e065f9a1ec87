import type { PlainDate } from '../../days/plain-date.ts'
import type { Tx } from '../../db/database.ts'
import { findDeadline } from '../../law/deadlines.ts'
import type { Actor } from '../../organs/actor.ts'
import { chosen } from '../../organs/settings/chosen.ts'
import { cancelReanswer, orderReanswer } from '../../requests/reanswer/actions.ts'
import type { ReanswerLimit } from '../../requests/reanswer/order.ts'
import { latestOf, type RemedyCase, standingEvents } from './case.ts'
import type { NewEvent } from './event.ts'
import { reanswerPeriod } from './settings.ts'
import type { FoundCase } from './store/cases.ts'

/** What the law gives to answer again, as the office reads it today, where an order names no time. */
export async function standingLimitOf(tx: Tx, organId: number, day: PlainDate): Promise<ReanswerLimit> {
  const id = (await chosen(tx, organId, reanswerPeriod)) === 'answerPeriod' ? 'answer' : 'reanswerUnlessSet'
  const length = findDeadline(id, day)?.length
  if (length?.unit !== 'workingDays' && length?.unit !== 'calendarDays')
    throw new RangeError(`no days are given by ${id} on ${day}`)
  return { unit: length.unit, count: length.count }
}

/** Does on the request what a step of the case has decided of it. Answers with the event as it is to be kept. */
export async function passOn(tx: Tx, actor: Actor, found: FoundCase, folded: RemedyCase, event: NewEvent) {
  if (event.kind === 'reanswerOpened') {
    const { requestId, ground, documentNumber, limit, isSet } = event.data
    const { number: caseNumber, body } = latestOf(folded)
    const ordered = { ground, documentNumber, limit, isSet, caseId: found.id, caseNumber, body }
    const { number, round } = await orderReanswer(tx, actor, requestId, event.happenedOn, ordered)
    return { ...event, data: { ...event.data, requestNumber: number, round } }
  }
  if (event.kind === 'voided') {
    const taken = standingEvents(found.events).find(({ seq }) => seq === event.data.of)
    if (taken?.kind === 'reanswerOpened') {
      const { requestId, round } = taken.data
      await cancelReanswer(tx, actor, requestId, { round, reason: event.data.reason })
    }
  }
  return event
}
