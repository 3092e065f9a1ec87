import type { Command } from 'commander'
import { type Anchors, anchorAudit, readAnchors } from '../audit/anchors.ts'
import { describeFault, verifyAudit } from '../audit/verify.ts'
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
    // Their seal needs the keys, which come with the database.
    const anchors = readAnchors(runtimeOptions().dataFolder)
    const chosen = await db
      .transaction()
      .execute(async (tx) => (slug ? [await organs.getBySlug(tx, slug)] : organs.list(tx)))
    let all = true
    for (const organ of chosen) all = (await verifyOrgan(db, organ, anchors)) && all
    if (anchors.size === 0)
      console.error('提示：还没有锚点文件，审计记录整体退回不能发现，请定期执行 kaicheng audit anchor')
    return all
  })
  if (!whole) process.exitCode = 1
}

async function verifyOrgan(db: Database, { id, name, slug }: Organ, anchors: Anchors): Promise<boolean> {
  const heads = anchors.get(id) ?? []
  const { entries, broken } = await inOrgan(db, id, (tx) => verifyAudit(tx, id, heads))
  if (broken) console.log(`${name}（${slug}）：${describeFault(broken)}`)
  else console.log(`${name}（${slug}）：${entries}条审计记录完整，与${heads.length}个锚点相符`)
  return broken === null
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
