import { guardProcess } from './guard.ts'
import type { Reply } from './pool.ts'

/** In a process of a pool: does one task after the other, and ends with the server. */
export function serveTasks(work: (task: unknown) => Promise<unknown>): void {
  guardProcess()
  const answer = (reply: Reply) => process.send?.(reply)
  process.on('message', (task) => {
    work(task).then(
      (result) => answer({ result }),
      (error: unknown) => answer({ complaint: error instanceof Error ? error.message : String(error) }),
    )
  })
  process.on('disconnect', () => process.exit())
}
