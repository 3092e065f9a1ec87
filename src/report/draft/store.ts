import type { Selectable } from 'kysely'
import type { PlainDate } from '../../days/plain-date.ts'
import type { Tx } from '../../db/database.ts'
import type { DB } from '../../db/schema.ts'
import type { Actor } from '../../organs/actor.ts'
import { refusals } from '../../refusal.ts'
import { canonicalHash } from '../../steps/canonical.ts'
import { type Draft, type DraftRow, DraftStatus, frozenStatuses } from './draft.ts'
import { DraftContent, type DraftEvent, DraftEventKind, EventActor, type NewEvent, readFact } from './draft-event.ts'

/** A draft with everything that has happened to it. */
export interface OpenDraft {
  readonly row: DraftRow
  readonly events: readonly DraftEvent[]
  /** As the last save left it; null before the first. */
  readonly content: DraftContent | null
}

const openStatuses: readonly DraftStatus[] = ['drafting', ...frozenStatuses]

const rowFrom = ({ organId, id, year, status }: Selectable<DB['reportDrafts']>): DraftRow => ({
  organId,
  id,
  year,
  status: DraftStatus.parse(status),
})

const eventFrom = (row: Selectable<DB['reportDraftEvents']>): DraftEvent => ({
  ...readFact(DraftEventKind.parse(row.kind), row.data),
  seq: row.seq,
  at: row.at.toISOString(),
  actor: EventActor.parse({ kind: row.actorKind, id: row.actorId, name: row.actorName }),
})

const ofYear = (tx: Tx, organId: number, year: number) =>
  tx.selectFrom('reportDrafts').selectAll().where('organId', '=', organId).where('year', '=', year)

async function withEvents(tx: Tx, found: Selectable<DB['reportDrafts']> | undefined): Promise<OpenDraft | undefined> {
  if (!found) return undefined
  const row = rowFrom(found)
  return { row, events: await listEvents(tx, row), content: await findContent(tx, row) }
}

async function findContent(tx: Tx, { organId, id }: DraftRow): Promise<DraftContent | null> {
  const row = await tx
    .selectFrom('reportDraftContents')
    .select('content')
    .where('organId', '=', organId)
    .where('draftId', '=', id)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ? DraftContent.parse(row.content) : null
}

async function listEvents(tx: Tx, { organId, id }: DraftRow): Promise<DraftEvent[]> {
  const rows = await tx
    .selectFrom('reportDraftEvents')
    .selectAll()
    .where('organId', '=', organId)
    .where('draftId', '=', id)
    .orderBy('seq')
    .execute()
  return rows.map(eventFrom)
}

/** The draft of a year that somebody still works on; undefined where there is none. */
export const findOpen = async (tx: Tx, organId: number, year: number): Promise<OpenDraft | undefined> =>
  withEvents(tx, await ofYear(tx, organId, year).where('status', 'in', openStatuses).executeTakeFirst())

/** The same, locked until the transaction ends. Refuses a year that nobody has begun. */
export async function getForChange(tx: Tx, organId: number, year: number): Promise<OpenDraft> {
  const row = await ofYear(tx, organId, year).where('status', 'in', openStatuses).forUpdate().executeTakeFirst()
  const found = await withEvents(tx, row)
  if (!found) throw refusals.unknownReportDraft(year)
  return found
}

/** The draft that was published last on a year, with all that was said on the way; undefined where none was drafted here. */
export const findPublishedDraft = async (tx: Tx, organId: number, year: number): Promise<OpenDraft | undefined> =>
  withEvents(
    tx,
    await ofYear(tx, organId, year)
      .where('status', '=', 'published')
      .orderBy('revision', 'desc')
      .limit(1)
      .executeTakeFirst(),
  )

/** How each year stands that has an open draft. */
export async function listOpen(tx: Tx, organId: number): Promise<DraftRow[]> {
  const rows = await tx
    .selectFrom('reportDrafts')
    .selectAll()
    .where('organId', '=', organId)
    .where('status', 'in', openStatuses)
    .orderBy('year', 'desc')
    .execute()
  return rows.map(rowFrom)
}

/** Years that are to be published by the clock on this day or before, the earliest first. */
export async function listDue(tx: Tx, organId: number, today: PlainDate): Promise<number[]> {
  const rows = await tx
    .selectFrom('reportDrafts')
    .select('year')
    .where('organId', '=', organId)
    .where('status', '=', 'scheduled')
    .where('scheduledFor', '<=', today)
    .orderBy('year')
    .execute()
  return rows.map(({ year }) => year)
}

/** A new draft without events. */
export async function add(tx: Tx, organId: number, year: number): Promise<DraftRow> {
  return rowFrom(await tx.insertInto('reportDrafts').values({ organId, year }).returningAll().executeTakeFirstOrThrow())
}

/** Adds an event after the last one; answers with all of them as they now stand. */
export async function append(
  tx: Tx,
  actor: Pick<Actor, 'kind' | 'id' | 'name'>,
  { row, events }: Pick<OpenDraft, 'row' | 'events'>,
  now: Date,
  { kind, data }: NewEvent,
): Promise<readonly DraftEvent[]> {
  const added = await tx
    .insertInto('reportDraftEvents')
    .values({
      organId: row.organId,
      draftId: row.id,
      seq: (events.at(-1)?.seq ?? 0) + 1,
      kind,
      data: JSON.stringify(data),
      at: now,
      actorKind: actor.kind,
      actorId: actor.id,
      actorName: actor.name,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  return [...events, eventFrom(added)]
}

/** Adds a save with its content; answers as `append`. */
export async function appendSaved(
  tx: Tx,
  actor: Pick<Actor, 'kind' | 'id' | 'name'>,
  open: Pick<OpenDraft, 'row' | 'events'>,
  now: Date,
  content: DraftContent,
): Promise<readonly DraftEvent[]> {
  const events = await append(tx, actor, open, now, { kind: 'saved', data: { hash: canonicalHash(content) } })
  const { organId, id: draftId } = open.row
  const seq = events.at(-1)?.seq ?? 0
  await tx
    .insertInto('reportDraftContents')
    .values({ organId, draftId, seq, content: JSON.stringify(content) })
    .executeTakeFirstOrThrow()
  return events
}

/** What the fold of the events says, written to the row. */
export async function saveFolded(
  tx: Tx,
  { organId, id }: DraftRow,
  { status, lastSeq, scheduledFor, revision }: Pick<Draft, 'status' | 'lastSeq' | 'scheduledFor' | 'revision'>,
): Promise<void> {
  await tx
    .updateTable('reportDrafts')
    .set({ status, lastSeq, scheduledFor, revision })
    .where('organId', '=', organId)
    .where('id', '=', id)
    .execute()
}
