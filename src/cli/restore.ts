import { join } from 'node:path'
import type { Command } from 'commander'
import { compareContent } from '../backup/content-backup.ts'
import { postgresMajor, programVersion } from '../backup/program.ts'
import { type Restored, restore } from '../backup/restore.ts'
import { readClock } from '../backup/words.ts'
import { instantOf, officeClock } from '../days/plain-date.ts'
import { installationRoot } from '../db/runtime.ts'
import { refusals } from '../refusal.ts'
import { checkRestored } from './check-restored.ts'
import { interruptible } from './interruptible.ts'
import { runtimeOptions } from './with-database.ts'

interface Options {
  readonly key?: string
  readonly until?: string
}

/** `kaicheng restore`. Exit 1: nothing was restored. */
export function register(program: Command): void {
  program
    .command('restore')
    .description('恢复：从备份重建 KAICHENG_DATA 所指的数据目录（须为新的或者空的），并作全部核验')
    .argument('<目录>', '备份所在的目录，或者连续备份目录（KAICHENG_BACKUP）')
    .option('--key <文件>', '密钥文件；不给的，用 KAICHENG_KEY_FILE 或者已放在数据目录 keys/kaicheng.key 的')
    .option('--until <时刻>', '只恢复到这一时刻（北京时间），如 "2026-11-28 18:30"；只用于连续备份目录')
    .addHelpText(
      'after',
      '\n设了 DATABASE_URL 的，数据用标准工具恢复（kaicheng backup 会列出怎样做），本命令把恢复出的数据库与备份时的内容清单逐表核对。\n退出码：0 已恢复（或者相符）并通过全部核验，1 没有恢复（或者不符），原来的内容没有动过。',
    )
    .action(run)
}

async function run(from: string, { key, until }: Options): Promise<void> {
  const { dataFolder, databaseUrl } = runtimeOptions()
  if (databaseUrl !== undefined) return compare(databaseUrl, dataFolder, from, key)
  const at = until === undefined ? undefined : readClock(until)
  if (until !== undefined && !at) throw refusals.untilUnreadable(until)
  const begun = performance.now()
  const major = await postgresMajor()
  const restored = await interruptible((signal) =>
    restore({
      from,
      dataFolder,
      keyFile: key,
      configuredKey: process.env.KAICHENG_KEY_FILE || undefined,
      until: at,
      program: programVersion(),
      postgresMajor: major,
      migrations: join(installationRoot(), 'migrations'),
      checks: checkRestored,
      signal,
      onStep: (step) => process.stderr.write(`${step}……\n`),
    }),
  )
  console.log(describe(restored, dataFolder, performance.now() - begun))
}

async function compare(
  databaseUrl: string,
  dataFolder: string,
  from: string,
  keyFile: string | undefined,
): Promise<void> {
  const found = await compareContent({
    databaseUrl,
    dataFolder,
    from,
    keyFile,
    checks: checkRestored,
    program: programVersion(),
    env: process.env,
  })
  if (found.problems.length > 0) throw refusals.contentDiffers(found.problems)
  const { manifest, organs, rows, files } = found
  console.log(
    `数据库与 ${from} 的清单（${officeClock(instantOf(manifest.until))}）逐行相符：${organs}个机关，${rows}行数据，${files}个文件，全部核验通过`,
  )
}

function describe({ source, organs, rows, files }: Restored, dataFolder: string, ms: number): string {
  const { manifest, upTo } = source
  const settings = Object.entries(manifest.settings).map(([name, value]) => `    ${name}=${value}`)
  return [
    `已恢复到 ${dataFolder}，数据截至${officeClock(upTo)}：${organs}个机关，${rows}行数据，${files}个文件，全部核验通过，用时${Math.ceil(ms / 1000)}秒`,
    '接下来：',
    `  · 启动：KAICHENG_DATA=${dataFolder} npm start`,
    `  · ${officeClock(upTo)}以后办理的事项不在其中，请按收件登记、邮件和纸质材料补录`,
    '  · 审计锚点是备份时的。别处另存有更新的锚点（audit-anchors.jsonl）的，请连同本次恢复的说明一并存档，不要放进数据目录：审计记录比它旧，核验会报“整体退回”，这正说明恢复丢失了哪一段',
    '  · 恢复之后立即再做一份备份',
    ...(settings.length > 0 ? ['  · 备份时的设置，请核对后沿用：', ...settings] : []),
  ].join('\n')
}
