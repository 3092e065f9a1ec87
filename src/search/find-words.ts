import { sql } from 'kysely'
import type { Tx } from '../db/database.ts'
import { isEmpty, type Query } from './query.ts'
import { token } from './tokens.ts'
import { everyBlock, soughtBy, walk } from './walk.ts'

/** Ids of at most so many published records of the organ with these words in title or text: titles first, each from the newest on. */
export async function findWords(tx: Tx, organId: number, query: Query, most: number): Promise<string[]> {
  if (isEmpty(query)) return []
  const { inTitle, inText } = soughtBy(query, [token.organ(organId)])
  const looked = [inTitle, ...(inText ? [inText] : [])].map((sought) => walk(everyBlock, sought, most))
  const ranked = looked.map((each, rank) => sql`select subject_id, place, ${rank}::int as rank from (${each}) as each`)
  const { rows } = await sql<{ subjectId: string }>`
    select subject_id from (${sql.join(ranked, sql` union all `)}) as found
    group by subject_id, place order by min(rank), place desc limit ${most}`.execute(tx)
  return rows.map(({ subjectId }) => subjectId)
}
