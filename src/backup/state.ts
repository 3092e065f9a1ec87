import { existsSync } from 'node:fs'
import { instantOf, officeClock } from '../days/plain-date.ts'
import type { Tx } from '../db/database.ts'
import type { Owner } from '../db/system-account.ts'
import { lineFolder, listBases } from './archive.ts'
import { freeBytes, isWritable } from './archiving.ts'
import { readLine } from './line.ts'
import { inMegabytes } from './place.ts'
import type { ArchiverFigures, Proof } from './proof.ts'
import type { BackupSetting } from './setting.ts'
import * as store from './store.ts'

/** Where a server's backups come from and go to; undefined for a database that is somebody else's. */
export interface BackupPlace {
  readonly dataFolder: string
  readonly cluster: { readonly folder: string; readonly owner: Owner | undefined }
  readonly setting: BackupSetting | undefined
  readonly program: string
  readonly migrations: string
}

export interface ArchiveState {
  readonly folder: string
  readonly minutes: number
  readonly keep: number
  readonly lastArchivedAt: string | null
  readonly bases: readonly { readonly name: string; readonly untilAt: string; readonly bytes: number }[]
  /** What is wrong and what to do, in words. */
  readonly problem: string | null
}

export interface BackupState {
  /** False: the database is somebody else's, and so are its backups. */
  readonly isOurs: boolean
  readonly lastProved: Proof | null
  readonly trials: readonly Proof[]
  readonly isRunning: boolean
  /** Null without a folder for continuous backups. */
  readonly archive: ArchiveState | null
}

const trialsShown = 10

/** How the backups stand: proved, archived, and what is wrong. */
export async function readBackupState(tx: Tx, place: BackupPlace | undefined): Promise<BackupState> {
  const isRunning = await store.isProving(tx)
  return {
    isOurs: place !== undefined,
    lastProved: (await store.findLastProved(tx)) ?? null,
    trials: (await store.listProofs(tx, trialsShown)).map((trial) =>
      trial.isProved === null && !isRunning
        ? { ...trial, isProved: false, problem: '验证没有做完：进程或者数据库中途停止' }
        : trial,
    ),
    isRunning,
    archive: place?.setting ? await archiveState(tx, place, place.setting) : null,
  }
}

async function archiveState(tx: Tx, place: BackupPlace, setting: BackupSetting): Promise<ArchiveState> {
  const figures = await store.readArchiver(tx)
  return {
    folder: setting.root,
    minutes: setting.minutes,
    keep: setting.keep,
    lastArchivedAt: figures?.lastArchivedAt ?? null,
    bases: listBases(setting.root, place.program)
      .map(({ name, manifest }) => ({
        name,
        untilAt: manifest.until,
        bytes: manifest.files.reduce((sum, { size }) => sum + size, 0),
      }))
      .reverse(),
    problem: problemOf(place, setting, figures) ?? (await failingOf(tx)),
  }
}

/** The work by the clock that packs the log and begins a line: it fails where a file of the archive is not what it was. */
async function failingOf(tx: Tx): Promise<string | null> {
  const failing = await store.findFailingArchiveJob(tx)
  return failing
    ? `整理归档已连续失败${failing.failedRunning}次（故障编号 ${failing.fault ?? '见服务的错误输出'}）：归档的日志可能损坏，请检查备份磁盘，并点“现在验证一次”另做一份完整备份`
    : null
}

function problemOf(
  { cluster }: BackupPlace,
  { root, minutes }: BackupSetting,
  figures: ArchiverFigures | undefined,
): string | null {
  const line = readLine(cluster.folder)
  if (!line || line.root !== root) return `连续归档还没有开始，请查看服务的输出；备份目录是 ${root}`
  const folder = lineFolder(root, line.line)
  if (line.pausedAt !== null)
    return `归档持续失败，数据磁盘将满，已于${officeClock(instantOf(line.pausedAt))}暂停归档，此后的数据只在本机。备份磁盘恢复后会自动重新开始，并另做一份完整备份`
  if (!existsSync(folder))
    return `备份目录 ${root} 里没有正在使用的归档，可能是备份磁盘没有挂上：挂上后自动继续；确已换了磁盘的，请把 KAICHENG_BACKUP 改为它上面的一个新目录并重新启动`
  if (!isWritable(folder, cluster.owner)) return `数据库的账户写不进 ${folder}，请恢复它的权限`
  if (figures?.isFailing)
    return `最近一次归档失败，备份磁盘还剩${inMegabytes(freeBytes(folder))}：请腾出空间或者检查磁盘；数据库照常运行，日志留在本机，好了以后自动补上`
  const waited = figures?.lastArchivedAt ? Date.now() - Date.parse(figures.lastArchivedAt) : 0
  if (waited > (minutes * 3 + 15) * 60_000) return `已有${Math.round(waited / 60_000)}分钟没有归档，请查看服务的输出`
  return null
}
