import type { Tx } from './database.ts'
import { blindIndex } from './sealed.ts'

const kind = 'void token'

/** A signed token that lives by its signature alone holds no more. Kept for two days; tokens made void so live shorter. */
export async function makeVoid(tx: Tx, token: string, now: Date): Promise<void> {
  await tx
    .insertInto('attempts')
    .values({ kind, key: blindIndex(token), beganAt: now, count: 1 })
    .onConflict((conflict) => conflict.columns(['kind', 'key']).doNothing())
    .execute()
}

export const isVoid = async (tx: Tx, token: string): Promise<boolean> =>
  (await tx
    .selectFrom('attempts')
    .select('count')
    .where('kind', '=', kind)
    .where('key', '=', blindIndex(token))
    .executeTakeFirst()) !== undefined
