import { serveTasks } from '../serve-tasks.ts'

/** What the tests of the pool have done apart: some of it ends badly. */
serveTasks(async (task) => {
  const { what } = task as { what: string }
  if (what === 'complain') throw new Error('not like this')
  if (what === 'abort') process.abort()
  if (what === 'leave') process.exit(0)
  if (what === 'spin') for (;;);
  if (what === 'wait') return new Promise(() => {})
  if (what === 'hog') {
    const held: Buffer[] = []
    for (;;) {
      held.push(Buffer.alloc(8 * 2 ** 20, 1))
      await new Promise((resolve) => setTimeout(resolve, 10))
    }
  }
  return { what, pid: process.pid, bytes: new Uint8Array([1, 2, 3]) }
})
