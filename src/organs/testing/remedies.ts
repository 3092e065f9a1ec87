import { sql } from 'kysely'
import type { Tx } from '../../db/database.ts'
import { competentCourt, onlineReconsideration, reconsiderationOrgan } from '../settings/remedy-settings.ts'

/** Sets whom an organ's letters name for reconsideration and suits, without which no letter that decides leaves. */
export async function setRemedies(tx: Tx, organId: number): Promise<void> {
  const chosen = [
    [reconsiderationOrgan.id, '示例市人民政府'],
    [competentCourt.id, '示例市示例区人民法院'],
    [onlineReconsideration.id, 'https://fuyi.example.invalid'],
  ] as const
  await tx
    .insertInto('organSettings')
    .values(chosen.map(([id, value]) => ({ organId, id, value: sql<string>`to_jsonb(${value}::text)` })))
    .execute()
}
