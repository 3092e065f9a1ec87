import { sql } from 'kysely'
import type { Database } from '../../../db/database.ts'
import { token } from '../../../search/tokens.ts'
import { everyBlock, heldIn, otherBlocks, walk } from '../../../search/walk.ts'

/** So many titles are looked at for each character that may be the wrong one. */
const most = 40

/** Folded titles that have every character of the run but one, the newest first. */
export async function listTitlesNear(db: Database, run: string, organId: number | undefined): Promise<string[]> {
  const characters = [...run]
  const organ = organId === undefined ? [] : [token.organ(organId)]
  const walks = characters.flatMap((_, wrong) => {
    const others = characters.filter((__, at) => at !== wrong).map(token.inTitle)
    const sought = { tokens: [...others, ...organ], may: sql<boolean>`true`, held: heldIn('title_key', []) }
    return [everyBlock, otherBlocks].map((blocks) => sql`(${walk(blocks, sought, most)})`)
  })
  const { rows } = await sql<{ titleKey: string }>`
    select distinct title_key from (${sql.join(walks, sql` union all `)}) as near`.execute(db)
  return rows.map(({ titleKey }) => titleKey)
}
