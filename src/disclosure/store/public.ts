import { sql } from 'kysely'
import type { PlainDate } from '../../days/plain-date.ts'
import type { Database, Tx } from '../../db/database.ts'
import { publishedSeal } from '../../db/row-seals.ts'
import { refusals } from '../../refusal.ts'
import { Content } from '../content.ts'
import { contentHash } from '../content-hash.ts'
import type { RecordTypeId } from '../record-type.ts'

/** A line of the public's lists. */
export interface ListedRecord {
  readonly organId: number
  readonly number: string
  readonly title: string
  readonly documentNumber: string
  readonly type: RecordTypeId
  readonly columnId: string
  readonly madeOn: PlainDate | null
  readonly effectiveFrom: PlainDate | null
  readonly validUntil: PlainDate | null
  readonly repealedOn: PlainDate | null
  readonly firstPublishedAt: Date
  readonly changedAt: Date
  /** 置顶: stands first in a list that was asked for so. */
  readonly isOnTop?: boolean
}

export interface LinkedRecord {
  readonly number: string
  readonly title: string
  readonly type: RecordTypeId
}

/** Everything that the public page of a record shows. */
export interface PublicRecord extends ListedRecord {
  readonly recordId: string
  readonly edition: number
  /** Of the text that was signed. */
  readonly hash: string
  readonly indexNumber: string
  readonly content: Content
  readonly withdrawnAt: Date | null
  readonly repealedBy: string | null
  readonly repealReason: string | null
  /** What this one interprets or answers to. */
  readonly policy: LinkedRecord | null
  /** Interpretations of this one, and responses to concerns about it. */
  readonly linked: readonly LinkedRecord[]
}

/** The columns of a `ListedRecord`, of published records under `r`. */
export const listed = sql`r.organ_id, r.number, r.title, r.document_number, r.type, r.column_id, r.made_on, r.effective_from,
  r.valid_until, r.repealed_on, r.first_published_at, r.changed_at`

/** The record of that number, also a withdrawn one; undefined when there never was one. */
export async function findPublic(
  db: Database | Tx,
  organId: number,
  number: string,
): Promise<PublicRecord | undefined> {
  const link = sql`json_build_object('number', l.number, 'title', l.title, 'type', l.type)`
  const { rows } = await sql<PublicRecord & { readonly seal: Buffer | null }>`
    select ${listed}, r.seal, r.record_id, r.edition, r.hash, r.index_number, r.content, r.withdrawn_at, r.repealed_by, r.repeal_reason,
      (select ${link} from published_records l
        where l.organ_id = r.organ_id and l.record_id = r.interprets and l.withdrawn_at is null) as policy,
      coalesce((select json_agg(${link} order by l.first_published_at) from published_records l
        where l.organ_id = r.organ_id and l.interprets = r.record_id and l.withdrawn_at is null), '[]') as linked
    from published_records r where r.organ_id = ${organId} and r.number = ${number}`.execute(db)
  if (!rows[0]) return undefined
  const { seal, ...row } = rows[0]
  requireSigned(row, seal)
  return { ...row, content: Content.parse(row.content) }
}

/** Whether the text, as it stands, is the one that was signed and let out under this number. */
export const isSigned = (
  record: Pick<PublicRecord, 'organId' | 'recordId' | 'number' | 'edition' | 'hash' | 'title' | 'content'>,
  seal: Buffer | null,
): boolean =>
  seal?.equals(publishedSeal(record)) === true &&
  contentHash(record.content) === record.hash &&
  record.content.title === record.title

/** Only looked at where the row is read anew, which is once for as long as a page is kept in memory. */
function requireSigned(record: PublicRecord, seal: Buffer | null): void {
  if (isSigned(record, seal)) return
  const { number } = record
  process.stderr.write(`已公开的信息 ${number} 的文本与审签时不一致，已停止显示；请执行 kaicheng audit verify --deep\n`)
  throw refusals.textNotAsSigned()
}

/** 栏目 as its page shows it. */
export interface PublicColumn {
  readonly id: string
  readonly parentId: string | null
  readonly name: string
  readonly kind: string
  readonly scope: string
  readonly content: string
  readonly form: string
  readonly updateDays: number | null
  readonly unitName: string | null
  readonly art20Items: readonly number[]
  readonly art21Matters: readonly string[]
  readonly openedOn: PlainDate
  readonly closedOn: PlainDate | null
  /** Where the records of a closed column stand now. */
  readonly successorId: string | null
}

export interface YearCount {
  readonly columnId: string
  readonly year: number
  readonly count: number
  readonly newest: Date
}

/** The columns of an organ, and how much stands in each of them by year of publication. Works inside the organ. */
export async function readPlatform(tx: Tx, organId: number): Promise<{ columns: PublicColumn[]; counts: YearCount[] }> {
  const columns = await tx
    .selectFrom('platformColumns as c')
    .leftJoin('workUnits as u', (join) => join.onRef('u.organId', '=', 'c.organId').onRef('u.id', '=', 'c.unitId'))
    .select(['c.id', 'c.parentId', 'c.name', 'c.kind', 'c.scope', 'c.content', 'c.form', 'c.updateDays'])
    .select(['u.name as unitName', 'c.art20Items', 'c.art21Matters', 'c.openedOn', 'c.closedOn', 'c.successorId'])
    .where('c.organId', '=', organId)
    .orderBy('c.position')
    .orderBy('c.id')
    .execute()
  const { rows: counts } = await sql<YearCount>`
    select column_id, extract(year from first_published_at at time zone 'Asia/Shanghai')::int as year, count(*) as count,
      max(first_published_at) as newest
    from published_records where organ_id = ${organId} and withdrawn_at is null group by 1, 2 order by 1, 2 desc`.execute(
    tx,
  )
  return { columns, counts }
}

/** An edition that stood in public, with the text it had. */
export interface PublicEdition {
  readonly edition: number
  readonly publishedAt: Date
  readonly content: Content
}

/** Every edition of the record that stood in public, the oldest first. Works inside the organ. */
export async function listPublicEditions(tx: Tx, organId: number, recordId: string): Promise<PublicEdition[]> {
  const { rows } = await sql<PublicEdition>`
    select e.edition, e.published_at, v.content from editions e
    join revisions v on v.organ_id = e.organ_id and v.record_id = e.record_id and v.edition = e.edition
      and v.revision = e.revision and v.hash = e.hash
    where e.organ_id = ${organId} and e.record_id = ${recordId} and e.status in ('live', 'superseded')
    order by e.edition`.execute(tx)
  return rows.map((row) => ({ ...row, content: Content.parse(row.content) }))
}

/** Addresses and days of change of everything published, for search engines: newest first, at most so many. */
export async function listAddresses(
  db: Database | Tx,
  offset: number,
  limit: number,
): Promise<Pick<ListedRecord, 'organId' | 'number' | 'changedAt'>[]> {
  const { rows } = await sql<Pick<ListedRecord, 'organId' | 'number' | 'changedAt'>>`
    select organ_id, number, changed_at from published_records where withdrawn_at is null
    order by first_published_at desc, record_id limit ${limit} offset ${offset}`.execute(db)
  return rows
}

/** The organs of which anything stands in public; one look at the index for each. */
export async function listPublishingOrgans(tx: Tx): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select id from organs o where exists (
      select from published_records r where r.organ_id = o.id and r.withdrawn_at is null)`.execute(tx)
  return rows.map(({ id }) => id)
}

/** How many records stand in public. */
export async function countPublic(tx: Tx): Promise<number> {
  const row = await tx
    .selectFrom('publishedRecords')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('withdrawnAt', 'is', null)
    .executeTakeFirstOrThrow()
  return row.count
}

/** Every open column of every organ. */
export const listOpenColumns = (tx: Tx): Promise<{ organId: number; id: string; kind: string }[]> =>
  tx
    .selectFrom('platformColumns')
    .select(['organId', 'id', 'kind'])
    .where('closedOn', 'is', null)
    .where('kind', 'in', ['list', 'library', 'page'])
    .orderBy('organId')
    .orderBy('position')
    .execute()
