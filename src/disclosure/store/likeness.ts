import { sql } from 'kysely'
import type { PlainDate } from '../../days/plain-date.ts'
import type { Tx } from '../../db/database.ts'
import type { Content } from '../content.ts'
import type { EarlierText } from '../gates/gate.ts'
import { daysCompared, type Likeness } from '../likeness.ts'

interface Compared {
  readonly organId: number
  readonly recordId: string
  readonly content: Content
  readonly hash: string
}

const found = sql`round(100 * coalesce(f.text_similarity, f.title_similarity))::int as percent, r.title, o.name as organ_name,
  '/' || o.slug || '/records/' || r.number as address,
  (r.first_published_at at time zone 'Asia/Shanghai')::date as published_on`

interface FoundRow {
  readonly percent: number
  readonly title: string
  readonly organName: string
  readonly address: string
  readonly publishedOn: PlainDate
}

/** The day before which others are earlier: its own first publication, or now. */
const since = ({ organId, recordId }: Pick<Compared, 'organId' | 'recordId'>) => sql`coalesce((select first_published_at
  from published_records where organ_id = ${organId} and record_id = ${recordId}), now())`

const alike = (text: Compared, days: number) => {
  const { organId, recordId, content } = text
  const opening = sql`record_opening(${JSON.stringify({ text: content.text })}::jsonb)`
  return sql`earlier_alike(${organId}, ${recordId}, ${content.title}, ${opening}, ${since(text)}, ${days}) f`
}

/** Compares the text with what was published before, and keeps what was found for this very text. Idempotent. */
export async function compareText(tx: Tx, text: Compared): Promise<void> {
  const { organId, recordId, hash } = text
  await sql`delete from text_likenesses where organ_id = ${organId} and record_id = ${recordId}`.execute(tx)
  await sql`
    insert into text_likenesses (organ_id, record_id, text_hash, like_organ_id, like_record_id, title_similarity, text_similarity)
    select ${organId}, ${recordId}, ${hash}, f.organ_id, f.record_id, f.title_similarity, f.text_similarity
    from ${alike(text, daysCompared)}`.execute(tx)
}

/**
 * What the text is much like, the most alike first: what was found when this very text was submitted; for a draft what has
 * nearly its title.
 */
export async function earlierTexts(tx: Tx, text: Compared): Promise<EarlierText[]> {
  const { organId, recordId, content, hash } = text
  if (content.title === '') return []
  const { rows } = await sql<FoundRow>`
    select ${found} from (
      select like_organ_id as organ_id, like_record_id as record_id, title_similarity, text_similarity
      from text_likenesses where organ_id = ${organId} and record_id = ${recordId} and text_hash = ${hash}
      union select f.organ_id, f.record_id, f.title_similarity, f.text_similarity from ${alike(text, 0)}
    ) f join published_records r on r.organ_id = f.organ_id and r.record_id = f.record_id join organs o on o.id = f.organ_id
    where r.withdrawn_at is null order by 1 desc, r.record_id limit 3`.execute(tx)
  return rows
}

/** What this very text was found to be most like when it was submitted. */
export async function mostAlike(
  tx: Tx,
  { organId, recordId, hash }: Pick<Compared, 'organId' | 'recordId' | 'hash'>,
): Promise<Likeness | undefined> {
  const { rows } = await sql<Likeness>`
    select like_organ_id, like_record_id, title_similarity, text_similarity from text_likenesses
    where organ_id = ${organId} and record_id = ${recordId} and text_hash = ${hash}
    order by coalesce(text_similarity, title_similarity) desc limit 1`.execute(tx)
  return rows[0]
}
