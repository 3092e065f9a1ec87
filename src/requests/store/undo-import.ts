import { sql } from 'kysely'
import { insertRows } from '../../db/bulk.ts'
import type { Tx } from '../../db/database.ts'
import type { RequestEvent } from '../event.ts'
import { effectiveEvents } from '../history.ts'
import { courseOf, eventsToAppend } from '../ledger-events.ts'
import { eventsOfAll } from './requests.ts'

/** The first event that an act appended to each imported request, and whether others were appended since. */
async function listAppended(tx: Tx, organId: number, act: string) {
  const { rows } = await sql<{ id: string; firstSeq: number; isOvertaken: boolean }>`
    with own as (
      select split_part(key, '/', 1) as id, min(split_part(key, '/', 2)::int) as first_seq,
        max(split_part(key, '/', 2)::int) as last_seq
      from row_changes where organ_id = ${organId} and act = ${act} and tab = 'request_events' group by 1)
    select own.id, first_seq, exists (select from request_events e where e.organ_id = ${organId}
      and e.request_id = own.id::uuid and e.seq > last_seq) as is_overtaken from own`.execute(tx)
  return rows
}

/** The numbers of requests whose course went on after the act. */
export async function listOvertaken(tx: Tx, organId: number, act: string): Promise<string[]> {
  const ids = (await listAppended(tx, organId, act)).filter(({ isOvertaken }) => isOvertaken).map(({ id }) => id)
  if (ids.length === 0) return []
  const rows = await tx
    .selectFrom('requests')
    .select('number')
    .where('organId', '=', organId)
    .where('id', 'in', ids)
    .execute()
  return rows.map(({ number }) => number)
}

/** Takes back what an act told of the course of requests: by events, since a history is never shortened. */
export async function takeCoursesBack(tx: Tx, organId: number, act: string): Promise<void> {
  const appended = await listAppended(tx, organId, act)
  const recorded = await eventsOfAll(
    tx,
    organId,
    appended.map(({ id }) => id),
  )
  const events = appended.flatMap(({ id, firstSeq }) => {
    const all = recorded.get(id) ?? []
    const course = courseOf(all.filter(({ seq }) => seq < firstSeq))
    return (course ? eventsToAppend(all, course) : voids(all)).map((event) => ({ requestId: id, ...event }))
  })
  const columns = ['requestId', 'seq', 'kind', 'happenedOn', 'amount', 'supersedes']
  await insertRows(tx, 'requestEvents', organId, columns, events)
}

const voids = (all: readonly RequestEvent[]) => {
  const last = Math.max(0, ...all.map(({ seq }) => seq))
  return effectiveEvents(all).map(({ seq, happenedOn }, index) => ({
    seq: last + 1 + index,
    kind: 'voided' as const,
    happenedOn,
    amount: null,
    supersedes: seq,
  }))
}

/** A request that an import added is not deleted: it stays under its number, taken back, and counts nowhere. */
export async function takeRequestsBack(tx: Tx, organId: number, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await tx
    .updateTable('requests')
    .set({ status: 'arrived', receivedOn: null, outcome: null, concludedOn: null })
    .where('organId', '=', organId)
    .where('origin', '=', 'imported')
    .where('id', 'in', ids)
    .execute()
}

/** Takes one imported request back, with its course: by events, as above. */
export async function takeRequestBack(tx: Tx, organId: number, id: string): Promise<void> {
  const all = (await eventsOfAll(tx, organId, [id])).get(id) ?? []
  const columns = ['requestId', 'seq', 'kind', 'happenedOn', 'amount', 'supersedes']
  const events = voids(all).map((event) => ({ requestId: id, ...event }))
  await insertRows(tx, 'requestEvents', organId, columns, events)
  await takeRequestsBack(tx, organId, [id])
}
