import { sql } from 'kysely'
import type { Tx } from '../../db/database.ts'
import type { OriginalityFlag } from '../publication-view.ts'

/** Titles and openings with less in common are not looked at. */
const leastAlike = 0.6
/** Texts under another title are compared with those of this many days before. */
const daysBefore = 30
/** Decisions are made from a form: they are alike, and all our own. */
const formal = ['licenceDecision', 'penaltyDecision']

/**
 * Compares what is marked as original and was not compared yet with what was published before it, at most `limit` items:
 * title by trigrams and the first 500 characters. Without a text of our own only other organs' titles can be compared.
 */
export async function compareWithEarlier(
  tx: Tx,
  organId: number,
  limit: number,
): Promise<{ checked: number; flagged: number }> {
  await sql`select set_config('pg_trgm.similarity_threshold', ${String(leastAlike)}, true)`.execute(tx)
  const { rows } = await sql<{ checked: number; flagged: number }>`
    with mine as (
      select p.id, p.title, r.record_id, case when r.record_id is not null then record_opening(r.content) else '' end as opening,
        coalesce(r.first_published_at, (p.published_on::timestamp at time zone 'Asia/Shanghai')) as since
      from publications p left join published_records r on r.organ_id = p.organ_id and r.record_id = p.record_id
      where p.organ_id = ${organId} and p.originality = 'original' and p.checked_at is null
        and (r.type is null or r.type <> all(${formal}))
      order by p.published_on desc limit ${limit}
    ), candidates as (
      select m.id, r.organ_id, r.record_id from mine m join published_records r on r.title % m.title
      where r.withdrawn_at is null and r.first_published_at < m.since
        and (case when m.record_id is null then r.organ_id <> ${organId} else r.record_id <> m.record_id end)
      union
      select m.id, r.organ_id, r.record_id from mine m join published_records r
        on r.first_published_at < m.since and r.first_published_at > m.since - make_interval(days => ${daysBefore})
      where m.opening <> '' and r.record_id <> m.record_id and r.withdrawn_at is null
    ), compared as (
      select m.id, r.organ_id, r.record_id, similarity(r.title, m.title) as by_title,
        case when m.opening <> '' then similarity(record_opening(r.content), m.opening) end as by_text
      from candidates join mine m using (id)
        join published_records r on r.organ_id = candidates.organ_id and r.record_id = candidates.record_id
      where r.type <> all(${formal})
    ), flagged as (
      insert into originality_flags (organ_id, publication_id, like_organ_id, like_record_id, title_similarity, text_similarity)
      select distinct on (id) ${organId}, id, organ_id, record_id, by_title, by_text from compared
      where coalesce(by_text, by_title) >= ${leastAlike} order by id, coalesce(by_text, by_title) desc
      on conflict (organ_id, publication_id) do nothing returning 1
    ), checked as (
      update publications p set checked_at = now() from mine where p.organ_id = ${organId} and p.id = mine.id returning 1
    )
    select (select count(*) from checked) as checked, (select count(*) from flagged) as flagged`.execute(tx)
  return rows[0] ?? { checked: 0, flagged: 0 }
}

/** How many items marked as original were not compared yet. */
export async function countUnchecked(tx: Tx, organId: number): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from publications p
      left join published_records r on r.organ_id = p.organ_id and r.record_id = p.record_id
    where p.organ_id = ${organId} and p.originality = 'original' and p.checked_at is null
      and (r.type is null or r.type <> all(${formal}))`.execute(tx)
  return rows[0]?.count ?? 0
}

/** Flags that nobody has settled, the most alike first. */
export async function listFlags(tx: Tx, organId: number): Promise<OriginalityFlag[]> {
  const { rows } = await sql<OriginalityFlag>`
    select p.id as publication_id, p.title, p.published_on, c.name as channel_name,
      '/' || mine.slug || '/records/' || r.number as address, l.title as like_title, o.name as like_organ,
      '/' || o.slug || '/records/' || l.number as like_address,
      (l.first_published_at at time zone 'Asia/Shanghai')::date as like_published_on, f.title_similarity, f.text_similarity
    from originality_flags f join publications p on p.organ_id = f.organ_id and p.id = f.publication_id
      join channels c on c.organ_id = p.organ_id and c.id = p.channel_id
      join organs mine on mine.id = f.organ_id join organs o on o.id = f.like_organ_id
      join published_records l on l.organ_id = f.like_organ_id and l.record_id = f.like_record_id
      left join published_records r on r.organ_id = p.organ_id and r.record_id = p.record_id
    where f.organ_id = ${organId} and f.settled_at is null
    order by coalesce(f.text_similarity, f.title_similarity) desc, p.published_on desc limit 200`.execute(tx)
  return rows
}

/** Settles the open flag of a publication, where there is one. */
export async function settleFlag(
  tx: Tx,
  organId: number,
  publicationId: string,
  settledAs: 'corrected' | 'kept',
  reason: string,
): Promise<boolean> {
  const row = await tx
    .updateTable('originalityFlags')
    .set({ settledAs, reason, settledAt: sql<Date>`now()` })
    .where('organId', '=', organId)
    .where('publicationId', '=', publicationId)
    .where('settledAt', 'is', null)
    .returning('publicationId')
    .executeTakeFirst()
  return row !== undefined
}
