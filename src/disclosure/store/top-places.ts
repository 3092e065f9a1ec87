import { sql } from 'kysely'
import type { PlainDate } from '../../days/plain-date.ts'
import type { Tx } from '../../db/database.ts'
import { refusals } from '../../refusal.ts'
import type { TopPlace } from '../top-place.ts'

/** Where a published record stands in lists. */
export interface PlaceInLists {
  readonly isWithdrawn: boolean
  /** The unit that answers for its column. */
  readonly columnUnitId: string | null
  /** Null where it stands among the others, and where its last day is over. */
  readonly onTop: TopPlace | null
  /** How many others of its column stand first on the day. */
  readonly othersOnTop: number
}

/** Locks the column of a published record until the transaction ends: what stands first there is counted by one person at a time. */
export async function lockColumnOf(
  tx: Tx,
  { organId, recordId }: { readonly organId: number; readonly recordId: string },
): Promise<void> {
  await sql`select from platform_columns where organ_id = ${organId}
    and id = (select column_id from published_records where organ_id = ${organId} and record_id = ${recordId})
    for no key update`.execute(tx)
}

/** Where the record stands in the lists of the day. Refuses one that was never published. */
export async function getPlaceInLists(
  tx: Tx,
  { organId, recordId }: { readonly organId: number; readonly recordId: string },
  today: PlainDate,
): Promise<PlaceInLists> {
  const { rows } = await sql<PlaceInLists>`
    select r.withdrawn_at is not null as is_withdrawn, c.unit_id as column_unit_id,
      (select json_build_object('lastDay', t.last_day, 'setAt', t.set_at, 'setName', t.set_name) from top_places t
        where t.organ_id = r.organ_id and t.record_id = r.record_id and t.last_day >= ${today}) as on_top,
      (select count(*) from top_places t join published_records o using (organ_id, record_id)
        where t.organ_id = r.organ_id and t.record_id <> r.record_id and t.last_day >= ${today}
          and o.column_id = r.column_id and o.withdrawn_at is null) as others_on_top
    from published_records r join platform_columns c on c.organ_id = r.organ_id and c.id = r.column_id
    where r.organ_id = ${organId} and r.record_id = ${recordId}`.execute(tx)
  if (!rows[0]) throw refusals.unpublishedOnTop()
  return rows[0]
}

/** Puts the record first in the lists of its column up to the day, or changes up to when. */
export async function putFirst(
  tx: Tx,
  { organId, recordId }: { readonly organId: number; readonly recordId: string },
  { lastDay, setAt, setName }: Pick<TopPlace, 'lastDay' | 'setName'> & { readonly setAt: Date },
): Promise<void> {
  const set = { lastDay, setAt, setName }
  await tx
    .insertInto('topPlaces')
    .values({ organId, recordId, ...set })
    .onConflict((conflict) => conflict.columns(['organId', 'recordId']).doUpdateSet(set))
    .execute()
}

/** Puts the record among the others again. */
export async function removeFromTop(tx: Tx, organId: number, recordId: string): Promise<void> {
  await tx.deleteFrom('topPlaces').where('organId', '=', organId).where('recordId', '=', recordId).execute()
}
