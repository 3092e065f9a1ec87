import { type Selectable, sql } from 'kysely'
import type { PlainDate } from '../../../days/plain-date.ts'
import type { Tx } from '../../../db/database.ts'
import type { DB } from '../../../db/schema.ts'
import { seal, unseal } from '../../../db/sealed.ts'
import type { Actor } from '../../../organs/actor.ts'
import { refusals } from '../../../refusal.ts'
import { numbered } from '../../../steps/history.ts'
import type { CountedStretch } from '../counted.ts'
import { type NewEvent, type RemedyEvent, readFact } from '../event.ts'
import type { CaseRow } from '../row.ts'

/** A case with everything that has happened to it. */
export interface FoundCase {
  readonly organId: number
  readonly id: string
  readonly events: readonly RemedyEvent[]
}

type Key = Pick<FoundCase, 'organId' | 'id'>

const placeOf = ({ organId, id }: Key, seq: number) => ({ table: 'remedy_events', organId, id: `${id}/${seq}` })

const eventFrom = (key: Key, row: Selectable<DB['remedyEvents']>): RemedyEvent => ({
  ...readFact(row.kind, row.happenedOn, JSON.parse(unseal(row.sealed, placeOf(key, row.seq)))),
  seq: row.seq,
  recordedAt: row.recordedAt.toISOString(),
  actor: { kind: row.actorKind, id: row.actorId, name: row.actorName },
})

/** A case of the organ, locked until the transaction ends where that is asked for. Refuses an id that none has. */
async function read(tx: Tx, key: Key, lock: boolean): Promise<FoundCase> {
  const found = await tx
    .selectFrom('remedyCases')
    .select('id')
    .where('organId', '=', key.organId)
    .where('id', '=', key.id)
    .$if(lock, (query) => query.forUpdate())
    .executeTakeFirst()
  if (!found) throw refusals.unknownRemedy()
  const rows = await tx
    .selectFrom('remedyEvents')
    .selectAll()
    .where('organId', '=', key.organId)
    .where('caseId', '=', key.id)
    .orderBy('seq')
    .execute()
  return { ...key, events: rows.map((row) => eventFrom(key, row)) }
}

export const get = (tx: Tx, organId: number, id: string): Promise<FoundCase> => read(tx, { organId, id }, false)
export const getForChange = (tx: Tx, organId: number, id: string): Promise<FoundCase> => read(tx, { organId, id }, true)

/** Adds a case. Refuses a number under which somebody else has just added one. */
export async function add(tx: Tx, organId: number, row: CaseRow): Promise<{ id: string }> {
  const added = await tx
    .insertInto('remedyCases')
    .values({ ...row, organId })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!added) throw refusals.remedyNumberTaken(row.number, false)
  return added
}

/** Writes facts in their places. Answers with the whole history. */
export async function append(
  tx: Tx,
  actor: Actor,
  found: FoundCase,
  added: readonly NewEvent[],
): Promise<RemedyEvent[]> {
  const { organId, id } = found
  for (const { seq, kind, happenedOn, data } of numbered(found.events, added))
    await tx
      .insertInto('remedyEvents')
      .values({
        organId,
        caseId: id,
        seq,
        kind,
        happenedOn,
        actorKind: actor.kind,
        actorId: actor.id,
        actorName: actor.name,
        sealed: seal(JSON.stringify(data), placeOf(found, seq)),
      })
      .execute()
  return [...(await get(tx, organId, id)).events]
}

/** Writes how a case stands, and what is counted of it. */
export async function save(
  tx: Tx,
  { organId, id }: Key,
  row: CaseRow,
  counted: readonly CountedStretch[],
): Promise<void> {
  await tx.updateTable('remedyCases').set(row).where('organId', '=', organId).where('id', '=', id).execute()
  await tx.deleteFrom('remedyCounts').where('organId', '=', organId).where('caseId', '=', id).execute()
  if (counted.length === 0) return
  await tx
    .insertInto('remedyCounts')
    .values(counted.map((stretch, index) => ({ ...stretch, organId, caseId: id, place: index + 1 })))
    .execute()
}

/** The cases that are not over, with the day that stands in their rows: something may fall due in them. */
export async function listOpen(tx: Tx, organId: number): Promise<{ id: string; dueOn: PlainDate | null }[]> {
  const { rows } = await sql<{ id: string; dueOn: PlainDate | null }>`
    select id, due_on from remedy_cases where organ_id = ${organId} and status <> 'cancelled'
      and (status <> 'decided' or due_on is not null) order by id`.execute(tx)
  return rows
}

/** The cases against silence about a request that are decided. */
export const listAboutSilence = (tx: Tx, organId: number, requestId: string): Promise<{ id: string }[]> =>
  tx
    .selectFrom('remedyCases')
    .select('id')
    .where('organId', '=', organId)
    .where('requestId', '=', requestId)
    .where('act', '=', 'silence')
    .where('status', '=', 'decided')
    .orderBy('id')
    .execute()

/** Makes a paper part of a case, with the event it came with. */
export async function linkFile(tx: Tx, { organId, id }: Key, fileId: string, seq: number): Promise<void> {
  await tx.insertInto('remedyFiles').values({ organId, caseId: id, fileId, seq }).execute()
}

export interface RemedyFile {
  readonly id: string
  readonly name: string
  readonly contentType: string
  readonly size: number
  readonly seq: number
}

/** The papers of a case, oldest first, without their bytes. */
export const listFiles = (tx: Tx, { organId, id }: Key): Promise<RemedyFile[]> =>
  tx
    .selectFrom('remedyFiles')
    .innerJoin('files', (join) =>
      join.onRef('files.organId', '=', 'remedyFiles.organId').onRef('files.id', '=', 'remedyFiles.fileId'),
    )
    .select(['files.id', 'files.name', 'files.contentType', 'files.size', 'remedyFiles.seq'])
    .where('remedyFiles.organId', '=', organId)
    .where('remedyFiles.caseId', '=', id)
    .orderBy('remedyFiles.seq')
    .orderBy('files.name')
    .execute()
