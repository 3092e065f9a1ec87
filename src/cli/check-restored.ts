import { contentChecks } from '../app/content-checks.ts'
import { verifyDeep } from '../audit/deep.ts'
import { listLostOrgans } from '../audit/rows.ts'
import { verifyStructure } from '../audit/structure.ts'
import type { Database } from '../db/database.ts'
import * as organs from '../organs/store.ts'

/**
 * Every check of `kaicheng audit verify --deep` on a restored database, which `db` sees as the program's own role: what is
 * wrong, in words; nothing when all is well.
 */
export async function checkRestored(db: Database, dataFolder: string): Promise<readonly string[]> {
  const problems: string[] = [...(await verifyStructure(db))]
  for (const { id, name, slug } of await db.transaction().execute(organs.list)) {
    const check = await verifyDeep(db, id, { anchors: { folder: dataFolder }, contents: contentChecks })
    const found = [...(check.broken ? [check.broken.message] : []), ...check.faults]
    problems.push(...found.map((message) => `${name}（${slug}）：${message}`))
    const untold = check.faultCount - check.faults.length
    if (untold > 0) problems.push(`${name}（${slug}）：另有${untold}处不符`)
  }
  const lost = await db.transaction().execute((tx) => listLostOrgans(tx, { folder: dataFolder }))
  return [...problems, ...lost.map((id) => `编号为${id}的机关不在了，但有它的审计记录、锚点或数据`)]
}
