import { setTimeout } from 'node:timers/promises'
import { networkOf, type Try, type TryLimit } from '../../db/attempts.ts'
import { openTurns } from '../../db/turns.ts'

const quarter = 15 * 60_000
const hour = 60 * 60_000

/**
 * GB/T 22239-2019 8.1.4.1 b: five failures within fifteen minutes shut an account for fifteen – for the place from which they
 * came. Whoever sits elsewhere, or at a browser that has signed in before, is let in by the right password.
 */
export const triesOfAccount: TryLimit = { kind: 'signIn', count: 5, withinMs: quarter }
export const triesOfSecondFactor: TryLimit = { kind: 'secondFactor', count: 5, withinMs: quarter }
/** Of the present password, when it is changed: only who is signed in can try. */
export const triesOfCurrent: TryLimit = { kind: 'currentPassword', count: 5, withinMs: quarter }

/** These shut nobody out: the more there are, the longer each takes. */
const uncounted = 1_000_000
export const paceOfAccount: TryLimit = { kind: 'signInAll', count: uncounted, withinMs: hour }
export const paceOfNetwork: TryLimit = { kind: 'signInFrom', count: uncounted, withinMs: quarter }
/** Codes are tried only by who has the password: beyond these an hour, only from places that the person has used before. */
export const paceOfCodes: TryLimit = { kind: 'codesAll', count: 30, withinMs: hour }

const longestMs = 2_000
const free = { account: 10, network: 20 }
/** From here on a place that has failed and was never used before has to wait until the hour is over. */
const hot = 30

/** From where somebody tries. */
export interface Place {
  readonly address: string
  /** The browser, where this account has signed in with it before. */
  readonly browser: string | undefined
  /** Came through a proxy on this machine that is not believed: everybody has this address, so nobody may be shut out by it. */
  readonly isShared: boolean
}

/** Under which a place is counted. */
export const placeName = ({ address, browser }: Place): string =>
  browser === undefined ? networkOf(address) : `browser ${browser}`

/** Whether the account has been used from there before. */
export const isFamiliar = ({ address, browser }: Place, usedFrom: readonly string[]): boolean =>
  browser !== undefined || usedFrom.some((each) => networkOf(each) === networkOf(address))

export interface Counted {
  readonly here: Try
  readonly ofAccount: Try
  readonly ofNetwork: Try
}

/** Until when this place is shut for this account; undefined: it is open. */
export function shutUntil({ here, ofAccount }: Counted, place: Place, familiar: boolean): Date | undefined {
  if (place.isShared && place.browser === undefined) return undefined
  if (!here.isOpen) return here.until
  return !familiar && ofAccount.count > hot && here.count > 1 ? ofAccount.until : undefined
}

/** How long a try waits before it is looked at. */
export function waitMs({ ofAccount, ofNetwork }: Counted, place: Place, familiar: boolean): number {
  const account = familiar ? 0 : 250 * (ofAccount.count - free.account)
  const network = place.browser === undefined ? 100 * (ofNetwork.count - free.network) : 0
  return Math.min(longestMs, Math.max(0, account, network))
}

/** Whether the account has failed so often within the hour that one more failure is answered as too many. */
export const isHammered = ({ ofAccount }: Counted, familiar: boolean): boolean =>
  !familiar && ofAccount.count > triesOfAccount.count

/** Nothing to wait for takes no turn of the event loop. */
export const pause = (ms: number): Promise<unknown> => (ms > 0 ? setTimeout(ms) : Promise.resolve())

/** Of four threads three at most compute passwords, of one network two, and the event loop none. */
export const turns = openTurns({ atOnce: 3, ofOne: 2, waiting: 200 })
