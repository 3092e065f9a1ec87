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
  const crowd = (): Crowd => ({ running, waiting, hadBy: shares.hadBy })

  const begin = (asker: Asker): Place => {
    const mine: Running = { asker, since: now(), giveWay: undefined }
    running.push(mine)
    return placeOf(mine, now, () => {
      const at = running.indexOf(mine)
      if (at < 0) return
      running.splice(at, 1)
      if (asker !== 'office') shares.remember(asker.network, now() - mine.since)
      handOn()
    })
  }
  /** The place goes to who waits before anybody new can take it. */
  const handOn = (): void => {
    for (;;) {
      const next = nextOf(crowd(), limits)
      if (!next) break
      waiting = waiting.filter((waiter) => waiter !== next)
      next.begin()
    }
  }
  const askToGiveWay = (): void => {
    const longest = whoGivesWay(crowd(), limits, now())
    if (!longest) return
    const { giveWay } = longest
    longest.giveWay = undefined
    giveWay?.()
  }
  const wait = (coming: Pick<Waiter, 'asker' | 'bytes' | 'arrivedAt'>, mostMs: number): Promise<Place> =>
    new Promise((resolve, reject) => {
      const end = meanwhile(askToGiveWay, limits.undisturbedMs / 4, () => waiter.refuse(), mostMs)
      const waiter: Waiter = {
        ...coming,
        begin: () => {
          end()
          resolve(begin(coming.asker))
        },
        refuse: () => {
          end()
          waiting = waiting.filter((each) => each !== waiter)
          reject(refusals.inspectionBusy())
        },
      }
      waiting.push(waiter)
    })

  return {
    take: async (asker, { bytes = 0, arrivedAt = now() } = {}) => {
      if (fits(crowd(), limits, asker)) return begin(asker)
      const left = limits.longestWaitMs - (now() - arrivedAt)
      if (left <= 0 || !mayWait(crowd(), limits, asker)) throw refusals.inspectionBusy()
      return wait({ asker, bytes, arrivedAt }, left)
    },
  }
}

const placeOf = (mine: Running, now: () => number, leave: () => void): Place => ({
  leave,
  whenWanted: (giveWay) => {
    mine.since = now()
    mine.giveWay = giveWay
  },
})

/** Asks again and again, until the time is up; answers with what ends both. */
function meanwhile(ask: () => void, everyMs: number, over: () => void, mostMs: number): () => void {
  const asking = setInterval(ask, everyMs)
  const timer = setTimeout(over, mostMs)
  return () => {
    clearInterval(asking)
    clearTimeout(timer)
  }
}

/** Whoever is here, and how long each network has been served of late. */
interface Crowd {
  readonly running: readonly Running[]
  readonly waiting: readonly Waiter[]
  readonly hadBy: (network: string) => number
}

/** Those of the public among them, or of one of its networks. */
const count = (of: readonly { readonly asker: Asker }[], network?: string): number =>
  of.filter(({ asker }) => asker !== 'office' && (network === undefined || asker.network === network)).length

/** Whether there is a place for one more of these. */
const fits = ({ running }: Crowd, limits: PlaceLimits, asker: Asker): boolean =>
  running.length < limits.running &&
  (asker === 'office' ||
    (count(running) < limits.runningForPublic && count(running, asker.network) < limits.runningForNetwork))

function mayWait(crowd: Crowd, limits: PlaceLimits, asker: Asker): boolean {
  const { waiting } = crowd
  if (asker === 'office') return waiting.length - count(waiting) < limits.waitingForStaff
  if (count(waiting, asker.network) >= limits.waitingForNetwork) return false
  return count(waiting) < limits.waitingForPublic || displaceFor(crowd, limits, asker.network)
}

/** Who has nothing here yet comes before the second file of another network, and before networks that have had their time. */
function displaceFor(crowd: Crowd, limits: PlaceLimits, network: string): boolean {
  const { running, waiting, hadBy } = crowd
  const here = (one: string): number => count(running, one) + count(waiting, one)
  if (here(network) > 0) return false
  const least = Math.max(limits.undisturbedMs / 2, hadBy(network) + 1)
  const last = waiting
    .filter(({ asker }) => asker !== 'office' && (here(asker.network) > 1 || hadBy(asker.network) >= least))
    .reduce<Waiter | undefined>(
      (worst, each) => (worst && rankOf(crowd, worst) > rankOf(crowd, each) ? worst : each),
      undefined,
    )
  last?.refuse()
  return last !== undefined
}

const shareOf = ({ hadBy }: Crowd, asker: Asker): number =>
  asker === 'office' ? Number.NEGATIVE_INFINITY : hadBy(asker.network)

/** Ten milliseconds of waiting weigh as much as one that a network had. */
const rankOf = (crowd: Crowd, { asker, bytes, arrivedAt }: Waiter): number =>
  shareOf(crowd, asker) + msOfBytes(bytes) + arrivedAt / 10

/** Who waits and comes first of those for whom there is a place. */
const nextOf = (crowd: Crowd, limits: PlaceLimits): Waiter | undefined =>
  crowd.waiting
    .filter(({ asker }) => fits(crowd, limits, asker))
    .toSorted((a, b) => rankOf(crowd, a) - rankOf(crowd, b))[0]

/** The file that is to be left for those who wait and have had less; undefined while none is. */
function whoGivesWay(crowd: Crowd, limits: PlaceLimits, now: number): Running | undefined {
  const { running, waiting } = crowd
  const wanting = waiting.filter(({ asker }) => asker === 'office' || count(running, asker.network) === 0)
  if (wanting.length === 0) return undefined
  const least = Math.min(...wanting.map(({ asker }) => shareOf(crowd, asker)))
  const [most] = running
    .map((each) => ({ each, ran: now - each.since, share: shareOf(crowd, each.asker) + now - each.since }))
    .filter(({ each, ran }) => each.asker !== 'office' && each.giveWay && ran >= limits.undisturbedMs)
    // Who had to give way before does not push out, at once, who had not.
    .filter(({ share }) => share >= least + limits.undisturbedMs)
    .toSorted((a, b) => b.share - a.share)
  return most?.each
}
