import { sql } from 'kysely'
import type { Tx } from '../../db/database.ts'
import { daysCompared } from '../../disclosure/likeness.ts'
import type { OriginalityFlag } from '../publication-view.ts'

/** Decisions are made from a form: they are alike, and all our own. */
export const formal: readonly string[] = ['licenceDecision', 'penaltyDecision']

/**
 * Compares what is marked as original and was not compared yet with what was published before it, at most `limit` items:
 * title by trigrams and the first 500 characters. Without a text of our own only other organs' titles can be compared.
 */
export async function compareWithEarlier(
  tx: Tx,
  organId: number,
  limit: number,
): Promise<{ checked: number; flagged: number }> {
  const { rows } = await sql<{ checked: number; flagged: number }>`
    with mine as (
      select p.id, p.title, r.record_id, case when r.record_id is not null then record_opening(r.content) else '' end as opening,
        coalesce(r.first_published_at, (p.published_on::timestamp at time zone 'Asia/Shanghai')) as since
      from publications p left join published_records r on r.organ_id = p.organ_id and r.record_id = p.record_id
      where p.organ_id = ${organId} and p.originality = 'original' and p.checked_at is null
        and (r.type is null or r.type <> all(${formal}))
      order by p.published_on desc, p.id limit ${limit}
    ), flagged as (
      insert into originality_flags (organ_id, publication_id, like_organ_id, like_record_id, title_similarity, text_similarity)
      select ${organId}, m.id, f.organ_id, f.record_id, f.title_similarity, f.text_similarity
      from mine m cross join lateral (
        select * from earlier_alike(${organId}, m.record_id, m.title, m.opening, m.since, ${daysCompared}) limit 1) f
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
