import type { Asker } from '../../apart/asker.ts'
import { refusals } from '../../refusal.ts'
import { openShares } from './shares.ts'

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
  /**
   * Called at most once, when others have waited for it: the file is to be left, and its sender to try again later. To be told
   * when looking into the file has begun, since the undisturbed time counts from then.
   */
  readonly whenWanted: (giveWay: () => void) => void
}

export interface Coming {
  /** Of the file: who sends little comes before who sends much. */
  readonly bytes?: number
  /** Of the first time, when the place of then had to be given up: nobody's wait begins anew. */
  readonly arrivedAt?: number
}

export interface Places {
  /** Resolves when it is one's turn. Refuses, as busy, whoever would wait too long. */
  readonly take: (asker: Asker, coming?: Coming) => Promise<Place>
}

interface Running {
  readonly asker: Asker
  /** When looking into it has begun, and how its network is asked to give way; before that it is only being made ready. */
  since: number
  giveWay: (() => void) | undefined
}

interface Waiter {
  readonly asker: Asker
  readonly bytes: number
  readonly arrivedAt: number
  readonly begin: () => void
  readonly refuse: () => void
}

/** Reading a document of ordinary contents takes at most so long. */
const msOfBytes = (bytes: number): number => (350 * bytes) / 1024 ** 2

/**
 * A queue with an end, in which no network stands before all others, nor the public before the staff: who has taken the
 * least of late and sends the least comes first, whoever has waited moves up, and a file of the public that takes long gives
 * way to networks that have had less.
 */
export function openPlaces(limits: PlaceLimits, now = () => performance.now()): Places {
  const running: Running[] = []
  let waiting: Waiter[] = []
  const shares = openShares(now)

  const count = (of: readonly { readonly asker: Asker }[], network?: string): number =>
    of.filter(({ asker }) => asker !== 'office' && (network === undefined || asker.network === network)).length
  const here = (network: string): number => count(running, network) + count(waiting, network)
  const fits = (asker: Asker): boolean =>
    running.length < limits.running &&
    (asker === 'office' ||
      (count(running) < limits.runningForPublic && count(running, asker.network) < limits.runningForNetwork))
  const mayWait = (asker: Asker): boolean => {
    if (asker === 'office') return waiting.length - count(waiting) < limits.waitingForStaff
    if (count(waiting, asker.network) >= limits.waitingForNetwork) return false
    return count(waiting) < limits.waitingForPublic || displaceFor(asker.network)
  }
  /** Who has nothing here yet comes before the second file of another network, and before networks that have had their time. */
  const displaceFor = (network: string): boolean => {
    if (here(network) > 0) return false
    const least = Math.max(limits.undisturbedMs / 2, shares.hadBy(network) + 1)
    const last = waiting
      .filter(({ asker }) => asker !== 'office' && (here(asker.network) > 1 || shares.hadBy(asker.network) >= least))
      .reduce<Waiter | undefined>((worst, each) => (worst && rankOf(worst) > rankOf(each) ? worst : each), undefined)
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
        if (asker !== 'office') shares.remember(asker.network, now() - mine.since)
        handOn()
      },
      whenWanted: (giveWay) => {
        mine.since = now()
        mine.giveWay = giveWay
      },
    }
  }
  const hadBy = (asker: Asker): number => (asker === 'office' ? Number.NEGATIVE_INFINITY : shares.hadBy(asker.network))
  /** Ten milliseconds of waiting weigh as much as one that a network had. */
  const rankOf = ({ asker, bytes, arrivedAt }: Waiter): number => hadBy(asker) + msOfBytes(bytes) + arrivedAt / 10

  /** The place goes to who waits before anybody new can take it. */
  const handOn = (): void => {
    for (;;) {
      const [next] = waiting.filter(({ asker }) => fits(asker)).toSorted((a, b) => rankOf(a) - rankOf(b))
      if (!next) break
      waiting = waiting.filter((waiter) => waiter !== next)
      next.begin()
    }
  }
  const askToGiveWay = (): void => {
    const wanting = waiting.filter(({ asker }) => asker === 'office' || count(running, asker.network) === 0)
    if (wanting.length === 0) return
    const least = Math.min(...wanting.map(({ asker }) => hadBy(asker)))
    const [most] = running
      .map((each) => ({ each, ran: now() - each.since, share: hadBy(each.asker) + now() - each.since }))
      .filter(({ each, ran }) => each.asker !== 'office' && each.giveWay && ran >= limits.undisturbedMs)
      // Who had to give way before does not push out, at once, who had not.
      .filter(({ share }) => share >= least + limits.undisturbedMs)
      .toSorted((a, b) => b.share - a.share)
    const giveWay = most?.each.giveWay
    if (most) most.each.giveWay = undefined
    giveWay?.()
  }

  return {
    take: async (asker, { bytes = 0, arrivedAt = now() } = {}) => {
      if (fits(asker)) return begin(asker)
      const left = limits.longestWaitMs - (now() - arrivedAt)
      if (left <= 0 || !mayWait(asker)) throw refusals.inspectionBusy()
      return new Promise<Place>((resolve, reject) => {
        const asking = setInterval(askToGiveWay, limits.undisturbedMs / 4)
        const end = () => {
          clearInterval(asking)
          clearTimeout(timer)
        }
        const waiter: Waiter = {
          asker,
          bytes,
          arrivedAt,
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
        const timer = setTimeout(waiter.refuse, left)
        waiting.push(waiter)
      })
    },
  }
}
