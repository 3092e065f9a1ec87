import { sql } from 'kysely'
import type { PlainDate } from '../../days/plain-date.ts'
import type { Tx } from '../../db/database.ts'
import { emptyGuide, Guide } from './guide.ts'

/** What the organ says in its guide; empty before anything was filed. */
export async function findGuide(
  tx: Tx,
  organId: number,
): Promise<{ readonly guide: Guide; readonly changedOn: PlainDate | null }> {
  const row = await tx.selectFrom('disclosureGuides').selectAll().where('organId', '=', organId).executeTakeFirst()
  if (!row) return { guide: emptyGuide, changedOn: null }
  const { organId: _, changedOn, ...guide } = row
  return { guide: Guide.parse(guide), changedOn }
}

export async function saveGuide(tx: Tx, organId: number, guide: Guide, changedOn: PlainDate): Promise<void> {
  const row = { ...guide, readingPlaces: sql<string>`${JSON.stringify(guide.readingPlaces)}::jsonb`, changedOn }
  await tx
    .insertInto('disclosureGuides')
    .values({ organId, ...row })
    .onConflict((conflict) => conflict.column('organId').doUpdateSet(row))
    .execute()
}
