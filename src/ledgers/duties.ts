import type { Calendar } from '../calendar/calendar.ts'
import { addDays } from '../days/plain-date.ts'
import type { Tx } from '../db/database.ts'
import type { Actor } from '../organs/actor.ts'
import { findWorkBody } from '../organs/units/store.ts'
import { type Duty, type OwnDuties, termNoticeDays } from '../review/turns/duties.ts'
import { goneAfter, publicityDue, withdrawalDue } from './decisions/clock.ts'
import { decisionClerks } from './decisions/steps.ts'
import { firstToDo } from './decisions/store/to-do.ts'
import { listEnding } from './documents/store/documents.ts'
import { publicRecords } from './public-records.ts'

/** What the registers ask: decisions of the unit to publish and to withdraw, and documents whose term soon ends. */
export const registerDuties: OwnDuties = async (tx, actor, calendar) => {
  const isClerk = actor.roles.some((role) => decisionClerks.some((each) => each === role))
  const isLegal = actor.roles.includes('legalStaff')
  if (!isClerk && !isLegal) return []
  const isOfWorkBody = actor.unitId !== null && actor.unitId === (await findWorkBody(tx, actor.organId))
  return [
    ...(isClerk ? await ofDecisions(tx, actor, calendar, isOfWorkBody) : []),
    ...((isClerk && isOfWorkBody) || isLegal ? await ofDocuments(tx, actor) : []),
  ]
}

/** Imported decisions are no unit's: the work body is asked for them. */
async function ofDecisions(tx: Tx, { organId, unitId, today }: Actor, calendar: Calendar, isOfWorkBody: boolean) {
  const underWay = await publicRecords.get().listUnderWay(tx, organId, ['licenceDecision', 'penaltyDecision'])
  const found = await firstToDo(tx, organId, { unitId, withUnitless: isOfWorkBody, today, underWay })
  const { toPublish, decidedOn, toWithdraw, quashedOn, ranOutOn } = found
  const duties: Duty[] = []
  if (decidedOn !== null)
    duties.push({
      id: 'decisions to publish',
      what: '公示行政许可、行政处罚决定',
      title: `待公示${toPublish}件`,
      since: decidedOn,
      dueOn: publicityDue(calendar, decidedOn),
      path: '/ledgers/decisions?view=open',
    })
  const withdrawals = [
    quashedOn && { since: quashedOn, dueOn: withdrawalDue(calendar, quashedOn) },
    ranOutOn && { since: addDays(ranOutOn, 1), dueOn: goneAfter(calendar, ranOutOn) },
  ].filter((each) => each !== null)
  const [first] = withdrawals.sort((a, b) => (a.dueOn ?? a.since).localeCompare(b.dueOn ?? b.since))
  if (first)
    duties.push({
      id: 'decisions to withdraw',
      what: '撤回已撤销、变更或者公示期满的决定',
      title: `待撤回${toWithdraw}件`,
      ...first,
      path: '/ledgers/decisions?view=withdraw',
    })
  return duties
}

/** What the platform published is asked at its record. */
async function ofDocuments(tx: Tx, { organId, today }: Actor): Promise<Duty[]> {
  const ending = await listEnding(tx, organId, { from: today, to: addDays(today, termNoticeDays) })
  return ending.map(({ id, title, validUntil }) => ({
    id: `document ${id}`,
    what: '有效期将满，确定延长还是到期失效',
    title,
    since: addDays(validUntil, -termNoticeDays),
    dueOn: validUntil,
    path: `/ledgers/documents/${id}`,
  }))
}
