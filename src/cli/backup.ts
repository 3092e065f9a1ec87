import type { Command } from 'commander'
import { makeBackup } from '../backup/backup.ts'
import type { PhysicalManifest } from '../backup/manifest.ts'
import { inMegabytes } from '../backup/place.ts'
import { programVersion } from '../backup/program.ts'
import { officeClock } from '../backup/words.ts'
import { interruptible } from './interruptible.ts'
import { runtimeOptions } from './with-database.ts'

/** `kaicheng backup`. Exit 1: there is no backup, and nothing is left of the attempt. */
export function register(program: Command): void {
  program
    .command('backup')
    .description('备份：数据库（文件在其中）、审计锚点、设置，不含密钥；服务运行时也可以做')
    .argument('<目录>', '新的或者空的目录，最好在另一块磁盘')
    .addHelpText(
      'after',
      '\n备份的是 KAICHENG_DATA 所指的数据目录。设了 DATABASE_URL 的，本命令说明用哪些标准工具备份，并记下内容清单，供恢复后核对。\n恢复用 kaicheng restore。密钥须另行保存，不要与备份放在一起。',
    )
    .action(backup)
}

async function backup(into: string): Promise<void> {
  const { dataFolder } = runtimeOptions()
  const begun = performance.now()
  const manifest = await interruptible((signal) =>
    makeBackup({ dataFolder, into, program: programVersion(), env: process.env, signal }),
  )
  console.log(describe(manifest, into, performance.now() - begun))
}

function describe({ until, files, keyId, keyFile }: PhysicalManifest, into: string, ms: number): string {
  const bytes = files.reduce((sum, { size }) => sum + size, 0)
  return [
    `已备份到 ${into}：截至${officeClock(new Date(until))}，共${files.length}个文件，${inMegabytes(bytes)}，用时${Math.ceil(ms / 1000)}秒`,
    `密钥不在备份里：编号 ${keyId}，现在 ${keyFile}。没有它，备份不能恢复；请另行保存，不要与备份放在一起`,
    `恢复：KAICHENG_DATA=新目录 bin/kaicheng restore ${into} --key 密钥文件`,
  ].join('\n')
}
