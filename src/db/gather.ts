import { isDatabaseAway } from './away.ts'

/** As long as somebody waits for a connection. */
const patienceMs = 5_000

interface Waiting<Item, Done> {
  readonly item: Item
  readonly resolve: (done: Done) => void
  readonly reject: (error: unknown) => void
  readonly timer: NodeJS.Timeout
}

/**
 * Does together what many bring at once: while a transaction of an organ is under way others gather, and the next does theirs,
 * at most so many, one after the other. `work` commits before it answers, with what became of each item in their order; where it
 * fails with several each is done alone, so that nobody suffers from another's. Whoever waits for five seconds is let go.
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

  async function settle(organId: number, together: readonly Waiting<Item, Done>[]): Promise<void> {
    try {
      const done = await work(
        organId,
        together.map(({ item }) => item),
      )
      for (const [index, each] of done.entries()) together[index]?.resolve(each)
    } catch (error) {
      if (together.length === 1 || isDatabaseAway(error)) for (const { reject } of together) reject(error)
      else for (const each of together) await settle(organId, [each])
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
