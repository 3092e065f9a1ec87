import { sql } from 'kysely'
import type { Database, Tx } from '../../db/database.ts'
import type { Organ } from '../../organs/organ.ts'
import { type Citable, citedIn, namesOf } from '../cited.ts'
import type { PublicRecord } from './public.ts'

export interface NamedRecord extends Citable {
  readonly number: string
}

/** What stands in public of those that the words name. */
export async function listNamed(
  db: Database | Tx,
  organ: Organ,
  recordId: string,
  words: string,
): Promise<NamedRecord[]> {
  const { titles, numbers } = citedIn(words)
  if (titles.length + numbers.length === 0) return []
  const likes = titles.map((title) => `%${title.replace(/[\\%_]/g, '\\$&')}%`)
  const ends = numbers.map((number) => `%${number}`)
  const { rows } = await sql<NamedRecord>`
    select number, title, document_number from published_records
    where organ_id = ${organ.id} and record_id <> ${recordId} and withdrawn_at is null
      and (title like any (${likes}::text[]) or (document_number <> '' and document_number like any (${ends}::text[])))
    order by first_published_at desc limit 50`.execute(db)
  return rows.filter((each) => namesOf(each, organ.name).some((name) => words.includes(name)))
}

/** The documents of which it is said that this one repeals or replaces them. */
export async function listRepealedBy(tx: Tx, organ: Organ, record: PublicRecord): Promise<NamedRecord[]> {
  const { rows } = await sql<NamedRecord>`
    select number, title, document_number from published_records
    where organ_id = ${organ.id} and record_id <> ${record.recordId} and withdrawn_at is null and repealed_on is not null
      and exists (
        select from unnest(${namesOf(record, organ.name)}::text[]) as name
        where strpos(concat_ws(' ', repealed_by, repeal_reason), name) > 0)
    order by first_published_at`.execute(tx)
  return rows
}
