import { existsSync } from 'node:fs'
import type { Command } from 'commander'
import { contentChecks } from '../app/content-checks.ts'
import { anchorAudit } from '../audit/anchors.ts'
import { type AuditCheck, checkAudit } from '../audit/check.ts'
import { type DeepCheck, verifyDeep } from '../audit/deep.ts'
import { listLostOrgans } from '../audit/rows.ts'
import { verifyStructure } from '../audit/structure.ts'
import type { Database } from '../db/database.ts'
import { snapshotOf } from '../db/organ.ts'
import type { Organ } from '../organs/organ.ts'
import * as organs from '../organs/store.ts'
import { runtimeOptions, withDatabase } from './with-database.ts'

interface VerifyOptions {
  readonly organ?: string
  readonly deep?: true
  readonly anchors?: string
}

/** `kaicheng audit verify` and `kaicheng audit anchor`. Exit 1: something is not as the program left it. */
export function register(program: Command): void {
  const audit = program.command('audit').description('审计记录：核验、锚定')
  audit
    .command('verify')
    .description('逐条核验审计记录是否被改动、删除、调换或退回；有一处不符即退出码为1')
    .option('--organ <代号>', '只核验一个机关，如 hegang-ysj')
    .option('--deep', '并核验每一行业务数据、审签的内容、文书和文件是否被绕过系统改动（数据多时需几分钟）')
    .option('--anchors <文件>', '与另存在别处的锚点文件副本（audit-anchors.jsonl）核对')
    .action(verify)
  audit
    .command('anchor')
    .description('把各机关审计记录的末条写入数据目录的 audit-anchors.jsonl，之后截去末尾或整体退回即可发现')
    .action(anchor)
}

const reading = { makes: 'nothing' } as const

async function verify({ organ: slug, deep, anchors: copy }: VerifyOptions): Promise<void> {
  if (copy !== undefined && !existsSync(copy)) throw new Error(`找不到锚点副本 ${copy}`)
  const check = async (db: Database) => {
    const anchors = { folder: runtimeOptions().dataFolder, copy }
    const chosen = await db
      .transaction()
      .execute(async (tx) => (slug ? [await organs.getBySlug(tx, slug)] : organs.list(tx)))
    const structure = deep ? await verifyStructure(db) : []
    for (const fault of structure) console.log(fault)
    const checked: [Organ, AuditCheck | DeepCheck][] = []
    for (const organ of chosen) {
      const check = deep
        ? await verifyDeep(db, organ.id, { anchors, contents: contentChecks })
        : await snapshotOf(db, organ.id, (tx) => checkAudit(tx, organ.id, anchors))
      say(organ, check)
      checked.push([organ, check])
    }
    const lost = slug ? [] : await db.transaction().execute((tx) => listLostOrgans(tx, anchors))
    for (const id of lost)
      console.log(`编号为${id}的机关不在了（organs ${id}），但有它的审计记录、锚点或数据：机关被删除`)
    hint(checked)
    if (checked.length === 0) console.log('数据库里没有机关，没有可核验的内容')
    const isSound = structure.length === 0 && lost.length === 0
    return checked.length > 0 && isSound && checked.every(([, check]) => isWhole(check))
  }
  // It adopts nothing: what it is to find would be sealed by it.
  if (!(await withDatabase(check, { ...reading, mayAdopt: false }))) process.exitCode = 1
}

const isWhole = (check: AuditCheck | DeepCheck) =>
  check.broken === null && ('faultCount' in check ? check.faultCount === 0 : true)

function say({ name, slug }: Organ, check: AuditCheck | DeepCheck): void {
  const { entries, anchors, broken, notices } = check
  const whose = `${name}（${slug}）`
  if (broken) console.log(`${whose}：${broken.message}`)
  else console.log(`${whose}：${entries}条审计记录完整，与${anchors}个锚点相符`)
  for (const notice of notices) console.log(`${whose}：${notice}`)
  if (!('faultCount' in check)) return
  const { faults, faultCount } = check
  if (faultCount === 0) console.log(`${whose}：业务数据与改动登记逐行相符，审签内容、文书和文件相符`)
  else
    console.log(
      `${whose}：业务数据有${faultCount}处不符${faultCount > faults.length ? `，先列出${faults.length}处` : ''}：`,
    )
  for (const fault of faults) console.log(`  ${fault}`)
}

/** Names the organs that have no anchors, or says it once when none has. */
function hint(checked: readonly [Organ, AuditCheck][]): void {
  const without = checked.filter(([, check]) => check.hint)
  const text = without[0]?.[1].hint
  if (!text) return
  const names = without.length === checked.length ? '数据目录中' : without.map(([{ name }]) => name).join('、')
  console.error(`提示：${names}${text}`)
}

async function anchor(): Promise<void> {
  const { dataFolder } = runtimeOptions()
  const count = await withDatabase(async (db) => {
    const all = await db.transaction().execute(organs.list)
    const ids = all.map(({ id }) => id)
    return anchorAudit(db, dataFolder, ids, new Date())
  }, reading)
  console.log(`已将${count}个机关的审计记录末条写入 ${dataFolder}/audit-anchors.jsonl，请另存一份到本机之外`)
}
