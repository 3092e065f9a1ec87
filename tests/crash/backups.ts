import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { isFinished, readManifest } from '../../src/backup/manifest.ts'
import { programVersion } from '../../src/backup/program.ts'
import { runCommand } from '../../src/cli/testing/command.ts'
import { openDatabase } from '../../src/db/database.ts'
import { startEmbedded } from '../../src/db/embedded.ts'
import { check, noughts } from './check.ts'
import type { Traffic } from './clients.ts'
import { inTurn } from './in-turn.ts'
import { killWithin, succeed } from './program.ts'

export interface BackupPlan {
  /** Made to their end, and killed with `kill -9`, while clients are sending and server and database are killed. */
  readonly made: number
  readonly killed: number
  /** How many of those made are restored, and how often a restore of each is killed. */
  readonly restored: number
  readonly restoresKilled: number
}

export interface BackupFigures extends BackupPlan {
  /** Ended by themselves because the database was killed under them. */
  readonly brokenOff: number
  /** What a killed or broken backup or restore left that could be taken for a whole one. Nought. */
  readonly halves: number
  /** Submissions that were acknowledged before the end of the backups that were restored, and what of them went wrong. */
  readonly acknowledgedBefore: number
  readonly wrong: number
}

interface Scene {
  readonly dataFolder: string
  readonly traffic: Traffic
  readonly submissions: number
}

/** A backup of a small installation and its restore take about so long. */
const [backupMs, restoreMs] = [2_000, 5_000]

interface Made {
  readonly folders: readonly string[]
  readonly killed: number
  readonly brokenOff: number
  readonly halves: number
}

/** Makes and kills backups while clients are sending, into `root`. */
export async function backUpAll(plan: BackupPlan, root: string, scene: Scene): Promise<Made> {
  const { dataFolder, traffic, submissions } = scene
  const order = inTurn({ made: plan.made, killed: plan.killed })
  const folders: string[] = []
  let [killed, brokenOff, halves] = [0, 0, 0]
  for (const [index, kind] of order.entries()) {
    await traffic.reached(Math.round(((index + 0.5) * submissions) / order.length))
    for (let tries = 0; ; tries += 1) {
      const into = join(root, `${index}-${tries}`)
      const command = runCommand(dataFolder, ['backup', into])
      if (kind === 'killed') {
        const wasKilled = await killWithin(command, backupMs)
        if (wasKilled) killed += 1
        if (wasKilled && (await isTaken(into, root, dataFolder))) halves += 1
        rmSync(into, { recursive: true, force: true })
        if (wasKilled) break
      } else {
        const { code, said } = await command.ended
        if (code === 0) {
          folders.push(into)
          break
        }
        brokenOff += 1
        if (existsSync(into)) halves += 1
        if (tries > 20) throw new Error(`no backup comes to its end: ${said}`)
      }
    }
  }
  return { folders, killed, brokenOff, halves }
}

/** Whether a backup that was killed is taken for one. It may have been whole a moment before its process ended. */
async function isTaken(from: string, root: string, dataFolder: string): Promise<boolean> {
  if (isFinished(from)) return false
  mkdirSync(from, { recursive: true })
  const goal = join(root, 'never')
  const { code } = await runCommand(goal, ['restore', from, '--key', keyOf(dataFolder)]).ended
  return code === 0 || existsSync(goal)
}

const keyOf = (dataFolder: string) => join(dataFolder, 'keys', 'kaicheng.key')

/** Restores the latest of the backups, each begun again after kills, and counts what is in them. */
export async function restoreAll(plan: BackupPlan, made: Made, root: string, scene: Scene): Promise<BackupFigures> {
  const chosen = made.folders.slice(-plan.restored)
  const counts = { halves: made.halves, restoresKilled: 0, acknowledgedBefore: 0, wrong: 0 }
  for (const from of chosen) {
    const goal = join(root, 'restored')
    const args = ['restore', from, '--key', keyOf(scene.dataFolder)]
    for (let kill = 0; kill < plan.restoresKilled && !existsSync(goal); kill += 1)
      if (await killWithin(runCommand(goal, args), restoreMs)) counts.restoresKilled += 1
    if (!existsSync(goal)) await succeed(goal, args)
    await succeed(goal, ['audit', 'verify', '--deep'])
    const { acknowledged, wrong } = await count(goal, from, scene.traffic)
    counts.acknowledgedBefore += acknowledged
    counts.wrong += wrong
    rmSync(goal, { recursive: true })
    if (existsSync(`${goal}.restoring`)) counts.halves += 1
  }
  const { folders, killed, brokenOff } = made
  return { made: folders.length, killed, brokenOff, restored: chosen.length, ...counts }
}

/** What was acknowledged before the backup's end must be in what was restored of it, whole. */
async function count(restored: string, from: string, { attempts, acknowledged }: Traffic) {
  const until = Date.parse(readManifest(from, programVersion()).body.until)
  const before = new Map([...acknowledged].filter(([, { at }]) => at < until))
  const cluster = await startEmbedded(restored)
  const db = openDatabase(cluster.url('kaicheng'), { statementMs: 300_000, connections: 2 })
  try {
    const verdict = await check(db, { attempts, acknowledged: before })
    return { acknowledged: before.size, wrong: noughts(verdict).reduce((sum, number) => sum + number, 0) }
  } finally {
    await db.destroy()
    await cluster.stop()
  }
}
