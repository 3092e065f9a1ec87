import { sql } from 'kysely'
import type { Database, Tx } from '../../db/database.ts'
import { Content } from '../content.ts'
import { summaryOf } from '../summary.ts'
import { isSigned, type ListedRecord, type PublicRecord } from './public.ts'

type Key = Pick<ListedRecord, 'organId' | 'number'>
type Row = Pick<PublicRecord, 'organId' | 'recordId' | 'number' | 'edition' | 'hash' | 'title' | 'content'>

const nameOf = ({ organId, number }: Key): string => `${organId} ${number}`
const mostCharacters = 200

/** What each of the records says in a few lines; empty for what was withdrawn meanwhile or is not as it was signed. */
export async function readSummaries(db: Database | Tx, records: readonly Key[]): Promise<(record: Key) => string> {
  const { rows } = await sql<Row & { readonly seal: Buffer | null }>`
    select organ_id, record_id, number, edition, hash, title, content, seal from published_records
    where withdrawn_at is null and (organ_id, number) in (
      select * from unnest(${records.map(({ organId }) => organId)}::int[], ${records.map(({ number }) => number)}::text[]))`.execute(
    db,
  )
  const signed = rows.filter(({ seal, ...row }) => isSigned(row, seal))
  const known = new Map(signed.map((row) => [nameOf(row), summaryOf(Content.parse(row.content), mostCharacters)]))
  return (record) => known.get(nameOf(record)) ?? ''
}
