import type { Calendar } from '../calendar/calendar.ts'
import { loadCalendar } from '../calendar/notices/store.ts'
import type { Tx } from '../db/database.ts'
import { pageSize, partOf } from '../lists/wanted.ts'
import type { Actor } from '../organs/actor.ts'
import { roleLabel } from '../organs/role.ts'
import { listTurnsOf } from '../review/turns/store.ts'
import { listOfPerson } from './actions/find.ts'
import type { QueueItem } from './case-view.ts'
import { answerClock } from './clock.ts'
import { nextDue } from './due.ts'
import { foldHistory, type RequestHistory } from './history.ts'
import { maskApplicant } from './masked.ts'
import { type ListedRequest, listRequests, type WaitsFor } from './store/lists.ts'
import * as store from './store/requests.ts'
import type { WantedRequests } from './wanted.ts'

/** What narrows the list, with what of it depends on who looks. */
export async function findWanted(
  tx: Tx,
  actor: Actor,
  wanted: WantedRequests,
  { offset, limit }: { readonly offset: number; readonly limit: number },
): Promise<{ listed: ListedRequest[]; total: number }> {
  const { organId, id, today } = actor
  const ofPerson = wanted.q === '' ? [] : await listOfPerson(tx, actor, wanted.q)
  const turns =
    wanted.turn === 'mine' && id !== null
      ? await listTurnsOf(tx, { ...actor, id }, today, ['request', 'answer', 'letter', 'decision'])
      : []
  const mine = turns.map(({ subjectId }) => subjectId)
  return listRequests(tx, organId, { ...wanted, ofPerson, mine, offset, limit })
}

/** A page of the work queue or another list, masked. */
export async function showList(
  tx: Tx,
  actor: Actor,
  { page, ...wanted }: WantedRequests & { readonly page: number },
): Promise<{ items: QueueItem[]; total: number; pageSize: number }> {
  const calendar = await loadCalendar(tx)
  const { listed, total } = await findWanted(tx, actor, wanted, partOf(page))
  const open = listed.filter(({ request }) => request.origin === 'live' && request.status !== 'concluded')
  const events = await store.eventsOfAll(
    tx,
    actor.organId,
    open.map(({ request }) => request.id),
  )
  const items = listed.map((each) => {
    const found = events.get(each.request.id)
    return queueItem(each, found && foldHistory(found), calendar, actor)
  })
  return { items, total, pageSize }
}

/** Whom it waits for, as people call them. */
export const waiterOf = ({ roles, unitName, staffName }: WaitsFor): string =>
  staffName ?? `${unitName ?? ''}${roles.map(roleLabel).join('或者')}`

const queueItem = (
  { request, applicant, unitName, handlerName, turns }: ListedRequest,
  history: RequestHistory | undefined,
  calendar: Calendar,
  { today }: Actor,
): QueueItem => ({
  id: request.id,
  number: request.number,
  summary: request.summary,
  applicant: applicant ? maskApplicant(applicant).name : '',
  applicantKind: request.applicantKind,
  channel: request.channel,
  status: request.status,
  receivedOn: request.receivedOn,
  due: history ? nextDue(calendar, history, today) : null,
  isPaused: history ? (answerClock(calendar, history, today)?.isPaused ?? false) : false,
  concludedOn: request.concludedOn,
  unitName,
  handlerName,
  waitsFor: turns[0] ? waiterOf(turns[0]) : null,
})
