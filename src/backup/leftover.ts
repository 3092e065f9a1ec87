import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { clusterPlace } from '../db/embedded.ts'
import { errorCode } from '../error-code.ts'

const stopMs = 20_000

/** Removes a scratch data folder with its cluster, wherever that lies; what was left running there is ended first. */
export async function removeScratch(folder: string): Promise<void> {
  if (!existsSync(folder)) return
  const { folder: cluster } = clusterPlace(folder)
  await endPostmaster(cluster)
  rmSync(cluster, { recursive: true, force: true })
  rmSync(folder, { recursive: true, force: true })
}

/** Ends the PostgreSQL of a scratch cluster whose maker was killed. Its data are of no use to anybody. */
async function endPostmaster(cluster: string): Promise<void> {
  const lock = join(cluster, 'postmaster.pid')
  if (!existsSync(lock)) return
  const pid = Number.parseInt(readFileSync(lock, 'utf8'), 10)
  const serves = () => {
    const path = `/proc/${pid}/cmdline`
    return existsSync(path) && readFileSync(path, 'utf8').split('\0').includes(cluster)
  }
  if (!serves()) return
  signal(pid, 'SIGQUIT')
  const until = performance.now() + stopMs
  while (serves() && performance.now() < until) await setTimeout(100)
  if (serves()) signal(pid, 'SIGKILL')
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name)
  } catch (error) {
    if (errorCode(error) !== 'ESRCH') throw error
  }
}

/** A process as no later one with the same number is: number and time of its start. */
export const nameOfProcess = (pid = process.pid): string => {
  const stat = `/proc/${pid}/stat`
  const after = existsSync(stat)
    ? readFileSync(stat, 'utf8')
        .replace(/^.*\) /s, '')
        .split(' ')
    : []
  return after[0] === undefined || after[0] === 'Z' ? `${pid} gone` : `${pid} ${after[19]}`
}
