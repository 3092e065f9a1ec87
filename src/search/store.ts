import { type RawBuilder, sql } from 'kysely'
import type { PlainDate } from '../days/plain-date.ts'
import type { Tx } from '../db/database.ts'
import type { Term } from '../law/validity.ts'
import type { Findable } from './findable.ts'
import { token } from './tokens.ts'

/** The way in which things are made findable now; what was made by an older one is made anew. */
export const madeBy = 2

/** The newest records are looked through in blocks of so many, those before in blocks of sixteen such. */
export const blockSize = 1_024
export const largeBlock = 16
/** So many of what is no record are looked through at a time. */
export const otherBlock = 4_096

export interface FoundKey {
  readonly organId: number
  readonly kind: 'record' | 'document' | 'report'
  /** Of an annual report, which has no id of its own, `noId`. */
  readonly subjectId: string
  /** The year of an annual report. */
  readonly part?: number
}

export const noId = '00000000-0000-0000-0000-000000000000'

/** What is counted and ordered by. */
export interface Placed extends Term {
  /** Since when it stands in public. */
  readonly day: PlainDate
  /** Of a record or a document of the register. */
  readonly type: string | null
  /** Of a record: where it stands. */
  readonly columnId: string | null
}

/** What is shown of something that is no record, which has its own table for it. */
export interface Shown {
  readonly title: string
  readonly documentNumber: string
}

/** The blocks in which a place lies, as tokens. */
const blocksOf = (kind: FoundKey['kind'], place: RawBuilder<unknown>) =>
  kind === 'record'
    ? sql`array['#' || ${place} / ${blockSize}::int, '##' || ${place} / ${blockSize * largeBlock}::int]`
    : sql`array['$' || -${place} / ${otherBlock}::int]`

/** Makes something findable as it now stands, in its old place. */
export async function saveFindable(
  tx: Tx,
  { organId, kind, subjectId, part = 0 }: FoundKey,
  { tokens, numberKey, titleKey, bodyKey, body }: Findable,
  { day, type, columnId, effectiveFrom, validUntil, repealedOn }: Placed,
  { title, documentNumber }: Shown = { title: '', documentNumber: '' },
): Promise<void> {
  const inBlock = (place: RawBuilder<number>) =>
    tokens.length > 0 ? sql`${[...tokens]}::text[] || ${blocksOf(kind, place)}` : sql`'{}'::text[]`
  const { numAffectedRows } = await sql`
    update published_search set tokens = ${inBlock(sql`place`)}, number_key = ${numberKey}, title_key = ${titleKey},
      body_key = ${bodyKey}, body = ${body}, effective_from = ${effectiveFrom}, valid_until = ${validUntil},
      repealed_on = ${repealedOn}, title = ${title}, document_number = ${documentNumber}, type = ${type}, column_id = ${columnId},
      day = ${day}, made_by = ${madeBy}
    where organ_id = ${organId} and kind = ${kind} and subject_id = ${subjectId} and part = ${part}`.execute(tx)
  if (numAffectedRows) return
  const next = kind === 'record' ? sql`nextval('published_order')` : sql`-nextval('found_order')`
  await sql`
    insert into published_search
      (organ_id, kind, subject_id, part, place, tokens, number_key, title_key, body_key, body, effective_from, valid_until,
        repealed_on, title, document_number, type, column_id, day, made_by)
    select ${organId}, ${kind}, ${subjectId}, ${part}, place, ${inBlock(sql`place`)}, ${numberKey}, ${titleKey}, ${bodyKey},
      ${body}, ${effectiveFrom}, ${validUntil}, ${repealedOn}, ${title}, ${documentNumber}, ${type}, ${columnId}, ${day},
      ${madeBy}
    from (select ${next} as place) as next`.execute(tx)
}

/** What stood in one column stands in another, also for who searches there. */
export async function moveFindable(tx: Tx, organId: number, from: string, to: string): Promise<void> {
  await sql`
    update published_search set tokens = array_replace(tokens, ${token.column(from)}, ${token.column(to)}), column_id = ${to}
    where organ_id = ${organId} and tokens @> array[${token.column(from)}, ${token.organ(organId)}]`.execute(tx)
}

/** Records that were made findable in an older way, the newest first. */
export async function listOlder(tx: Tx, organId: number, limit: number): Promise<string[]> {
  const { rows } = await sql<{ subjectId: string }>`
    select subject_id from published_search where organ_id = ${organId} and kind = 'record' and made_by < ${madeBy}
    order by place desc limit ${limit}`.execute(tx)
  return rows.map(({ subjectId }) => subjectId)
}
