import { writeFileSync } from 'node:fs'
import { Worker } from 'node:worker_threads'

export interface OwnLimits {
  /** What the process may hold while it works. */
  readonly residentBytes: number
}

export interface Guard {
  /** The work that begins now may take so much processor time. */
  readonly begin: (cpuMs: number) => void
  readonly end: () => void
}

/**
 * In a process apart: lets the system end it before the server and the database, leaves Ctrl-C to the server, and ends it from
 * a thread of its own, since the process's may be busy for ever: when the server is gone, and with limits when work takes more.
 */
export function guardProcess({ limits }: { readonly limits?: OwnLimits } = {}): Guard {
  try {
    writeFileSync('/proc/self/oom_score_adj', '1000')
  } catch {
    // Other systems choose by themselves.
  }
  // They go to the whole group; the server says when it is over.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => {})
  const cpuLimit = new Float64Array(new SharedArrayBuffer(8))
  const workerData = { cpuLimit, server: process.ppid, most: limits?.residentBytes ?? Number.POSITIVE_INFINITY }
  new Worker(watch, { eval: true, workerData }).unref()
  return {
    begin: (cpuMs) => {
      cpuLimit[0] = cpuTimeMs() + cpuMs
    },
    end: () => {
      cpuLimit[0] = 0
    },
  }
}

function cpuTimeMs(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

/** As text, so that it needs no file beside the bundle. The limit is 0 while the process waits. */
const watch = `
  const { cpuLimit, server, most } = require('node:worker_threads').workerData
  const isOver = () => {
    const { user, system } = process.cpuUsage()
    return (user + system) / 1000 > cpuLimit[0] || process.memoryUsage.rss() > most
  }
  setInterval(() => {
    if ((cpuLimit[0] > 0 && isOver()) || process.ppid !== server) process.kill(process.pid, 'SIGKILL')
  }, 100)
`
