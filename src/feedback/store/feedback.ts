import { type Selectable, sql } from 'kysely'
import type { Tx } from '../../db/database.ts'
import type { DB } from '../../db/schema.ts'
import { seal, unseal } from '../../db/sealed.ts'
import type { Actor } from '../../organs/actor.ts'
import { refusals } from '../../refusal.ts'
import { FeedbackEvent, type NewEvent } from '../event.ts'
import { Feedback, Said } from '../feedback.ts'

const placeOf = (organId: number, id: string) => ({ table: 'feedback', organId, id })
const placeOfEvent = (organId: number, id: string, seq: number) => ({
  table: 'feedback_events',
  organId,
  id: `${id}/${seq}`,
})

type Row = Selectable<DB['feedback']>

/** Feedback with its words and whoever wrote them. */
export interface WithSaid {
  readonly feedback: Feedback
  readonly said: Said
}

export const fromRow = ({ sealed, ...row }: Row): WithSaid => ({
  feedback: Feedback.parse(row),
  said: Said.parse(JSON.parse(unseal(sealed, placeOf(row.organId, row.id)))),
})

const byId = (tx: Tx, organId: number, id: string) =>
  tx.selectFrom('feedback').selectAll().where('organId', '=', organId).where('id', '=', id)

const known = (row: Row | undefined): WithSaid => {
  if (!row) throw refusals.unknownFeedback()
  return fromRow(row)
}

/** Refuses an id that nothing of this organ has. */
export const get = async (tx: Tx, organId: number, id: string): Promise<WithSaid> =>
  known(await byId(tx, organId, id).executeTakeFirst())

/** As `get`, and locks the row until the transaction ends, so that two officers cannot act at once. */
export const getForChange = async (tx: Tx, organId: number, id: string): Promise<WithSaid> =>
  known(await byId(tx, organId, id).forUpdate().executeTakeFirst())

/** What an earlier sending of the same form has become, with the digest of what it said. */
export async function findByKey(
  tx: Tx,
  organId: number,
  key: string,
): Promise<{ readonly digest: Buffer; readonly feedback: Feedback } | undefined> {
  const row = await tx
    .selectFrom('feedback')
    .selectAll()
    .where('organId', '=', organId)
    .where('key', '=', key)
    .executeTakeFirst()
  return row && { digest: row.digest, feedback: Feedback.parse(row) }
}

/** What the code opens; undefined for one that nobody has. */
export async function findByCode(tx: Tx, organId: number, codeHash: Buffer): Promise<WithSaid | undefined> {
  const row = await tx
    .selectFrom('feedback')
    .selectAll()
    .where('organId', '=', organId)
    .where('codeHash', '=', codeHash)
    .executeTakeFirst()
  return row && fromRow(row)
}

export interface NewFeedback
  extends Pick<
    Feedback,
    'organId' | 'id' | 'number' | 'kind' | 'pagePath' | 'pageTitle' | 'pageUnitId' | 'arrivedOn' | 'dueOn'
  > {
  readonly key: string
  readonly digest: Buffer
  readonly codeHash: Buffer
}

export async function add(tx: Tx, feedback: NewFeedback, said: Said): Promise<Feedback> {
  const { organId, id } = feedback
  const row = await tx
    .insertInto('feedback')
    .values({ ...feedback, sealed: seal(JSON.stringify(said), placeOf(organId, id)) })
    .returningAll()
    .executeTakeFirstOrThrow()
  return Feedback.parse(row)
}

/** Writes an event in its place and how the feedback stands after it. */
export async function append(tx: Tx, actor: Actor, after: Feedback, { kind, data }: NewEvent): Promise<void> {
  const { organId, id, lastSeq: seq, status, unitId, handlerId, concludedOn, usedDays } = after
  await tx
    .insertInto('feedbackEvents')
    .values({
      organId,
      feedbackId: id,
      seq,
      kind,
      happenedOn: actor.today,
      actorKind: actor.kind,
      actorId: actor.id,
      actorName: actor.name,
      sealed: seal(JSON.stringify(data), placeOfEvent(organId, id, seq)),
    })
    .execute()
  await tx
    .updateTable('feedback')
    .set({ status, unitId, handlerId, concludedOn, usedDays, lastSeq: seq })
    .where('organId', '=', organId)
    .where('id', '=', id)
    .execute()
}

/** Everything that happened to it, in its order. */
export async function listEvents(tx: Tx, { organId, id }: Pick<Feedback, 'organId' | 'id'>): Promise<FeedbackEvent[]> {
  const rows = await tx
    .selectFrom('feedbackEvents')
    .selectAll()
    .where('organId', '=', organId)
    .where('feedbackId', '=', id)
    .orderBy('seq')
    .execute()
  return rows.map(({ seq, kind, happenedOn, recordedAt, actorKind, actorId, actorName, sealed }) =>
    FeedbackEvent.parse({
      seq,
      kind,
      happenedOn,
      recordedAt: recordedAt.toISOString(),
      actor: { kind: actorKind, id: actorId, name: actorName },
      data: JSON.parse(unseal(sealed, placeOfEvent(organId, id, seq))),
    }),
  )
}

/** What waits to be answered, by id. */
export async function listOpenIds(tx: Tx, organId: number): Promise<string[]> {
  const rows = await tx
    .selectFrom('feedback')
    .select('id')
    .where('organId', '=', organId)
    .where('status', '=', 'open')
    .execute()
  return rows.map(({ id }) => id)
}

/** The unit that is responsible for a column and still there; null where none is named. */
export async function findUnitOfColumn(tx: Tx, organId: number, columnId: string): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    select u.id from platform_columns c join work_units u on u.organ_id = c.organ_id and u.id = c.unit_id
    where c.organ_id = ${organId} and c.id = ${columnId} and u.closed_on is null`.execute(tx)
  return rows[0]?.id ?? null
}
