import { checkAudit } from '../audit/check.ts'
import type { Database } from '../db/database.ts'
import { inOrgan } from '../db/organ.ts'
import * as organs from '../organs/store.ts'

/** Every check that a restored database must pass, organ by organ: what is wrong, in words; nothing when all is well. */
export async function checkRestored(db: Database, dataFolder: string): Promise<readonly string[]> {
  const problems: string[] = []
  for (const { id, name, slug } of await db.transaction().execute(organs.list)) {
    const { broken } = await inOrgan(db, id, (tx) => checkAudit(tx, id, dataFolder))
    if (broken) problems.push(`${name}（${slug}）：${broken.message}`)
  }
  return problems
}
