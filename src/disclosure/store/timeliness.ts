import { type RawBuilder, sql } from 'kysely'
import type { PlainDate } from '../../calendar/plain-date.ts'
import type { Tx } from '../../db/database.ts'
import { refusals } from '../../refusal.ts'
import { lateGate } from '../gates/late-finding.ts'
import type { LateRecord, TimelinessFigures, TimelinessLine } from '../timeliness.ts'

export interface Span {
  readonly from: PlainDate
  readonly to: PlainDate
}

/** What was first published in the span, with the clock of its first edition. */
const published = (organId: number, { from, to }: Span): RawBuilder<unknown> => sql`
  select r.record_id, r.title, r.type, r.number, r.withdrawn_at, i.unit_id, u.name as unit_name, r.column_id,
    k.name as column_name, e.made_on, e.publish_by, (r.first_published_at at time zone 'Asia/Shanghai')::date as published_on
  from published_records r
    join editions e on e.organ_id = r.organ_id and e.record_id = r.record_id and e.edition = 1
    join information_records i on i.organ_id = r.organ_id and i.id = r.record_id
    join platform_columns k on k.organ_id = r.organ_id and k.id = r.column_id
    left join work_units u on u.organ_id = i.organ_id and u.id = i.unit_id
  where r.organ_id = ${organId}
    and r.first_published_at >= (${from}::date::timestamp at time zone 'Asia/Shanghai')
    and r.first_published_at < ((${to}::date + 1)::timestamp at time zone 'Asia/Shanghai')`

const figures = sql`count(*) as published, count(*) filter (where published_on <= publish_by) as in_time,
  count(*) filter (where published_on > publish_by) as late, count(*) filter (where publish_by is null) as unjudged,
  percentile_cont(0.5) within group (order by published_on - made_on) as median_days`

/** Figures of all that was published in the span. */
export async function timelinessOf(tx: Tx, organId: number, span: Span): Promise<TimelinessFigures> {
  const { rows } = await sql<TimelinessFigures>`
    select ${figures} from (${published(organId, span)}) as p`.execute(tx)
  const [row] = rows
  if (!row) throw new Error('no figures came')
  return row
}

/** The same by column or by unit, those with the most late first. */
export async function timelinessBy(
  tx: Tx,
  organId: number,
  span: Span,
  what: 'column' | 'unit',
): Promise<TimelinessLine[]> {
  const [id, name] = [sql.ref(`${what}_id`), sql.ref(`${what}_name`)]
  const { rows } = await sql<TimelinessLine>`
    select ${id} as id, ${name} as name, ${figures} from (${published(organId, span)}) as p
    group by 1, 2 order by count(*) filter (where published_on > publish_by) desc, count(*) desc, 2`.execute(tx)
  return rows
}

export interface WantedLate extends Span {
  readonly columnId?: string | undefined
  readonly unitId?: string | undefined
  readonly page: number
  readonly pageSize: number
}

const given = (organId: number): RawBuilder<unknown> => sql`
  left join late_reasons g on g.organ_id = ${organId} and g.record_id = p.record_id
  left join lateral (
    select c ->> 'reason' as reason, v.actor_name from edition_events v, jsonb_array_elements(v.data -> 'confirmations') c
    where v.organ_id = ${organId} and v.record_id = p.record_id and v.edition = 1 and c ->> 'gate' = ${lateGate}
    order by v.seq desc limit 1) said on true`

/** A page of what came out late in the span, without a reason first. */
export async function listLate(
  tx: Tx,
  organId: number,
  { columnId, unitId, page, pageSize, ...span }: WantedLate,
): Promise<{ items: LateRecord[]; total: number }> {
  const { rows } = await sql<LateRecord & { total: number }>`
    select p.record_id, p.title, p.type, p.column_name, p.unit_id, p.unit_name, p.made_on, p.publish_by, p.published_on,
      '/' || o.slug || '/records/' || p.number as address, p.withdrawn_at is not null as is_withdrawn,
      coalesce(g.reason, said.reason) as reason, coalesce(g.given_name, said.actor_name) as reason_by,
      count(*) over () as total
    from (${published(organId, span)}) as p join organs o on o.id = ${organId} ${given(organId)}
    where p.published_on > p.publish_by
      and (${columnId ?? null}::text is null or p.column_id = ${columnId ?? null})
      and (${unitId ?? null}::uuid is null or p.unit_id = ${unitId ?? null}::uuid)
    order by coalesce(g.reason, said.reason) is not null, p.published_on desc, p.record_id
    limit ${pageSize} offset ${(page - 1) * pageSize}`.execute(tx)
  return { items: rows.map(({ total: _, ...item }) => item), total: rows[0]?.total ?? 0 }
}

/** The unit of a record that came out late. Refuses one that is not published, and one that was in time. */
export async function getLate(tx: Tx, organId: number, recordId: string): Promise<{ unitId: string | null }> {
  const { rows } = await sql<{ unitId: string | null; isLate: boolean | null }>`
    select i.unit_id, (r.first_published_at at time zone 'Asia/Shanghai')::date > e.publish_by as is_late
    from published_records r join information_records i on i.organ_id = r.organ_id and i.id = r.record_id
      join editions e on e.organ_id = r.organ_id and e.record_id = r.record_id and e.edition = 1
    where r.organ_id = ${organId} and r.record_id = ${recordId}`.execute(tx)
  const [row] = rows
  if (!row) throw refusals.unknownRecord()
  if (row.isLate !== true) throw refusals.notLate()
  return { unitId: row.unitId }
}

/** Keeps the reason; a later one takes its place, the earlier stands in the audit log. */
export async function saveLateReason(
  tx: Tx,
  organId: number,
  recordId: string,
  reason: { readonly reason: string; readonly givenBy: string | null; readonly givenName: string },
): Promise<void> {
  await tx
    .insertInto('lateReasons')
    .values({ organId, recordId, ...reason })
    .onConflict((conflict) =>
      conflict.columns(['organId', 'recordId']).doUpdateSet({ ...reason, givenAt: sql<Date>`now()` }),
    )
    .execute()
}
