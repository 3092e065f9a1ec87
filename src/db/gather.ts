import { hasWaitedOut, isDatabaseAway } from './away.ts'

/** As long as somebody waits for a connection. */
const patienceMs = 5_000

interface Waiting<Item, Done> {
  readonly item: Item
  readonly resolve: (done: Done) => void
  readonly reject: (error: unknown) => void
  readonly timer: NodeJS.Timeout
}

interface Failure {
  readonly error: unknown
}

/**
 * Does together what many bring at once: while a transaction of an organ is under way others gather, and the next does theirs,
 * at most so many, one after the other. `work` commits before it answers, with what became of each item in their order; where
 * it fails with several each is done alone, so that nobody suffers from another's, until one of them meets a database that is
 * away or has waited for a lock as long as a statement may. Whoever waits for five seconds is let go.
 */
export function gathering<Item, Done>(
  most: number,
  work: (organId: number, items: readonly Item[]) => Promise<readonly Done[]>,
): (organId: number, item: Item) => Promise<Done> {
  const lines = new Map<number, Waiting<Item, Done>[]>()

  async function serve(organId: number, line: Waiting<Item, Done>[]): Promise<void> {
    while (line.length > 0) {
      const together = line.splice(0, most)
      for (const { timer } of together) clearTimeout(timer)
      await settle(organId, together)
    }
    lines.delete(organId)
  }

  /** What it failed with; undefined where each has an answer. */
  async function tryWith(organId: number, some: readonly Waiting<Item, Done>[]): Promise<Failure | undefined> {
    try {
      const items = some.map(({ item }) => item)
      for (const [index, done] of (await work(organId, items)).entries()) some[index]?.resolve(done)
      return undefined
    } catch (error) {
      return { error }
    }
  }

  async function settle(organId: number, together: readonly Waiting<Item, Done>[]): Promise<void> {
    let failure = await tryWith(organId, together)
    if (!failure) return
    for (const each of together) {
      if (together.length > 1 && !isDatabaseAway(failure.error) && !hasWaitedOut(failure.error)) {
        const own = await tryWith(organId, [each])
        if (!own) continue
        failure = own
      }
      each.reject(failure.error)
    }
  }

  return (organId, item) =>
    new Promise((resolve, reject) => {
      const line = lines.get(organId)
      const own: Waiting<Item, Done> = { item, resolve, reject, timer: setTimeout(() => letGo(), patienceMs) }
      const letGo = () => {
        line?.splice(line.indexOf(own), 1)
        reject(new Error('timeout exceeded when trying to connect: too many wait for one organ'))
      }
      if (line) return void line.push(own)
      const first = [own]
      lines.set(organId, first)
      void serve(organId, first)
    })
}
