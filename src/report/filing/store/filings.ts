import { type Selectable, sql } from 'kysely'
import type { Tx } from '../../../db/database.ts'
import type { DB } from '../../../db/schema.ts'
import { refusals } from '../../../refusal.ts'
import type { Filer } from '../filer.ts'
import type { Filing } from '../filing.ts'
import { EventActor, type FilingEvent, FilingEventKind, type NewEvent, readFact } from '../filing-event.ts'

/** The row of a filing with everything that has happened to it. */
export interface OpenFiling {
  /** The office that receives it. */
  readonly organId: number
  readonly id: string
  readonly year: number
  readonly events: readonly FilingEvent[]
}

/** Whose filing with which office. */
export interface FilingKey {
  readonly organId: number
  readonly year: number
  readonly filer: Pick<Filer, 'id' | 'organId'>
}

const keyed = (tx: Tx, { organId, year, filer }: FilingKey) => {
  const query = tx.selectFrom('reportFilings').where('organId', '=', organId).where('year', '=', year)
  return filer.organId === null
    ? query.where('filerId', '=', filer.id)
    : query.where('filerOrganId', '=', filer.organId)
}

const eventFrom = (row: Selectable<DB['reportFilingEvents']>): FilingEvent => ({
  ...readFact(FilingEventKind.parse(row.kind), row.data),
  seq: row.seq,
  at: row.at.toISOString(),
  actor: EventActor.parse({
    kind: row.actorKind,
    organId: row.actorOrganId,
    id: row.actorId,
    name: row.actorName,
  }),
  fileId: row.fileId,
})

async function withEvents(
  tx: Tx,
  row: { organId: number; id: string; year: number } | undefined,
): Promise<OpenFiling | undefined> {
  if (!row) return undefined
  const { organId, id, year } = row
  const events = await tx
    .selectFrom('reportFilingEvents')
    .selectAll()
    .where('organId', '=', organId)
    .where('filingId', '=', id)
    .orderBy('seq')
    .execute()
  return { organId, id, year, events: events.map(eventFrom) }
}

/** What has happened between an organ and its office on a year; undefined before anything has. Either of them may look. */
export const findFiling = async (tx: Tx, key: FilingKey): Promise<OpenFiling | undefined> =>
  withEvents(tx, await keyed(tx, key).select(['organId', 'id', 'year']).executeTakeFirst())

/** The same, begun where nothing has happened yet and locked until the transaction ends. Only in the office's organ. */
export async function getForChange(tx: Tx, key: FilingKey): Promise<OpenFiling> {
  const { organId, year, filer } = key
  const whose = filer.organId === null ? { filerId: filer.id } : { filerOrganId: filer.organId }
  await tx
    .insertInto('reportFilings')
    .values({ organId, year, ...whose })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const row = await keyed(tx, key).select(['organId', 'id', 'year']).forUpdate().executeTakeFirst()
  const found = await withEvents(tx, row)
  if (!found) throw refusals.unknownFiler()
  return found
}

interface Happened {
  readonly actor: EventActor
  readonly now: Date
  /** The original of a report that was received. */
  readonly fileId?: string
}

/** Adds an event after the last one; answers with the filing as it now stands. */
export async function append(
  tx: Tx,
  open: OpenFiling,
  { kind, data }: NewEvent,
  { actor, now, fileId }: Happened,
): Promise<OpenFiling> {
  const added = await tx
    .insertInto('reportFilingEvents')
    .values({
      organId: open.organId,
      filingId: open.id,
      seq: (open.events.at(-1)?.seq ?? 0) + 1,
      kind,
      data: JSON.stringify(data),
      at: now,
      actorKind: actor.kind,
      actorOrganId: actor.organId,
      actorId: actor.id,
      actorName: actor.name,
      fileId: fileId ?? null,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  return { ...open, events: [...open.events, eventFrom(added)] }
}

const figuresOf = ({ report: { proactive, requests, remedies, format } }: NonNullable<Filing['filed']>) =>
  JSON.stringify({ format, proactive, requests, remedies })

/** What the fold of the events says, written to the row. */
export async function saveFolded(
  tx: Tx,
  { organId, id }: OpenFiling,
  { status, lastSeq, cameOn, filed, accepted }: Filing,
): Promise<void> {
  await tx
    .updateTable('reportFilings')
    .set({
      status,
      lastSeq,
      filedOn: cameOn,
      findings: JSON.stringify(filed?.findings ?? []),
      acceptedSeq: accepted?.filed.seq ?? null,
      acceptedFigures: accepted && figuresOf(accepted.filed),
      acceptedFindings: JSON.stringify(accepted?.filed.findings ?? []),
      acceptedSentences: accepted?.filed.sentences ?? [],
    })
    .where('organId', '=', organId)
    .where('id', '=', id)
    .execute()
}

/** Which other organ the very same file was received of, on the year; undefined where of none. */
export async function findSameFile(
  tx: Tx,
  organId: number,
  year: number,
  sha256: string,
  exceptId: string,
): Promise<string | undefined> {
  const { rows } = await sql<{ name: string }>`
    select w.name from report_filings f
    join report_filing_events e on e.organ_id = f.organ_id and e.filing_id = f.id and e.kind = 'received'
    join report_filers w on w.organ_id = f.organ_id and w.id = f.filer_id
    where f.organ_id = ${organId} and f.year = ${year} and f.id <> ${exceptId} and e.data ->> 'sha256' = ${sha256}
      and f.status in ('received', 'filed', 'accepted') limit 1`.execute(tx)
  return rows[0]?.name
}

/** Of which organ and year a filing is. */
export async function findById(
  tx: Tx,
  organId: number,
  id: string,
): Promise<{ readonly year: number; readonly filer: string } | undefined> {
  const row = await tx
    .selectFrom('reportFilings')
    .select(['year', 'filerOrganId', 'filerId'])
    .where('organId', '=', organId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row && { year: row.year, filer: row.filerId ?? String(row.filerOrganId) }
}
