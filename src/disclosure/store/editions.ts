import { type Selectable, sql } from 'kysely'
import type { PlainDate } from '../../days/plain-date.ts'
import type { Tx } from '../../db/database.ts'
import type { DB } from '../../db/schema.ts'
import type { Actor } from '../../organs/actor.ts'
import { refusals } from '../../refusal.ts'
import { ActKind } from '../content.ts'
import { EditionStatus } from '../edition.ts'
import { type EditionEvent, EditionEventKind, EventActor, type NewEvent, readFact } from '../edition-event.ts'
import type { InformationRecord } from '../record.ts'
import { RecordTypeId } from '../record-type.ts'

export interface EditionKey {
  readonly organId: number
  readonly recordId: string
  readonly edition: number
}

const recordFrom = (row: Selectable<DB['informationRecords']>): InformationRecord => ({
  organId: row.organId,
  id: row.id,
  type: RecordTypeId.parse(row.type),
  columnId: row.columnId,
  unitId: row.unitId,
  begunBy: row.begunBy,
})

function eventFrom(row: Selectable<DB['editionEvents']>): EditionEvent {
  return {
    ...readFact(EditionEventKind.parse(row.kind), row.data),
    seq: row.seq,
    at: row.at.toISOString(),
    actor: EventActor.parse({ kind: row.actorKind, id: row.actorId, name: row.actorName }),
  }
}

/** A new record without editions. */
export async function addRecord(tx: Tx, record: Omit<InformationRecord, 'id'>): Promise<InformationRecord> {
  return recordFrom(await tx.insertInto('informationRecords').values(record).returningAll().executeTakeFirstOrThrow())
}

/** The record. Refuses an id that none of this organ has. */
export async function getRecord(tx: Tx, organId: number, id: string): Promise<InformationRecord> {
  const row = await tx
    .selectFrom('informationRecords')
    .selectAll()
    .where('organId', '=', organId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) throw refusals.unknownRecord()
  return recordFrom(row)
}

/** As `getRecord`, and locks it: of two who act at once the second waits and then sees what the first has done. */
export async function getRecordForChange(tx: Tx, organId: number, id: string): Promise<InformationRecord> {
  const row = await tx
    .selectFrom('informationRecords')
    .selectAll()
    .where('organId', '=', organId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw refusals.unknownRecord()
  return recordFrom(row)
}

/** The events of an edition, in order. Refuses an edition that is not there. */
export async function getEvents(tx: Tx, { organId, recordId, edition }: EditionKey): Promise<EditionEvent[]> {
  const rows = await tx
    .selectFrom('editionEvents')
    .selectAll()
    .where('organId', '=', organId)
    .where('recordId', '=', recordId)
    .where('edition', '=', edition)
    .orderBy('seq')
    .execute()
  if (rows.length === 0) throw refusals.unknownEdition()
  return rows.map(eventFrom)
}

/** Adds events after the last one; answers with all of them as they now stand. */
export async function append(
  tx: Tx,
  actor: Actor,
  { organId, recordId, edition }: EditionKey,
  now: Date,
  events: readonly EditionEvent[],
  added: readonly NewEvent[],
): Promise<EditionEvent[]> {
  const last = events.at(-1)?.seq ?? 0
  const rows = await tx
    .insertInto('editionEvents')
    .values(
      added.map(({ kind, data }, index) => ({
        organId,
        recordId,
        edition,
        seq: last + 1 + index,
        kind,
        data: JSON.stringify(data),
        at: now,
        actorKind: actor.kind,
        actorId: actor.id,
        actorName: actor.name,
      })),
    )
    .returningAll()
    .execute()
  return [...events, ...rows.sort((a, b) => a.seq - b.seq).map(eventFrom)]
}

/** The record stands where its newest text says. */
export async function moveRecord(tx: Tx, { organId, recordId }: EditionKey, columnId: string): Promise<void> {
  await tx
    .updateTable('informationRecords')
    .set({ columnId })
    .where('organId', '=', organId)
    .where('id', '=', recordId)
    .execute()
}

/** What the fold of the events says, written to the row. */
export interface FoldedEdition {
  readonly status: string
  readonly lastSeq: number
  readonly revision: number
  readonly hash: string | null
  readonly levels: readonly string[]
  readonly title: string
  readonly madeOn: PlainDate | null
  readonly publishBy: PlainDate | null
  readonly turn: string | null
  readonly stepDueOn: PlainDate | null
  readonly scheduledFor: string | null
  readonly publishedAt: string | null
  readonly isUrgent: boolean
  readonly isHeld: boolean
}

/** Begins an edition; its number is the next one of the record. */
export async function addEdition(tx: Tx, organId: number, recordId: string, act: string): Promise<EditionKey> {
  const { rows } = await sql<{ edition: number }>`
    insert into editions (organ_id, record_id, edition, act, status)
    select ${organId}, ${recordId}, coalesce(max(edition), 0) + 1, ${act}, 'drafting' from editions
    where organ_id = ${organId} and record_id = ${recordId} returning edition`.execute(tx)
  const [row] = rows
  if (!row) throw new Error('no edition was begun')
  return { organId, recordId, edition: row.edition }
}

/** The editions of a record, the oldest first. */
export async function listEditions(tx: Tx, organId: number, recordId: string) {
  const rows = await tx
    .selectFrom('editions')
    .selectAll()
    .where('organId', '=', organId)
    .where('recordId', '=', recordId)
    .orderBy('edition')
    .execute()
  return rows.map((row) => ({ ...row, act: ActKind.parse(row.act), status: EditionStatus.parse(row.status) }))
}

export const openStatuses: readonly string[] = ['drafting', 'reviewing', 'signed', 'scheduled']

/** The edition that is on its way to the public; undefined when there is none. */
export async function findOpen(tx: Tx, organId: number, recordId: string): Promise<EditionKey | undefined> {
  const row = await tx
    .selectFrom('editions')
    .select('edition')
    .where('organId', '=', organId)
    .where('recordId', '=', recordId)
    .where('status', 'in', openStatuses)
    .executeTakeFirst()
  return row && { organId, recordId, edition: row.edition }
}

/** The edition that the public sees; undefined when there is none. */
export async function findLive(tx: Tx, organId: number, recordId: string): Promise<EditionKey | undefined> {
  const row = await tx
    .selectFrom('editions')
    .select('edition')
    .where('organId', '=', organId)
    .where('recordId', '=', recordId)
    .where('status', '=', 'live')
    .executeTakeFirst()
  return row && { organId, recordId, edition: row.edition }
}

/** What is to be published by now, the earliest first. */
export async function listDue(tx: Tx, organId: number, now: Date): Promise<EditionKey[]> {
  const rows = await tx
    .selectFrom('editions')
    .select(['recordId', 'edition'])
    .where('organId', '=', organId)
    .where('status', '=', 'scheduled')
    .where('scheduledFor', '<=', now)
    .orderBy('scheduledFor')
    .execute()
  return rows.map(({ recordId, edition }) => ({ organId, recordId, edition }))
}

/** Writes the fold of its events to the row. */
export async function saveFolded(
  tx: Tx,
  { organId, recordId, edition }: EditionKey,
  folded: FoldedEdition,
): Promise<void> {
  await tx
    .updateTable('editions')
    .set({ ...folded, levels: [...folded.levels] })
    .where('organId', '=', organId)
    .where('recordId', '=', recordId)
    .where('edition', '=', edition)
    .execute()
}

/** The editions of an organ that somebody still works on, or whose approval is owed. */
export const listOpenKeys = (tx: Tx, organId: number): Promise<EditionKey[]> =>
  tx
    .selectFrom('editions')
    .select(['organId', 'recordId', 'edition'])
    .where('organId', '=', organId)
    .where(({ eb, or, and }) =>
      or([eb('status', 'in', openStatuses), and([eb('status', '=', 'live'), eb('turn', 'is not', null)])]),
    )
    .orderBy('recordId')
    .execute()
