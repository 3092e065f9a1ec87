import { sql } from 'kysely'
import type { Tx } from '../../db/database.ts'
import type { AlikeRecord, GateContext } from '../gates/gate.ts'

/** Titles with less in common are not asked for. */
const leastAlike = 0.6

/** Published records of the organ with a title like this one or the same number, the most alike first. */
export async function findAlike(
  tx: Tx,
  organId: number,
  recordId: string,
  { title, documentNumber }: { readonly title: string; readonly documentNumber: string },
): Promise<AlikeRecord[]> {
  if (title === '') return []
  const address = sql`'/' || (select slug from organs where id = organ_id) || '/records/' || number`
  await sql`select set_config('pg_trgm.similarity_threshold', ${String(leastAlike)}, true)`.execute(tx)
  const { rows } = await sql<AlikeRecord>`
    (select title, number, similarity(title, ${title}) as similarity, false as "hasSameNumber", ${address} as address
     from published_records
     where organ_id = ${organId} and record_id <> ${recordId} and withdrawn_at is null and title % ${title}
     order by similarity desc, number desc limit 3)
    union all
    (select title, number, 0, true, ${address} from published_records
     where organ_id = ${organId} and record_id <> ${recordId} and withdrawn_at is null
       and document_number = ${documentNumber} and document_number <> '' limit 3)`.execute(tx)
  return rows
}

/** Of these numbers of documents those that this organ keeps from the public, or that were withdrawn, whoever published them. */
export async function notPublicNumbers(tx: Tx, organId: number, numbers: readonly string[]): Promise<Set<string>> {
  if (numbers.length === 0) return new Set()
  const { rows } = await sql<{ number: string }>`
    select p.document_number as number from published_records p
    where p.document_number = any(${numbers}) and p.withdrawn_at is not null
      and not exists (select from published_records q
        where q.document_number = p.document_number and q.withdrawn_at is null)
    union
    select r.content ->> 'documentNumber' from editions e join revisions r
      on r.organ_id = e.organ_id and r.record_id = e.record_id and r.edition = e.edition and r.revision = e.revision
    where e.organ_id = ${organId} and e.status in ('drafting', 'reviewing', 'signed', 'scheduled')
      and r.content ->> 'attribute' <> 'proactive' and r.content ->> 'documentNumber' = any(${numbers})`.execute(tx)
  return new Set(rows.map(({ number }) => number))
}

/** The names of all organs of the platform, this one first. */
export async function organNames(tx: Tx, organId: number): Promise<string[]> {
  const rows = await tx.selectFrom('organs').select(['id', 'name']).orderBy('id').execute()
  const own = rows.find(({ id }) => id === organId)
  return [...(own ? [own] : []), ...rows.filter(({ id }) => id !== organId)].map(({ name }) => name)
}

/** Whether an interpretation of the record is public, or on its way. */
export async function isInterpreted(tx: Tx, organId: number, recordId: string): Promise<boolean> {
  const { rows } = await sql<{ found: boolean }>`
    select exists (select from published_records
        where organ_id = ${organId} and interprets = ${recordId} and withdrawn_at is null)
      or exists (select from editions e join revisions r
          on r.organ_id = e.organ_id and r.record_id = e.record_id and r.edition = e.edition and r.revision = e.revision
        where e.organ_id = ${organId} and e.status in ('drafting', 'reviewing', 'signed', 'scheduled')
          and r.content ->> 'interprets' = ${recordId}) as found`.execute(tx)
  return rows[0]?.found === true
}

/** What has become of a record that another one interprets, whichever organ published it. */
export async function standingOf(tx: Tx, recordId: string | null): Promise<GateContext['interprets']> {
  if (!recordId) return null
  const row = await tx
    .selectFrom('publishedRecords')
    .select(['withdrawnAt', 'repealedOn'])
    .where('recordId', '=', recordId)
    .executeTakeFirst()
  if (!row) return 'notPublished'
  return row.withdrawnAt || row.repealedOn ? 'withdrawn' : 'inForce'
}

/** Which of these records of the platform are there. Keys: `/{organ}/records/{number}`. */
export async function ownAddresses(
  tx: Tx,
  wanted: readonly { readonly slug: string; readonly number: string; readonly address: string }[],
): Promise<Map<string, 'public' | 'withdrawn'>> {
  if (wanted.length === 0) return new Map()
  const rows = await tx
    .selectFrom('publishedRecords')
    .innerJoin('organs', 'organs.id', 'publishedRecords.organId')
    .select(['slug', 'number', 'withdrawnAt'])
    .where('slug', 'in', [...new Set(wanted.map(({ slug }) => slug))])
    .where('number', 'in', [...new Set(wanted.map(({ number }) => number))])
    .execute()
  return new Map(
    rows.map(({ slug, number, withdrawnAt }) => [
      `/${slug}/records/${number}`,
      withdrawnAt ? ('withdrawn' as const) : ('public' as const),
    ]),
  )
}
