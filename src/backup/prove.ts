import { rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import type pg from 'pg'
import { archiveStart } from '../db/archive-mode.ts'
import { loadKeys, setKeys } from '../db/keys.ts'
import { inWords } from '../refusal/in-words.ts'
import { refusals } from '../refusal.ts'
import { type ArchivedSegment, baseFolders, lineFolder, listSegments, prune, readSegment } from './archive.ts'
import { makeBackup, sizeOf } from './backup.ts'
import type { Facts } from './facts.ts'
import { removeScratch } from './leftover.ts'
import { readLine } from './line.ts'
import { isFinished } from './manifest.ts'
import { openCluster } from './open-cluster.ts'
import { requireRoom } from './place.ts'
import { type Checks, rebuild } from './rebuild.ts'
import type { BackupSetting } from './setting.ts'
import { openSource, verifyFiles } from './source.ts'
import * as store from './store.ts'
import { compactClock } from './words.ts'

export interface ProofOrder {
  readonly dataFolder: string
  readonly setting: BackupSetting | undefined
  readonly program: string
  readonly migrations: string
  readonly env: NodeJS.ProcessEnv
  readonly checks: Checks
  readonly signal?: AbortSignal | undefined
}

/**
 * Makes a backup, restores it into a scratch place, checks it there and writes down how it went; the scratch is removed. With
 * a folder for continuous backups the backup stays there as the newest base, and the oldest go. Needs no other process to be
 * quiet. Throws what it has written down as the problem.
 */
export async function prove(order: ProofOrder): Promise<Facts> {
  const cluster = await openCluster(order.dataFolder, archiveStart(order.env))
  try {
    const client = await cluster.connect()
    try {
      if (!(await store.takeProofLock(client))) throw refusals.proofUnderWay()
      const id = await store.beginProof(client)
      try {
        return await carryOut(order, cluster.folder, client, id)
      } catch (error) {
        const problem = order.signal?.aborted ? '验证被中断' : inWords(error)
        await store.failProof(client, id, problem).catch(() => {})
        throw error
      }
    } finally {
      await client.end().catch(() => {})
    }
  } finally {
    await cluster.close()
  }
}

async function carryOut(order: ProofOrder, cluster: string, client: pg.Client, id: string): Promise<Facts> {
  const { dataFolder, setting, program, env, signal } = order
  const step = (text: string) => void store.noteStep(client, id, text).catch(() => {})
  const scratch = join(dataFolder, 'backup-proof')
  const restored = join(scratch, 'restored')
  const line = setting && readLine(cluster)
  const into = setting ? join(setting.root, `base-${compactClock(new Date())}`) : join(scratch, 'backup')
  try {
    await removeScratch(restored)
    rmSync(scratch, { recursive: true, force: true })
    // Only one proof runs at a time, so what is not finished never will be.
    for (const folder of setting ? baseFolders(setting.root) : [])
      if (!isFinished(folder)) rmSync(folder, { recursive: true, force: true })
    step('备份')
    requireRoom(dataFolder, sizeOf(cluster) * (setting ? 1 : 2))
    const within = { mayBeWithin: setting === undefined, isScratch: setting === undefined }
    const manifest = await makeBackup({ ...within, dataFolder, into, program, env, signal, line: line?.line ?? null })
    step('校验备份')
    const keys = loadKeys(dataFolder, false)
    const source = openSource(into, program)
    source.sealed.checkSeal(keys)
    await verifyFiles(into, manifest, signal)
    setKeys(keys)
    const facts = await rebuild(source, { ...order, folder: restored, isScratch: true, onStep: step })
    if (facts.problems.length > 0) {
      // The page is every organ's administrator's; what is wrong with whom is for whoever runs the installation.
      for (const problem of facts.problems) process.stderr.write(`${problem}\n`)
      throw new Error(
        `${setting ? `备份${basename(into)}` : '备份'}恢复后有${facts.problems.length}处没有通过核验，逐处情况写在服务器的错误日志里；请审计管理员在“审计”中核验全部数据，看现在的数据是否也有不符`,
      )
    }
    await store.takeArchiveLock(client)
    if (setting && line) {
      step('检查归档的日志')
      // What cannot be unpacked now could not be restored later; the base just made is younger than all of it.
      for (const segment of listSegments(lineFolder(setting.root, line.line))) await readThrough(segment, signal)
    }
    const bytes = manifest.files.reduce((sum, { size }) => sum + size, 0)
    await store.endProof(client, id, { until: manifest.until, bytes, ...facts })
    if (setting && line) prune(setting.root, program, line.line, setting.keep)
    return facts
  } finally {
    await removeScratch(restored)
    rmSync(scratch, { recursive: true, force: true })
  }
}

async function readThrough(segment: ArchivedSegment, signal: AbortSignal | undefined): Promise<void> {
  for await (const _piece of readSegment(segment)) signal?.throwIfAborted()
}
