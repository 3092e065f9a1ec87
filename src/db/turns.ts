import { refusals } from '../refusal.ts'

/** Costly work in turns: those of one key wait for each other, and of several keys each has its turn. */
export interface Turns {
  /** Refuses when too many of this key are waiting already. `run` waits for its turn. */
  readonly enter: <T>(key: string, visit: (run: <R>(work: () => Promise<R>) => Promise<R>) => Promise<T>) => Promise<T>
}

interface Limits {
  /** In all, of one key, and how many of one key may wait. */
  readonly atOnce: number
  readonly ofOne: number
  readonly waiting: number
}

/** A queue for each key, asked in turn, so that whoever sends a thousand at once waits for himself and nobody else does. */
export function openTurns({ atOnce, ofOne, waiting }: Limits): Turns {
  const queues = new Map<string, { running: number; readonly next: (() => void)[] }>()
  const inside = new Map<string, number>()
  let running = 0

  const begin = () => {
    while (running < atOnce) {
      const free = [...queues].find(([, queue]) => queue.next.length > 0 && queue.running < ofOne)
      if (!free) return
      const [key, queue] = free
      // To the end, so that the others come first.
      queues.delete(key)
      queues.set(key, queue)
      queue.running += 1
      running += 1
      queue.next.shift()?.()
    }
  }
  const end = (key: string) => {
    running -= 1
    const queue = queues.get(key)
    if (queue) {
      queue.running -= 1
      queues.delete(key)
      if (queue.running > 0 || queue.next.length > 0) queues.set(key, queue)
    }
    begin()
  }
  const runIn =
    (key: string) =>
    async <R>(work: () => Promise<R>): Promise<R> => {
      const queue = queues.get(key) ?? { running: 0, next: [] }
      queues.set(key, queue)
      await new Promise<void>((resolve) => {
        queue.next.push(resolve)
        begin()
      })
      try {
        return await work()
      } finally {
        end(key)
      }
    }
  return {
    enter: async (key, visit) => {
      const count = (inside.get(key) ?? 0) + 1
      if (count > waiting) throw refusals.tooManyAtOnce()
      inside.set(key, count)
      try {
        return await visit(runIn(key))
      } finally {
        const left = (inside.get(key) ?? 1) - 1
        if (left > 0) inside.set(key, left)
        else inside.delete(key)
      }
    },
  }
}
