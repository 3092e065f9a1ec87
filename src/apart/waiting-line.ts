import { LRUCache } from 'lru-cache'
import { type Asker, networkOfAsker } from './asker.ts'

export interface LineLimits {
  /** How many may wait, the office and readers together. */
  readonly places: number
  /** Of these, how many readers leave to the office. */
  readonly keptForOffice: number
  /** How many of one network may wait. */
  readonly ofOneNetwork: number
}

const mostRemembered = 1_000

interface Waiting<Task> {
  readonly task: Task
  readonly network: string | undefined
}

/**
 * Those who wait for a place: the office comes before readers, and of readers the network that was served longest ago, so
 * that nobody fills the line for others.
 */
export function waitingLine<Task>({ places, keptForOffice, ofOneNetwork }: LineLimits) {
  const waiting: Waiting<Task>[] = []
  const served = new LRUCache<string, number>({ max: mostRemembered })
  let turn = 0

  const takeAt = (index: number): Task | undefined => waiting.splice(index, 1)[0]?.task

  return {
    /** False where there is no room for this one. */
    join: (task: Task, asker: Asker): boolean => {
      const network = networkOfAsker(asker)
      if (waiting.length >= (network === undefined ? places : places - keptForOffice)) return false
      if (network !== undefined && waiting.filter((each) => each.network === network).length >= ofOneNetwork)
        return false
      waiting.push({ task, network })
      return true
    },
    /** Who is next; without `mayBeReader` only somebody of the office. */
    next: (mayBeReader: boolean): Task | undefined => {
      const ofOffice = waiting.findIndex(({ network }) => network === undefined)
      if (ofOffice >= 0) return takeAt(ofOffice)
      if (!mayBeReader || waiting.length === 0) return undefined
      const lastServed = waiting.map(({ network = '' }) => served.peek(network) ?? 0)
      const index = lastServed.indexOf(Math.min(...lastServed))
      const network = waiting[index]?.network ?? ''
      turn += 1
      served.set(network, turn)
      return takeAt(index)
    },
  }
}
