import { writeFileSync } from 'node:fs'
import { Worker } from 'node:worker_threads'
import type { Reply } from './pool.ts'

/** In a process of a pool: does one task after the other, and ends with the server. */
export function serveTasks(work: (task: unknown) => Promise<unknown>): void {
  // Where memory runs out, the system is to end this process and not the server or the database.
  try {
    writeFileSync('/proc/self/oom_score_adj', '900')
  } catch {
    // Other systems choose by themselves.
  }
  // A server that was killed tells nobody, and whoever computes hears nothing.
  new Worker(watchForServer, { eval: true }).unref()
  const answer = (reply: Reply) => process.send?.(reply)
  process.on('message', (task) => {
    work(task).then(
      (result) => answer({ result }),
      (error: unknown) => answer({ complaint: error instanceof Error ? error.message : String(error) }),
    )
  })
  process.on('disconnect', () => process.exit())
  // Ctrl-C reaches the whole group; the server says when to end.
  for (const signal of ['SIGINT', 'SIGHUP'] as const) process.on(signal, () => {})
}

/** In a thread, since the process's own may be busy for ever. */
const watchForServer = `
  const server = process.ppid
  setInterval(() => { if (process.ppid !== server) process.kill(process.pid, 'SIGKILL') }, 1000)
`
