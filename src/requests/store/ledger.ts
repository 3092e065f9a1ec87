import { chunks, insertRows, upsertRows } from '../../db/bulk.ts'
import type { Tx } from '../../db/database.ts'
import { bracketsOf } from '../../law/document-number.ts'
import { refusals } from '../../refusal.ts'
import { type Counts, countOf } from '../../workbooks/counts.ts'
import { type RequestEvent, readEvent } from '../event.ts'
import { eventsToAppend } from '../ledger-events.ts'
import type { LedgerRequest } from '../ledger-request.ts'

/** Adds requests and brings known ones (by number) up to date; what changed in their course is appended, not rewritten. */
export async function saveAll(tx: Tx, organId: number, requests: readonly LedgerRequest[]): Promise<Counts> {
  const others = ['channel', 'applicantKind', 'summary', 'arrivedOn', 'receivedOn', 'status', 'outcome', 'concludedOn']
  const outcomes: (keyof Counts)[] = []
  for (const typed of chunks(requests)) {
    const chunk = await asRecorded(tx, organId, typed)
    await refuseLive(tx, organId, chunk)
    const rows = chunk.map(({ consultations, feeNotified, feePaid, ...row }) => ({
      ...row,
      status: row.outcome ? 'concluded' : 'processing',
    }))
    const written = await upsertRows(tx, { table: 'requests', organId, key: ['number'], others }, rows)
    const appended = await appendEvents(tx, organId, chunk)
    outcomes.push(
      ...written.map((outcome, index) =>
        outcome === 'unchanged' && appended.has(chunk[index]?.number ?? '') ? 'changed' : outcome,
      ),
    )
  }
  return countOf(outcomes)
}

/** A request that came in earlier with other brackets round its year is the same request, and keeps its number. */
async function asRecorded(tx: Tx, organId: number, requests: readonly LedgerRequest[]): Promise<LedgerRequest[]> {
  const variants = new Map(requests.flatMap(({ number }) => bracketsOf(number).map((each) => [each, number])))
  if (variants.size === 0) return [...requests]
  const rows = await tx
    .selectFrom('requests')
    .select('number')
    .where('organId', '=', organId)
    .where('number', 'in', [...variants.keys()])
    .execute()
  const recorded = new Map(rows.map(({ number }) => [variants.get(number), number]))
  return requests.map((request) => ({ ...request, number: recorded.get(request.number) ?? request.number }))
}

/** What is worked on here is not overwritten by a workbook. */
async function refuseLive(tx: Tx, organId: number, requests: readonly LedgerRequest[]): Promise<void> {
  const live = await tx
    .selectFrom('requests')
    .select('number')
    .where('organId', '=', organId)
    .where('origin', '=', 'live')
    .where(
      'number',
      'in',
      requests.map(({ number }) => number),
    )
    .executeTakeFirst()
  if (live) throw refusals.ledgerNamesLive(live.number)
}

/** The numbers of the requests whose history grew. */
async function appendEvents(tx: Tx, organId: number, requests: readonly LedgerRequest[]): Promise<Set<string>> {
  const ids = await idsByNumber(tx, organId, requests)
  const recorded = await eventsById(tx, organId, [...ids.values()])
  const grown = new Set<string>()
  const events = requests.flatMap((request) => {
    const requestId = ids.get(request.number) ?? ''
    const missing = eventsToAppend(recorded.get(requestId) ?? [], request)
    if (missing.length > 0) grown.add(request.number)
    return missing.map((event) => ({ requestId, ...event }))
  })
  const columns = ['requestId', 'seq', 'kind', 'happenedOn', 'amount', 'supersedes']
  await insertRows(tx, 'requestEvents', organId, columns, events)
  return grown
}

async function idsByNumber(tx: Tx, organId: number, requests: readonly LedgerRequest[]): Promise<Map<string, string>> {
  const numbers = requests.map(({ number }) => number)
  const rows = await tx
    .selectFrom('requests')
    .select(['id', 'number'])
    .where('organId', '=', organId)
    .where('number', 'in', numbers)
    .execute()
  return new Map(rows.map(({ id, number }) => [number, id]))
}

async function eventsById(tx: Tx, organId: number, ids: readonly string[]): Promise<Map<string, RequestEvent[]>> {
  const rows = await tx
    .selectFrom('requestEvents')
    .selectAll()
    .where('organId', '=', organId)
    .where('requestId', 'in', ids)
    .orderBy('seq')
    .execute()
  const events = new Map<string, RequestEvent[]>()
  for (const row of rows) events.set(row.requestId, [...(events.get(row.requestId) ?? []), readEvent(row)])
  return events
}
