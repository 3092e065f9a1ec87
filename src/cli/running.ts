import { setTimeout } from 'node:timers/promises'
import { isDatabaseAway } from '../db/away.ts'
import type { Runtime } from '../db/runtime.ts'
import { tellFault } from '../faults/fault.ts'
import type { Jobs } from '../jobs/jobs.ts'

/** A process that runs until it is told to stop. */
export interface Running {
  readonly isStopping: () => boolean
  readonly stop: () => Promise<void>
  /** How it ends from now on; at once when a stop came before. */
  readonly endsWith: (end: () => Promise<void>) => Promise<void>
}

/** Hears signals, the end of the process above, and what nobody caught. */
export function beginRunning(): Running {
  let end: (() => Promise<void>) | undefined
  let isStopping = false
  const stop = async () => {
    if (isStopping) return
    isStopping = true
    // While the database is being opened it is closed as soon as it is open.
    await end?.()
  }
  // What nobody caught ends the process as ever, but told without the values that Node itself would print.
  process.on('uncaughtException', (error) => {
    // While it is closing, whatever still hangs on the database hears that it goes away.
    if (isStopping && isDatabaseAway(error)) return
    tellFault(error, { kind: 'process', place: 'uncaught' })
    process.exit(1)
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP', 'disconnect'] as const) process.on(signal, stop)
  return {
    isStopping: () => isStopping,
    stop,
    endsWith: async (how) => {
      end = how
      if (isStopping) await how()
    },
  }
}

/** What is opened on the database, which is closed again when that fails. */
export const openOn = <T>(runtime: Runtime, open: () => Promise<T>): Promise<T> =>
  open().catch(async (error) => {
    await runtime.close()
    throw error
  })

/** Timed work, tried anew until the database is there. */
export interface TimedWork {
  /** False when a stop came first. */
  readonly begin: () => Promise<boolean>
  readonly stop: () => Promise<void>
}

/** What nobody waits for begins after a while: whoever has waited for the process is served first. */
const settlingMs = 3_000

export function timedWorkOf({ isStopping }: Running, beginJobs: () => Promise<Jobs | undefined>): TimedWork {
  let jobs: Promise<Jobs | undefined> | undefined
  return {
    begin: async () => {
      do {
        await setTimeout(settlingMs)
        if (isStopping()) return false
        jobs = beginJobs()
      } while (!(await jobs))
      return true
    },
    stop: async () => void (await (await jobs?.catch(() => undefined))?.stop()),
  }
}
