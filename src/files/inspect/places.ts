import { refusals } from '../../refusal.ts'
import type { Asker } from './asker.ts'

export interface PlaceLimits {
  /** Looked into at once, and how many of these may be the public's. */
  readonly running: number
  readonly runningForPublic: number
  readonly runningForNetwork: number
  readonly waitingForStaff: number
  readonly waitingForPublic: number
  readonly waitingForNetwork: number
  readonly longestWaitMs: number
}

export interface Places {
  /** Resolves when it is one's turn, to what gives the place back. Refuses, as busy, whoever would wait too long. */
  readonly take: (asker: Asker) => Promise<() => void>
}

interface Waiter {
  readonly asker: Asker
  readonly begin: () => void
}

/** A queue with an end, in which one network cannot stand before all others, nor the public before the staff. */
export function openPlaces(limits: PlaceLimits): Places {
  const running: Asker[] = []
  let waiting: Waiter[] = []

  const fits = (asker: Asker): boolean => {
    if (running.length >= limits.running) return false
    if (asker === 'staff') return true
    return (
      running.filter(isPublic).length < limits.runningForPublic &&
      running.filter((each) => isOf(each, asker.network)).length < limits.runningForNetwork
    )
  }
  const mayWait = (asker: Asker): boolean => {
    const askers = waiting.map((waiter) => waiter.asker)
    if (asker === 'staff') return askers.filter((each) => each === 'staff').length < limits.waitingForStaff
    return (
      askers.filter(isPublic).length < limits.waitingForPublic &&
      askers.filter((each) => isOf(each, asker.network)).length < limits.waitingForNetwork
    )
  }
  const begin = (asker: Asker): (() => void) => {
    running.push(asker)
    let isGiven = false
    return () => {
      if (isGiven) return
      isGiven = true
      running.splice(running.indexOf(asker), 1)
      handOn()
    }
  }
  /** The place goes to who waits before anybody new can take it. */
  const handOn = (): void => {
    for (;;) {
      const next =
        waiting.find(({ asker }) => asker === 'staff' && fits(asker)) ?? waiting.find(({ asker }) => fits(asker))
      if (!next) return
      waiting = waiting.filter((waiter) => waiter !== next)
      next.begin()
    }
  }

  return {
    take: async (asker) => {
      if (fits(asker)) return begin(asker)
      if (!mayWait(asker)) throw refusals.inspectionBusy()
      return new Promise((resolve, reject) => {
        const giveUp = () => {
          waiting = waiting.filter((waiter) => waiter !== waiter_)
          reject(refusals.inspectionBusy())
        }
        const timer = setTimeout(giveUp, limits.longestWaitMs)
        const waiter_: Waiter = {
          asker,
          begin: () => {
            clearTimeout(timer)
            resolve(begin(asker))
          },
        }
        waiting.push(waiter_)
      })
    },
  }
}

const isPublic = (asker: Asker): boolean => asker !== 'staff'
const isOf = (asker: Asker, network: string): boolean => asker !== 'staff' && asker.network === network
