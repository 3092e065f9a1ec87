import { sql } from 'kysely'
import type { Database, Tx } from '../../db/database.ts'
import type { RecordEntry } from '../../platform/catalogue/records.ts'

const batchSize = 2_000

const entries = (tx: Tx | Database, organId: number) =>
  tx
    .selectFrom('publishedRecords as p')
    .innerJoin('platformColumns as c', (join) =>
      join.onRef('c.organId', '=', 'p.organId').onRef('c.id', '=', 'p.columnId'),
    )
    .select(['p.recordId', 'p.number', 'p.indexNumber', 'p.title', 'p.abstract', 'p.madeOn', 'c.name as columnName'])
    .select(
      sql<RecordEntry['publishedOn']>`(p.first_published_at at time zone 'Asia/Shanghai')::date`.as('publishedOn'),
    )
    .where('p.organId', '=', organId)
    .where('p.withdrawnAt', 'is', null)

/** A page of what the organ has published, the newest first, with how many there are. */
export async function listRecordEntries(
  tx: Tx,
  organId: number,
  { page, pageSize }: { readonly page: number; readonly pageSize: number },
): Promise<{ items: RecordEntry[]; total: number }> {
  const { total } = await tx
    .selectFrom('publishedRecords')
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .where('organId', '=', organId)
    .where('withdrawnAt', 'is', null)
    .executeTakeFirstOrThrow()
  const rows = await entries(tx, organId)
    .orderBy('p.firstPublishedAt', 'desc')
    .orderBy('p.recordId', 'desc')
    .limit(pageSize)
    .offset((page - 1) * pageSize)
    .execute()
  return { items: rows as RecordEntry[], total }
}

/**
 * Everything the organ has published, the oldest first, a few thousand at a time: whoever reads slowly holds neither a
 * transaction nor more than one batch.
 */
export async function* recordsInBatches(db: Database, organId: number): AsyncGenerator<RecordEntry[]> {
  let last: { readonly at: string; readonly id: string } | undefined
  for (;;) {
    const after = last
    const rows = await entries(db, organId)
      // As text, for a Date has no microseconds and would read some rows twice.
      .select(sql<string>`p.first_published_at::text`.as('at'))
      .$if(after !== undefined, (query) =>
        query.where(
          sql<boolean>`(p.first_published_at, p.record_id) > (${after?.at}::timestamptz, ${after?.id}::uuid)`,
        ),
      )
      .orderBy('p.firstPublishedAt')
      .orderBy('p.recordId')
      .limit(batchSize)
      .execute()
    if (rows.length > 0) yield rows as (RecordEntry & { at: string })[]
    const end = rows.at(-1)
    if (!end || rows.length < batchSize) return
    last = { at: end.at, id: end.recordId }
  }
}
