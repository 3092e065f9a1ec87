import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../db/database.ts'
import { isEmpty, longRuns, type Query, titleTokens, wordTokens } from './query.ts'
import { token } from './tokens.ts'
import { everyBlock, heldIn, leavesOut, walk } from './walk.ts'

/** Ids of at most so many published records of the organ with these words in title or text: titles first, each from the newest on. */
export async function findWords(tx: Tx, organId: number, query: Query, most: number): Promise<string[]> {
  if (isEmpty(query)) return []
  const [organ, may, long] = [token.organ(organId), leavesOut(query.excluded), longRuns(query)]
  const words = wordTokens(query)
  const looked: RawBuilder<unknown>[] = [
    walk(everyBlock, { tokens: [organ, ...titleTokens(query)], may, held: heldIn('title_key', long) }, most),
    ...(words ? [walk(everyBlock, { tokens: [organ, ...words], may, held: heldIn('body_key', long) }, most)] : []),
  ]
  const ranked = looked.map((each, rank) => sql`select subject_id, place, ${rank}::int as rank from (${each}) as each`)
  const { rows } = await sql<{ subjectId: string }>`
    select subject_id from (${sql.join(ranked, sql` union all `)}) as found
    group by subject_id, place order by min(rank), place desc limit ${most}`.execute(tx)
  return rows.map(({ subjectId }) => subjectId)
}
