import { type Selectable, sql } from 'kysely'
import type { PlainDate } from '../../days/plain-date.ts'
import type { Tx } from '../../db/database.ts'
import type { DB } from '../../db/schema.ts'
import { refusals } from '../../refusal.ts'
import type { Finding } from '../finding.ts'
import type { CellRef, Figure } from '../report.ts'
import type { KeptFigures } from './figures.ts'
import type { ChangedFiler, Filer, OutsideFiler } from './filer.ts'
import { type Filing, FilingStatus } from './filing.ts'
import { EventActor, type FilingEvent, FilingEventKind, type NewEvent, readFact } from './filing-event.ts'

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

/** Organs of the house below the office, and those without an office here, each for the years of which it files. What was filed stays. */
const listedFilers = (organId: number, year: number) => sql`
  select o.id::text as id, o.id as organ_id, o.name, o.kind, o.email, null::int as last_year from organs o
  where o.parent_id = ${organId} and not exists (
      select from report_filings f join report_filers w on w.organ_id = f.organ_id and w.id = f.filer_id
      where f.organ_id = ${organId} and f.year = ${year} and w.name = o.name)
    or exists (select from report_filings f
      where f.organ_id = ${organId} and f.year = ${year} and f.filer_organ_id = o.id)
  union all
  select w.id::text, null, w.name, w.kind, w.email, w.last_year from report_filers w
  where w.organ_id = ${organId} and (
    w.first_year <= ${year} and (w.last_year is null or w.last_year >= ${year})
      and not exists (select from organs o where o.parent_id = ${organId} and o.name = w.name)
    or exists (select from report_filings f where f.organ_id = ${organId} and f.year = ${year} and f.filer_id = w.id))`

/** One of those who file with the office; refuses one that does not. */
export async function getFiler(tx: Tx, organId: number, year: number, id: string): Promise<Filer> {
  const { rows } = await sql<Filer>`select * from (${listedFilers(organId, year)}) f where id = ${id}`.execute(tx)
  const [filer] = rows
  if (!filer) throw refusals.unknownFiler()
  return filer
}

/** A line of the office's list. */
export interface FilingLine extends Filer {
  readonly status: FilingStatus
  readonly filedOn: PlainDate | null
  readonly isAccepted: boolean
  readonly errors: number
  readonly warnings: number
  readonly remindedAt: Date | null
}

/** Every filer of a year with how its filing stands. */
export async function listFilings(tx: Tx, organId: number, year: number): Promise<FilingLine[]> {
  const { rows } = await sql<FilingLine>`
    select w.id, w.organ_id, w.name, w.kind, w.email, w.last_year, coalesce(f.status, 'expected') as status, f.filed_on,
      f.accepted_seq is not null as is_accepted, coalesce(c.errors, 0) as errors, coalesce(c.warnings, 0) as warnings, r.reminded_at
    from (${listedFilers(organId, year)}) w
    left join report_filings f on f.organ_id = ${organId} and f.year = ${year}
      and (f.filer_organ_id = w.organ_id or f.filer_id::text = w.id)
    left join lateral (
      select count(*) filter (where each ->> 'severity' = 'error')::int as errors,
        count(*) filter (where each ->> 'severity' = 'warning')::int as warnings
      from jsonb_array_elements(f.findings) each) c on f.findings <> '[]'
    left join lateral (
      select max(e.at) as reminded_at from report_filing_events e
      where e.organ_id = f.organ_id and e.filing_id = f.id and e.kind = 'reminded') r on true
    order by array_position(array['government', 'department', 'township'], w.kind), w.organ_id nulls last, w.name`.execute(
    tx,
  )
  return rows.map((row) => ({ ...row, status: FilingStatus.parse(row.status) }))
}

/** Years of whose reports anything has happened between the office and an organ, the latest first. */
export async function listFiledYears(tx: Tx, organId: number): Promise<number[]> {
  const rows = await tx
    .selectFrom('reportFilings')
    .select('year')
    .distinct()
    .where('organId', '=', organId)
    .orderBy('year', 'desc')
    .execute()
  return rows.map(({ year }) => year)
}

/** An organ without an office here, from now on expected to file. Refuses a name that is taken. */
export async function addFiler(tx: Tx, organId: number, filer: OutsideFiler): Promise<{ id: string }> {
  const { name, kind, email, firstYear, lastYear } = filer
  await refuseTaken(tx, organId, name, null)
  return tx
    .insertInto('reportFilers')
    .values({ organId, name, kind, email, firstYear, lastYear })
    .returning('id')
    .executeTakeFirstOrThrow()
}

/** Changes what is told of one; its first year stays. Refuses one that is not there, and a name that is taken. */
export async function changeFiler(tx: Tx, organId: number, id: string, filer: ChangedFiler): Promise<void> {
  const { name, kind, email, lastYear } = filer
  await refuseTaken(tx, organId, name, id)
  const { numUpdatedRows } = await tx
    .updateTable('reportFilers')
    .set({ name, kind, email, lastYear })
    .where('organId', '=', organId)
    .where('id', '=', id)
    .where('firstYear', '<=', lastYear ?? lastOfAll)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n)
    throw (await isFiler(tx, organId, id)) ? refusals.endsBeforeItBegins() : refusals.unknownFiler()
}

const lastOfAll = 2200

const isFiler = async (tx: Tx, organId: number, id: string): Promise<boolean> =>
  (await tx
    .selectFrom('reportFilers')
    .select('id')
    .where('organId', '=', organId)
    .where('id', '=', id)
    .executeTakeFirst()) !== undefined

async function refuseTaken(tx: Tx, organId: number, name: string, id: string | null): Promise<void> {
  const { rows } = await sql`
    select from organs where parent_id = ${organId} and name = ${name}
    union all select from report_filers where organ_id = ${organId} and name = ${name} and last_year is null
      and id is distinct from ${id}`.execute(tx)
  if (rows.length > 0) throw refusals.filerTaken(name)
}

/** What counts of one organ in the roll-up. */
export interface AcceptedFiling extends Pick<Filer, 'id' | 'name' | 'kind'> {
  readonly figures: KeptFigures
  readonly findings: readonly Finding[]
  readonly sentences: readonly string[]
}

/** What was accepted of a year, organ by organ, as the list has them. */
export async function listAccepted(tx: Tx, organId: number, year: number): Promise<AcceptedFiling[]> {
  const { rows } = await sql<AcceptedFiling>`
    select coalesce(o.id::text, w.id::text) as id, coalesce(o.name, w.name) as name, coalesce(o.kind, w.kind) as kind,
      f.accepted_figures as figures, f.accepted_findings as findings, f.accepted_sentences as sentences
    from report_filings f
    left join organs o on o.id = f.filer_organ_id
    left join report_filers w on w.organ_id = f.organ_id and w.id = f.filer_id
    where f.organ_id = ${organId} and f.year = ${year} and f.accepted_seq is not null
    order by array_position(array['government', 'department', 'township'], coalesce(o.kind, w.kind)), o.id nulls last, 2`.execute(
    tx,
  )
  return rows
}

/** The figures alone of what was accepted of a year, by the filer's id. */
export async function listAcceptedFigures(
  tx: Tx,
  organId: number,
  year: number,
): Promise<ReadonlyMap<string, KeptFigures>> {
  const { rows } = await sql<{ id: string; figures: KeptFigures }>`
    select coalesce(filer_organ_id::text, filer_id::text) as id, accepted_figures as figures
    from report_filings where organ_id = ${organId} and year = ${year} and accepted_seq is not null`.execute(tx)
  return new Map(rows.map(({ id, figures }) => [id, figures]))
}

/** What one organ has in a cell of the sum. */
export interface CellPart extends Pick<Filer, 'id' | 'name'> {
  readonly value: Figure
  /** Of the accepted report on the year before; null where it is unknown or not stated. */
  readonly before: Figure
}

/** The organs behind a cell of the sum, each with its figure and last year's. */
export async function listParts(tx: Tx, organId: number, year: number, cell: CellRef): Promise<CellPart[]> {
  const { table, row, column } = cell
  const path = table === 'proactive' ? [table, `${row}.${column}`] : [table, row, column]
  const { rows } = await sql<CellPart>`
    select coalesce(o.id::text, w.id::text) as id, coalesce(o.name, w.name) as name,
      f.accepted_figures #> ${path}::text[] as value, b.accepted_figures #> ${path}::text[] as before
    from report_filings f
    left join report_filings b on b.organ_id = f.organ_id and b.year = f.year - 1
      and (b.filer_organ_id = f.filer_organ_id or b.filer_id = f.filer_id)
    left join organs o on o.id = f.filer_organ_id
    left join report_filers w on w.organ_id = f.organ_id and w.id = f.filer_id
    where f.organ_id = ${organId} and f.year = ${year} and f.accepted_seq is not null
    order by array_position(array['government', 'department', 'township'], coalesce(o.kind, w.kind)), o.id nulls last, 2`.execute(
    tx,
  )
  return rows
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
