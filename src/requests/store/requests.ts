import type { Selectable } from 'kysely'
import { z } from 'zod'
import type { PlainDate } from '../../days/plain-date.ts'
import type { Tx } from '../../db/database.ts'
import type { DB } from '../../db/schema.ts'
import { seal, unseal } from '../../db/sealed.ts'
import type { Actor } from '../../organs/actor.ts'
import { refusals } from '../../refusal.ts'
import type { Applicant } from '../applicant.ts'
import type { NewEvent, RequestEvent } from '../event.ts'
import { Request } from '../request.ts'
import { readApplicant } from './applicants.ts'
import { fromRow, toData } from './event-rows.ts'
import { placeOfConsulted } from './places.ts'

export interface RequestWithEvents {
  readonly request: Request
  readonly events: readonly RequestEvent[]
}

const byId = (tx: Tx, organId: number, id: string) =>
  tx.selectFrom('requests').selectAll().where('organId', '=', organId).where('id', '=', id)

async function withEvents(tx: Tx, row: Selectable<DB['requests']> | undefined): Promise<RequestWithEvents> {
  const [found] = row ? await allWithEvents(tx, row.organId, [row]) : []
  if (!found) throw refusals.unknownRequest()
  return found
}

/** Refuses an id that no request of this organ has. */
export const get = async (tx: Tx, organId: number, id: string): Promise<RequestWithEvents> =>
  withEvents(tx, await byId(tx, organId, id).executeTakeFirst())

/** As `get`, and locks the row until the transaction ends, so that two officers cannot act at once. */
export const getForChange = async (tx: Tx, organId: number, id: string): Promise<RequestWithEvents> =>
  withEvents(tx, await byId(tx, organId, id).forUpdate().executeTakeFirst())

/** Adds events after the last one; answers with all of them as they now stand. */
export async function append(
  tx: Tx,
  actor: Actor,
  { request, events }: RequestWithEvents,
  added: readonly NewEvent[],
): Promise<RequestEvent[]> {
  const last = events.at(-1)?.seq ?? 0
  const rows = await tx
    .insertInto('requestEvents')
    .values(
      added.map(({ kind, happenedOn, data, supersedes = null, amount = null }, index) => ({
        organId: request.organId,
        requestId: request.id,
        seq: last + 1 + index,
        kind,
        happenedOn,
        supersedes,
        amount,
        data: toData(data, { organId: request.organId, requestId: request.id, seq: last + 1 + index }),
        actorKind: actor.kind,
        actorId: actor.id,
        actorName: actor.name,
      })),
    )
    .returningAll()
    .execute()
  return [...events, ...rows.map(fromRow)]
}

/** What the fold of the events says, written to the row. */
export type Folded = Pick<
  Request,
  | 'status'
  | 'lastSeq'
  | 'receivedOn'
  | 'unitId'
  | 'handlerId'
  | 'outcome'
  | 'concludedOn'
  | 'dueOn'
  | 'dueKind'
  | 'calendarVersion'
> & {
  readonly dueProvisional: boolean
  /** A correction of the registration or of a letter waits for a second person; null: none does. */
  readonly correctionWaits: boolean | null
}

export async function saveFolded(tx: Tx, { organId, id }: Request, folded: Folded): Promise<void> {
  await tx.updateTable('requests').set(folded).where('organId', '=', organId).where('id', '=', id).execute()
}

/** Who asks, in clear; undefined for an imported request. */
export async function findApplicant(tx: Tx, organId: number, id: string): Promise<Applicant | undefined> {
  const row = await tx
    .selectFrom('requestApplicants')
    .select('sealed')
    .where('organId', '=', organId)
    .where('requestId', '=', id)
    .executeTakeFirst()
  return row && readApplicant(organId, id, row.sealed)
}

/** As `findApplicant`; refuses a request that has none. */
export async function getApplicant(tx: Tx, organId: number, id: string): Promise<Applicant> {
  const applicant = await findApplicant(tx, organId, id)
  if (!applicant) throw refusals.unknownRequest()
  return applicant
}

/** After a split the request asks for its own piece only. */
export async function narrow(tx: Tx, { organId, id }: Request, summary: string): Promise<void> {
  await tx.updateTable('requests').set({ summary }).where('organId', '=', organId).where('id', '=', id).execute()
}

/** Keeps who is consulted, encrypted. */
export async function addConsulted(
  tx: Tx,
  { organId, id }: Request,
  consultation: number,
  { name, contact }: { readonly name: string; readonly contact: string },
): Promise<void> {
  const sealed = seal(JSON.stringify({ name, contact }), placeOfConsulted(organId, id, consultation))
  await tx.insertInto('requestConsultations').values({ organId, requestId: id, id: consultation, sealed }).execute()
}

const Consulted = z.object({ name: z.string(), contact: z.string() })
type Consulted = z.infer<typeof Consulted>

/** Who was consulted, in clear; refuses a consultation of which nothing is kept. */
export async function getConsulted(tx: Tx, request: Request, consultation: number): Promise<Consulted> {
  const found = await findConsulted(tx, request, consultation)
  if (!found) throw refusals.unknownConsultation()
  return found
}

/** The same; undefined for one that came from a ledger. */
export async function findConsulted(
  tx: Tx,
  { organId, id }: Request,
  consultation: number,
): Promise<Consulted | undefined> {
  const row = await tx
    .selectFrom('requestConsultations')
    .select('sealed')
    .where('organId', '=', organId)
    .where('requestId', '=', id)
    .where('id', '=', consultation)
    .executeTakeFirst()
  return row && Consulted.parse(JSON.parse(unseal(row.sealed, placeOfConsulted(organId, id, consultation))))
}

/** The request that a receipt code belongs to. */
export async function findByCode(
  tx: Tx,
  organId: number,
  codeHash: Buffer,
): Promise<{ id: string; secretHash: Buffer } | undefined> {
  const row = await tx
    .selectFrom('requests')
    .select(['id', 'receiptSecretHash'])
    .where('organId', '=', organId)
    .where('receiptCodeHash', '=', codeHash)
    .executeTakeFirst()
  return row?.receiptSecretHash ? { id: row.id, secretHash: row.receiptSecretHash } : undefined
}

/** The hash of the code that opens a request now; undefined where none does. */
export async function findCodeHash(tx: Tx, organId: number, id: string): Promise<Buffer | undefined> {
  const row = await tx
    .selectFrom('requests')
    .select('receiptCodeHash')
    .where('organId', '=', organId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row?.receiptCodeHash ?? undefined
}

const openOf = (tx: Tx, organId: number) =>
  tx
    .selectFrom('requests')
    .selectAll()
    .where('organId', '=', organId)
    .where('origin', '=', 'live')
    .where('status', '<>', 'concluded')
    .orderBy('id')

async function allWithEvents(
  tx: Tx,
  organId: number,
  rows: readonly Selectable<DB['requests']>[],
): Promise<RequestWithEvents[]> {
  const ids = rows.map(({ id }) => id)
  const events = await eventsOfAll(tx, organId, ids)
  return rows.map((row) => ({ request: Request.parse(row), events: events.get(row.id) ?? [] }))
}

/** The requests of an organ on which something waits: the open ones, and those of which a correction does. */
export async function listWaitingIds(tx: Tx, organId: number): Promise<string[]> {
  const rows = await tx
    .selectFrom('requests')
    .select('id')
    .where('organId', '=', organId)
    .where('origin', '=', 'live')
    .where((is) => is.or([is('status', '<>', 'concluded'), is('correctionWaits', '=', true)]))
    .execute()
  return rows.map(({ id }) => id)
}

/** Which open live requests of an organ may be due before `end`, as far as their rows say; reading them is the caller's. */
export async function listDueIds(tx: Tx, organId: number, end: PlainDate): Promise<string[]> {
  const rows = await openOf(tx, organId)
    .clearSelect()
    .select('id')
    .where((is) =>
      is.or([
        is('dueOn', 'is', null),
        is('dueOn', '<', end),
        // Open consultations move the day; of it the row says only where it stood when it was last looked at.
        is.exists(
          is
            .selectFrom('requestEvents as e')
            .select('e.seq')
            .whereRef('e.organId', '=', 'requests.organId')
            .whereRef('e.requestId', '=', 'requests.id')
            .where('e.kind', '=', 'consultationSent'),
        ),
      ]),
    )
    .execute()
  return rows.map(({ id }) => id)
}

/** The open live requests of an organ with their events. */
export const listOpen = async (tx: Tx, organId: number): Promise<RequestWithEvents[]> =>
  allWithEvents(tx, organId, await openOf(tx, organId).execute())

/** The same, locked until the transaction ends. */
export const lockOpen = async (tx: Tx, organId: number): Promise<RequestWithEvents[]> =>
  allWithEvents(tx, organId, await openOf(tx, organId).forUpdate().execute())

/** The events of several requests by id; each id has an entry. */
export async function eventsOfAll(
  tx: Tx,
  organId: number,
  ids: readonly string[],
): Promise<Map<string, RequestEvent[]>> {
  const events = new Map<string, RequestEvent[]>(ids.map((id) => [id, []]))
  if (ids.length === 0) return events
  const rows = await tx
    .selectFrom('requestEvents')
    .selectAll()
    .where('organId', '=', organId)
    .where('requestId', 'in', ids)
    .orderBy('seq')
    .execute()
  for (const row of rows) events.get(row.requestId)?.push(fromRow(row))
  return events
}
