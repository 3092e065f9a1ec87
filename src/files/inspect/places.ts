import type { Asker } from '../../apart/asker.ts'
import { refusals } from '../../refusal.ts'

export interface PlaceLimits {
  /** Looked into at once, and how many of these may be the public's. */
  readonly running: number
  readonly runningForPublic: number
  readonly runningForNetwork: number
  readonly waitingForStaff: number
  readonly waitingForPublic: number
  readonly waitingForNetwork: number
  readonly longestWaitMs: number
  /** A file of the public is looked into for so long whoever waits. */
  readonly undisturbedMs: number
}

/** A place that somebody has. */
export interface Place {
  readonly leave: () => void
  /** Called at most once, when others have waited for it: the file is to be left, and its sender to try again later. */
  readonly whenWanted: (giveWay: () => void) => void
}

export interface Places {
  /** Resolves when it is one's turn. Refuses, as busy, whoever would wait too long. */
  readonly take: (asker: Asker) => Promise<Place>
}

interface Running {
  readonly asker: Asker
  readonly since: number
  giveWay: (() => void) | undefined
}

interface Waiter {
  readonly asker: Asker
  readonly begin: () => void
  readonly refuse: () => void
}

/**
 * A queue with an end, in which no network stands before all others, nor the public before the staff: who has taken the
 * least of late comes first, and when others wait, a file of the public that takes long gives way.
 */
export function openPlaces(limits: PlaceLimits, now = () => performance.now()): Places {
  const running: Running[] = []
  let waiting: Waiter[] = []
  /** Milliseconds that each network has had of late. */
  const had = new Map<string, number>()

  const count = (of: readonly { readonly asker: Asker }[], network?: string): number =>
    of.filter(({ asker }) => asker !== 'office' && (network === undefined || asker.network === network)).length
  const fits = (asker: Asker): boolean =>
    running.length < limits.running &&
    (asker === 'office' ||
      (count(running) < limits.runningForPublic && count(running, asker.network) < limits.runningForNetwork))
  const mayWait = (asker: Asker): boolean => {
    if (asker === 'office') return waiting.length - count(waiting) < limits.waitingForStaff
    if (count(waiting, asker.network) >= limits.waitingForNetwork) return false
    return count(waiting) < limits.waitingForPublic || displaceFor(asker.network)
  }
  /** Who has nothing here yet comes before the second file of another network. */
  const displaceFor = (network: string): boolean => {
    if (count(running, network) + count(waiting, network) > 0) return false
    const last = waiting.findLast(
      ({ asker }) => asker !== 'office' && count(waiting, asker.network) + count(running, asker.network) > 1,
    )
    last?.refuse()
    return last !== undefined
  }

  const begin = (asker: Asker): Place => {
    const mine: Running = { asker, since: now(), giveWay: undefined }
    running.push(mine)
    return {
      leave: () => {
        const at = running.indexOf(mine)
        if (at < 0) return
        running.splice(at, 1)
        if (asker !== 'office') remember(asker.network, now() - mine.since)
        handOn()
      },
      whenWanted: (giveWay) => {
        mine.giveWay = giveWay
      },
    }
  }
  const remember = (network: string, ms: number): void => {
    const before = had.get(network) ?? 0
    had.delete(network)
    had.set(network, before + ms)
    if (had.size > mostRemembered) had.delete(had.keys().next().value ?? '')
  }
  const hadBy = (asker: Asker): number => (asker === 'office' ? -1 : (had.get(asker.network) ?? 0))

  /** The place goes to who waits before anybody new can take it. */
  const handOn = (): void => {
    for (;;) {
      const [next] = waiting.filter(({ asker }) => fits(asker)).toSorted((a, b) => hadBy(a.asker) - hadBy(b.asker))
      if (!next) break
      waiting = waiting.filter((waiter) => waiter !== next)
      next.begin()
    }
  }
  const askToGiveWay = (): void => {
    const wanted = waiting.some(({ asker }) => asker === 'office' || count(running, asker.network) === 0)
    if (!wanted) return
    const [longest] = running
      .filter(({ asker, since, giveWay }) => asker !== 'office' && giveWay && now() - since >= limits.undisturbedMs)
      .toSorted((a, b) => a.since - b.since)
    const giveWay = longest?.giveWay
    if (longest) longest.giveWay = undefined
    giveWay?.()
  }

  return {
    take: async (asker) => {
      if (fits(asker)) return begin(asker)
      if (!mayWait(asker)) throw refusals.inspectionBusy()
      return new Promise<Place>((resolve, reject) => {
        const asking = setInterval(askToGiveWay, limits.undisturbedMs / 4)
        const end = () => {
          clearInterval(asking)
          clearTimeout(timer)
        }
        const waiter: Waiter = {
          asker,
          begin: () => {
            end()
            resolve(begin(asker))
          },
          refuse: () => {
            end()
            waiting = waiting.filter((each) => each !== waiter)
            reject(refusals.inspectionBusy())
          },
        }
        const timer = setTimeout(waiter.refuse, limits.longestWaitMs)
        waiting.push(waiter)
      })
    },
  }
}

const mostRemembered = 1000
