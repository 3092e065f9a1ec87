import { sql } from 'kysely'
import type { PlainDate } from '../../days/plain-date.ts'
import type { Tx } from '../../db/database.ts'
import { publicTitle, RecordTypeId } from '../../disclosure/record-type.ts'
import type { ColumnPlace } from '../topic.ts'

/** A publication that a digest tells of, as it stands now. */
export interface News {
  /** Subscribers were told of it before, as it stood then. */
  readonly wasTold: boolean
  /** Of a record; null for an annual report. */
  readonly number: string | null
  readonly year: number | null
  /** As the public is told it now; empty for an annual report. */
  readonly title: string
  readonly documentNumber: string
  readonly columnId: string | null
  readonly act: string
  readonly firstPublishedAt: Date
  readonly changedAt: Date
  readonly repealedOn: PlainDate | null
  readonly withdrawnAt: Date | null
}

/** How a record `r` stands in public: another edition, a repeal and a withdrawal are each something to tell. */
const recordState = sql`r.edition::text || coalesce(' repealed ' || r.repealed_on::text, '')
  || case when r.withdrawn_at is null then '' else ' withdrawn' end`

/**
 * Notes how everything public stands now, under this digest, as far as that has never been told; answers how much there was. Two at
 * the same time wait for each other, and the later one finds nothing.
 */
export async function noteStanding(tx: Tx, organId: number, digestId: string): Promise<number> {
  const { numAffectedRows = 0n } = await sql`
    insert into told_publications (organ_id, kind, subject, state, digest_id)
    select ${organId}, kind, subject, state, ${digestId}::uuid from (
      select 'record' as kind, r.record_id::text as subject, ${recordState} as state
      from published_records r where organ_id = ${organId}
      union all
      select 'report', year::text, max(revision)::text from annual_reports where organ_id = ${organId} group by year
    ) as standing
    where not exists (select from told_publications t
      where t.organ_id = ${organId} and t.kind = standing.kind and t.subject = standing.subject and t.state = standing.state)
    order by kind, subject on conflict do nothing`.execute(tx)
  return Number(numAffectedRows)
}

/**
 * What a digest tells, the newest first. What has changed since it was noted is left to the next digest; what was withdrawn before
 * any told of it is told by none.
 */
export async function listNews(tx: Tx, organId: number, digestId: string): Promise<News[]> {
  const { rows } = await sql<News & { readonly type: RecordTypeId | null }>`
    with told as (
      select kind, state, case when kind = 'record' then subject::uuid end as record_id,
        case when kind = 'report' then subject::int end as year,
        exists (select from told_publications e where e.organ_id = t.organ_id and e.kind = t.kind and e.subject = t.subject
          and e.digest_id < t.digest_id) as was_told
      from told_publications t where organ_id = ${organId} and digest_id = ${digestId}
    ), reports as (
      select year, max(revision)::text as state, (array_agg(published_on order by revision))[1]::timestamp at time zone 'Asia/Shanghai' as first_published_at,
        (array_agg(published_on order by revision desc))[1]::timestamp at time zone 'Asia/Shanghai' as changed_at
      from annual_reports where organ_id = ${organId} group by year
    )
    select was_told, r.number, null::int as year, r.title, r.type, r.document_number, r.column_id,
      r.content -> 'act' ->> 'kind' as act, r.first_published_at, r.changed_at, r.repealed_on, r.withdrawn_at
    from told join published_records r on r.organ_id = ${organId} and r.record_id = told.record_id
      and ${recordState} = told.state
    where r.withdrawn_at is null or was_told
    union all
    select was_told, null, told.year, '', null, '', (select id from platform_columns c where c.organ_id = ${organId}
        and c.kind = 'reports' order by position, id limit 1),
      case when was_told then 'correct' else 'publish' end, a.first_published_at, a.changed_at, null, null
    from told join reports a on a.year = told.year and a.state = told.state
    order by changed_at desc, number`.execute(tx)
  return rows.map(({ type, ...news }) => (type ? { ...news, title: publicTitle({ ...news, type }) } : news))
}

/** Every column of the organ, closed ones too. */
export const listColumns = (tx: Tx, organId: number): Promise<ColumnPlace[]> =>
  tx
    .selectFrom('platformColumns')
    .select(['id', 'name', 'kind', 'parentId', 'successorId'])
    .where('organId', '=', organId)
    .execute()

/** What the records of these numbers are called now, by number. */
export async function titlesOf(
  tx: Tx,
  organId: number,
  numbers: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (numbers.length === 0) return new Map()
  const rows = await tx
    .selectFrom('publishedRecords')
    .select(['number', 'title', 'type', 'withdrawnAt'])
    .where('organId', '=', organId)
    .where('number', 'in', numbers)
    .execute()
  return new Map(
    rows.map(({ number, type, ...row }) => [number, publicTitle({ ...row, type: RecordTypeId.parse(type) })]),
  )
}
