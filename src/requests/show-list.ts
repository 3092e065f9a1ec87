import { loadCalendar } from '../calendar/notices/store.ts'
import type { Tx } from '../db/database.ts'
import type { Actor } from '../organs/actor.ts'
import type { QueueItem } from './case-view.ts'
import { answerClock } from './clock.ts'
import { nextDue } from './due.ts'
import { foldHistory } from './history.ts'
import { maskApplicant } from './masked.ts'
import { applicantNameKey } from './register.ts'
import { type ListedRequest, listRequests, type Wanted } from './store/lists.ts'
import * as store from './store/requests.ts'

/** A page of the work queue or another list, masked. */
export async function showList(
  tx: Tx,
  actor: Actor,
  wanted: Omit<Wanted, 'nameKey'>,
): Promise<{ items: QueueItem[]; total: number; pageSize: number }> {
  const calendar = await loadCalendar(tx)
  const { listed, total } = await listRequests(tx, actor.organId, {
    ...wanted,
    nameKey: wanted.words ? applicantNameKey(wanted.words) : null,
  })
  const open = listed.filter(({ request }) => request.origin === 'live' && request.status !== 'concluded')
  const events = await store.eventsOfAll(
    tx,
    actor.organId,
    open.map(({ request }) => request.id),
  )
  const items = listed.map((each) => {
    const history = events.has(each.request.id) ? foldHistory(events.get(each.request.id) ?? []) : null
    const due = history && nextDue(calendar, history, actor.today)
    const clock = history && answerClock(calendar, history, actor.today)
    return queueItem(each, due, clock?.isPaused ?? false)
  })
  return { items, total, pageSize: wanted.pageSize }
}

const queueItem = (
  { request, applicant, unitName, handlerName }: ListedRequest,
  due: QueueItem['due'],
  isPaused: boolean,
): QueueItem => ({
  id: request.id,
  number: request.number,
  summary: request.summary,
  applicant: applicant ? maskApplicant(applicant).name : '',
  applicantKind: request.applicantKind,
  channel: request.channel,
  status: request.status,
  receivedOn: request.receivedOn,
  due,
  isPaused,
  unitName,
  handlerName,
})
