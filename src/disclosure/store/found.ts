import { sql } from 'kysely'
import type { Tx } from '../../db/database.ts'
import { says } from '../../lists/sql.ts'
import { ActKind } from '../content.ts'
import { EditionStatus } from '../edition.ts'
import { RecordTypeId, recordTypeOf } from '../record-type.ts'
import type { FoundRecord } from '../record-view.ts'
import { openStatuses } from './editions.ts'

interface Row {
  readonly recordId: string
  readonly edition: number
  readonly title: string
  readonly act: string
  readonly status: string
  readonly type: string
  readonly number: string | null
  readonly documentNumber: string
}

/**
 * Records that are called so: by title, 文号, index number or the number under which they were published, and those with
 * these ids. Each once; what was replaced or given up is not there.
 */
export async function findRecordsCalled(
  tx: Tx,
  organId: number,
  { words, ids, most }: { readonly words: string; readonly ids: readonly string[]; readonly most: number },
): Promise<FoundRecord[]> {
  const { rows } = await sql<Row>`
    with called as (
      select record_id, case when ${words} in (number, document_number, index_number) then 0 else 1 end as rank
      from published_records where organ_id = ${organId}
        and (record_id = any(${[...ids]}) or ${says([sql`number`, sql`document_number`, sql`index_number`], words)})
      union all select record_id, 1 from editions
      where organ_id = ${organId} and ${says([sql`title`], words)} and status not in ('superseded', 'discarded')
      union all select e.record_id, 1 from editions e
        join revisions v on v.organ_id = e.organ_id and v.record_id = e.record_id and v.edition = e.edition and v.revision = e.revision
      where e.organ_id = ${organId} and e.status = any(${[...openStatuses]}) and ${says([sql`v.content ->> 'documentNumber'`], words)}
    ), each as (
      select distinct on (e.record_id) e.record_id, e.edition, e.title, e.act, e.status, e.published_at, c.rank
      from (select record_id, min(rank) as rank from called group by record_id) c
        join editions e on e.organ_id = ${organId} and e.record_id = c.record_id and e.status not in ('superseded', 'discarded')
      order by e.record_id, e.status = 'live' desc, e.edition desc
    )
    select e.record_id, e.edition, e.title, e.act, e.status, r.type, p.number, coalesce(p.document_number, '') as document_number
    from each e join information_records r on r.organ_id = ${organId} and r.id = e.record_id
      left join published_records p on p.organ_id = ${organId} and p.record_id = e.record_id
    order by e.rank, e.published_at desc nulls first, e.record_id desc limit ${most}`.execute(tx)
  return rows.map(({ type, act, status, ...row }) => ({
    ...row,
    typeLabel: recordTypeOf(RecordTypeId.parse(type)).label,
    act: ActKind.parse(act),
    status: EditionStatus.parse(status),
  }))
}

/** What these records are called, as their latest edition says. */
export async function titlesOf(tx: Tx, organId: number, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await tx
    .selectFrom('editions')
    .distinctOn('recordId')
    .select(['recordId', 'title'])
    .where('organId', '=', organId)
    .where('recordId', 'in', ids)
    .orderBy('recordId')
    .orderBy('edition', 'desc')
    .execute()
  return new Map(rows.map(({ recordId, title }) => [recordId, title === '' ? '（未写标题）' : title]))
}
