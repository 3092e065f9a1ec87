import { sql } from 'kysely'
import { officeDay } from '../../days/plain-date.ts'
import type { Tx } from '../../db/database.ts'
import type { LinkCheck } from '../gates/gate.ts'

/** How these links did when they were last followed; those never followed are left out. */
export async function findLinkChecks(
  tx: Tx,
  organId: number,
  urls: readonly string[],
): Promise<Map<string, LinkCheck>> {
  if (urls.length === 0) return new Map()
  const rows = await tx
    .selectFrom('linkChecks')
    .select(['url', 'problem', 'checkedAt'])
    .where('organId', '=', organId)
    .where('url', 'in', urls)
    .execute()
  return new Map(
    rows.flatMap(({ url, problem, checkedAt }) =>
      checkedAt ? [[url, { problem, checkedOn: officeDay(checkedAt) }] as const] : [],
    ),
  )
}

/** From now on these links are followed from time to time. */
export async function noteLinks(tx: Tx, organId: number, urls: readonly string[]): Promise<void> {
  if (urls.length === 0) return
  await tx
    .insertInto('linkChecks')
    .values([...new Set(urls)].map((url) => ({ organId, url })))
    .onConflict((conflict) => conflict.columns(['organId', 'urlHash']).doUpdateSet({ notedAt: sql<Date>`now()` }))
    .execute()
}

/** Links that were never followed or not for `days`, and that stood in a text within a year; the longest waiting first. */
export async function listWaitingLinks(tx: Tx, organId: number, days: number, most: number): Promise<string[]> {
  const rows = await tx
    .selectFrom('linkChecks')
    .select('url')
    .where('organId', '=', organId)
    .where(({ or, eb }) =>
      or([eb('checkedAt', 'is', null), eb('checkedAt', '<', sql<Date>`now() - ${days} * interval '1 day'`)]),
    )
    .where('notedAt', '>', sql<Date>`now() - interval '1 year'`)
    .orderBy('checkedAt', (order) => order.asc().nullsFirst())
    .limit(most)
    .execute()
  return rows.map(({ url }) => url)
}

/** What came of following a link; null: it answered. */
export async function saveLinkCheck(tx: Tx, organId: number, url: string, problem: string | null): Promise<void> {
  await tx
    .updateTable('linkChecks')
    .set({ checkedAt: sql<Date>`now()`, problem })
    .where('organId', '=', organId)
    .where('url', '=', url)
    .execute()
}
