import type { Tx } from '../../db/database.ts'
import type { LetterSettings } from '../letters/letter-organ.ts'

/** What the organ has chosen; undefined where it has chosen nothing. */
export async function findSetting(tx: Tx, organId: number, id: string): Promise<unknown> {
  const row = await tx
    .selectFrom('organSettings')
    .select('value')
    .where('organId', '=', organId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row?.value
}

/** What the organ has set about its letters: who reviews, which court, where on the internet. */
export async function letterSettings(tx: Tx, organId: number): Promise<LetterSettings> {
  const rows = await tx.selectFrom('organSettings').select(['id', 'value']).where('organId', '=', organId).execute()
  return Object.fromEntries(rows.map(({ id, value }) => [id, value])) as LetterSettings
}
