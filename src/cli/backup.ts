import { existsSync, readdirSync } from 'node:fs'
import { setPriority } from 'node:os'
import { join } from 'node:path'
import type { Command } from 'commander'
import { makeBackup } from '../backup/backup.ts'
import { noteContent, standardTools } from '../backup/content-backup.ts'
import type { PhysicalManifest } from '../backup/manifest.ts'
import { inMegabytes } from '../backup/place.ts'
import { programVersion } from '../backup/program.ts'
import { prove } from '../backup/prove.ts'
import { readBackupSetting } from '../backup/setting.ts'
import { instantOf, officeClock } from '../days/plain-date.ts'
import { installationRoot } from '../db/runtime.ts'
import { refusals } from '../refusal.ts'
import { checkRestored } from './check-restored.ts'
import { interruptible } from './interruptible.ts'
import { runtimeOptions } from './with-database.ts'

/** `kaicheng backup`. Exit 1: there is no backup, and nothing is left of the attempt. */
export function register(program: Command): void {
  program
    .command('backup')
    .description('备份：数据库（文件在其中）、审计锚点、设置，不含密钥；服务运行时也可以做')
    .argument('[目录]', '新的或者空的目录，最好在另一块磁盘')
    .option('--prove', '做一份备份，在临时目录里恢复并核验，结果记入运行状况；有 KAICHENG_BACKUP 的，备份留在那里')
    .addHelpText(
      'after',
      '\n备份的是 KAICHENG_DATA 所指的数据目录。设了 DATABASE_URL 的，本命令说明用哪些标准工具备份，并记下内容清单，供恢复后核对。\n恢复用 kaicheng restore。密钥须另行保存，不要与备份放在一起。',
    )
    .action(backup)
}

async function backup(into: string | undefined, { prove: isProof }: { prove?: true }): Promise<void> {
  if ((into === undefined) !== (isProof === true)) throw new Error('请给出备份到哪个目录，或者只用 --prove')
  const { dataFolder, databaseUrl } = runtimeOptions()
  if (databaseUrl !== undefined) return noteOnly(databaseUrl, dataFolder, into)
  if (into === undefined) return proveNow(dataFolder)
  const begun = performance.now()
  const manifest = await interruptible((signal) =>
    makeBackup({ dataFolder, into, program: programVersion(), env: process.env, signal, onOpen: giveWay }),
  )
  console.log(describe(manifest, into, performance.now() - begun))
}

/**
 * Nobody waits for a backup; whoever uses the server does. A database that was started for it is not held back with it. Linux
 * means by it one thread: those that copy were there before.
 */
function giveWay(): void {
  const threads = existsSync(ownThreads) ? readdirSync(ownThreads).map(Number) : [0]
  for (const thread of threads)
    try {
      setPriority(thread, 19)
    } catch (error) {
      // It has ended meanwhile.
      if (thread === 0 || existsSync(`${ownThreads}/${thread}`)) throw error
    }
}

const ownThreads = '/proc/self/task'

async function noteOnly(databaseUrl: string, dataFolder: string, into: string | undefined): Promise<void> {
  if (into === undefined) throw refusals.noProofHere()
  const manifest = await noteContent({ databaseUrl, dataFolder, into, program: programVersion(), env: process.env })
  const tables = Object.values(manifest.tables)
  console.log(
    [
      `数据库是外部的，其中的数据没有备份。已把内容清单和审计锚点写入 ${into}：${tables.length}张表，密钥编号 ${manifest.keyId}（密钥在 ${manifest.keyFile}，请另行保存）`,
      ...standardTools(databaseUrl, manifest, into),
      '清单记的是此刻：要逐行核对，请先停止开诚，再依次执行本命令和备份工具；不停止的，其后新增的行核对时会列为不同',
    ].join('\n'),
  )
}

async function proveNow(dataFolder: string): Promise<void> {
  const { organs, rows, files } = await interruptible((signal) =>
    prove({
      dataFolder,
      setting: readBackupSetting(process.env),
      program: programVersion(),
      migrations: join(installationRoot(), 'migrations'),
      env: process.env,
      checks: checkRestored,
      signal,
    }),
  )
  console.log(`备份已在临时目录恢复并核验通过：${organs}个机关，${rows}行数据，${files}个文件`)
}

function describe({ until, files, keyId, keyFile }: PhysicalManifest, into: string, ms: number): string {
  const bytes = files.reduce((sum, { size }) => sum + size, 0)
  return [
    `已备份到 ${into}：截至${officeClock(instantOf(until))}，共${files.length}个文件，${inMegabytes(bytes)}，用时${Math.ceil(ms / 1000)}秒`,
    `密钥不在备份里：编号 ${keyId}，现在 ${keyFile}。没有它，备份不能恢复；请另行保存，不要与备份放在一起`,
    `恢复：KAICHENG_DATA=新目录 bin/kaicheng restore ${into} --key 密钥文件`,
  ].join('\n')
}
