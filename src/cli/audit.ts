import type { Command } from 'commander'
import { anchorAudit } from '../audit/anchors.ts'
import { type AuditCheck, checkAudit } from '../audit/check.ts'
import type { Database } from '../db/database.ts'
import { inOrgan } from '../db/organ.ts'
import type { Organ } from '../organs/organ.ts'
import * as organs from '../organs/store.ts'
import { runtimeOptions, withDatabase } from './with-database.ts'

/** `kaicheng audit verify` and `kaicheng audit anchor`. Exit 1: a chain is broken. */
export function register(program: Command): void {
  const audit = program.command('audit').description('审计记录：核验、锚定')
  audit
    .command('verify')
    .description('逐条核验审计记录是否被改动、删除、调换或退回；有一处不符即退出码为1')
    .option('--organ <代号>', '只核验一个机关，如 hegang-ysj')
    .action(verify)
  audit
    .command('anchor')
    .description('把各机关审计记录的末条写入数据目录的 audit-anchors.jsonl，之后截去末尾或整体退回即可发现')
    .action(anchor)
}

async function verify({ organ: slug }: { organ?: string }): Promise<void> {
  const whole = await withDatabase(async (db) => {
    const { dataFolder } = runtimeOptions()
    const chosen = await db
      .transaction()
      .execute(async (tx) => (slug ? [await organs.getBySlug(tx, slug)] : organs.list(tx)))
    const checks: AuditCheck[] = []
    for (const organ of chosen) checks.push(await verifyOrgan(db, organ, dataFolder))
    const hint = checks.find((check) => check.hint)?.hint
    if (hint) console.error(`提示：${hint}`)
    return checks.every(({ broken }) => broken === null)
  })
  if (!whole) process.exitCode = 1
}

async function verifyOrgan(db: Database, { id, name, slug }: Organ, dataFolder: string): Promise<AuditCheck> {
  const check = await inOrgan(db, id, (tx) => checkAudit(tx, id, dataFolder))
  const { entries, anchors, broken } = check
  if (broken) console.log(`${name}（${slug}）：${broken.message}`)
  else console.log(`${name}（${slug}）：${entries}条审计记录完整，与${anchors}个锚点相符`)
  return check
}

async function anchor(): Promise<void> {
  const { dataFolder } = runtimeOptions()
  const count = await withDatabase(async (db) => {
    const all = await db.transaction().execute(organs.list)
    const ids = all.map(({ id }) => id)
    return anchorAudit(db, dataFolder, ids, new Date())
  })
  console.log(`已将${count}个机关的审计记录末条写入 ${dataFolder}/audit-anchors.jsonl，请另存一份到本机之外`)
}
