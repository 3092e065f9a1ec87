import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../db/database.ts'
import { lateGate } from '../../disclosure/gates/late-finding.ts'
import { allOf, countedIn, orderOf, says, whose } from '../../lists/sql.ts'
import { refusals } from '../../refusal.ts'
import type { Published } from './figures.ts'
import type { LateRecord } from './timeliness.ts'
import type { LateViewName, Span, WantedLate } from './wanted.ts'

/** What came out in the span with its clock: first publications, and corrections of what had changed. */
const published = (organId: number, { from, to }: Span): RawBuilder<unknown> => sql`
  select r.record_id, e.edition, r.title, r.type, r.number, r.withdrawn_at, i.unit_id, u.name as unit_name, r.column_id,
    k.name as column_name, e.made_on, e.publish_by, (e.published_at at time zone 'Asia/Shanghai')::date as published_on
  from editions e
    join published_records r on r.organ_id = e.organ_id and r.record_id = e.record_id
    join information_records i on i.organ_id = r.organ_id and i.id = r.record_id
    join platform_columns k on k.organ_id = r.organ_id and k.id = r.column_id
    left join work_units u on u.organ_id = i.organ_id and u.id = i.unit_id
  where e.organ_id = ${organId} and (e.edition = 1 or e.publish_by is not null) and e.status in ('live', 'superseded')
    and e.published_at >= (${from}::date::timestamp at time zone 'Asia/Shanghai')
    and e.published_at < ((${to}::date + 1)::timestamp at time zone 'Asia/Shanghai')`

/** How much came out in the span, by column and unit and by the days that its clock knows. */
export interface PublishedSpan extends Published {
  readonly columnId: string
  readonly columnName: string
  readonly unitId: string | null
  readonly unitName: string | null
}

/** Everything that came out in the span, counted together where column, unit and days are the same. */
export async function listSpans(tx: Tx, organId: number, span: Span): Promise<PublishedSpan[]> {
  const { rows } = await sql<PublishedSpan>`
    select column_id, column_name, unit_id, unit_name, made_on, publish_by, published_on, count(*) as count
    from (${published(organId, span)}) as p group by 1, 2, 3, 4, 5, 6, 7`.execute(tx)
  return rows
}

const given = (organId: number): RawBuilder<unknown> => sql`
  left join late_reasons g on g.organ_id = ${organId} and g.record_id = p.record_id and p.edition = 1
  left join lateral (
    select c ->> 'reason' as reason, v.actor_name from edition_events v, jsonb_array_elements(v.data -> 'confirmations') c
    where v.organ_id = ${organId} and v.record_id = p.record_id and v.edition = p.edition and c ->> 'gate' = ${lateGate}
    order by v.seq desc limit 1) said on true`

const reason = sql`coalesce(g.reason, said.reason)`
const views: Readonly<Record<LateViewName, RawBuilder<unknown>>> = {
  all: sql`true`,
  unexplained: sql`${reason} is null`,
  explained: sql`${reason} is not null`,
}

const sortColumns = {
  title: sql`p.title`,
  publishBy: sql`p.publish_by`,
  publishedOn: sql`p.published_on`,
  overdueDays: sql`p.published_on - p.publish_by`,
} as const

type Wanted = WantedLate & Span

function late(organId: number, { columnId, unitId, type, q, ...span }: Wanted): RawBuilder<unknown> {
  const narrowed = allOf([
    columnId && sql`p.column_id = ${columnId}`,
    whose(sql`p.unit_id`, unitId),
    type && sql`p.type = ${type}`,
    q && says([sql`p.title`], q),
  ])
  return sql`(${published(organId, span)}) as p ${given(organId)} where p.published_on > p.publish_by and ${narrowed}`
}

/** What came out late in the span, without a reason first unless another order was chosen; with how many stand in each view. */
export async function listLate(
  tx: Tx,
  organId: number,
  wanted: Wanted,
  { offset, limit }: { readonly offset: number; readonly limit: number },
): Promise<{ items: LateRecord[]; total: number; counts: LateCounts }> {
  const found = late(organId, wanted)
  const chosen = orderOf(sortColumns, wanted.sort) ?? sql`${reason} is not null`
  const counted = await sql<LateCounts>`select ${countedIn(views)} from ${found}`.execute(tx)
  const { rows: items } = await sql<LateRecord>`
    select p.record_id, p.edition, p.title, p.type, p.column_name, p.unit_id, p.unit_name, p.made_on, p.publish_by, p.published_on,
      '/' || (select slug from organs where id = ${organId}) || '/records/' || p.number as address,
      p.withdrawn_at is not null as is_withdrawn, ${reason} as reason, coalesce(g.given_name, said.actor_name) as reason_by
    from ${found} and ${views[wanted.view]}
    order by ${chosen}, p.published_on desc, p.record_id, p.edition limit ${limit} offset ${offset}`.execute(tx)
  const [counts = { all: 0, unexplained: 0, explained: 0 }] = counted.rows
  return { items, counts, total: counts[wanted.view] }
}

export type LateCounts = Readonly<Record<LateViewName, number>>

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
