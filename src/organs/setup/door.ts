import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import { instantAfter } from '../../days/plain-date.ts'
import type { MadeBureau } from './actions.ts'

/** What a key opens: the questions, or the rest of what the bureau needs that its holder has just made. */
export type SetupStage =
  | { readonly stage: 'questions' }
  | ({ readonly stage: 'authenticators'; readonly until: Date } & Pick<MadeBureau, 'organ' | 'administrators'>)

/** The way into a house without an organ. Of its keys only the hashes are known, in memory: when the server stops they open nothing. */
export interface SetupDoor {
  /** A new key to the questions; one before it opens nothing any more. */
  readonly invite: () => string
  /** What the key opens; undefined: nothing. Takes as long for a wrong key as for a right one. */
  readonly opens: (key: string) => SetupStage | undefined
  /** Once a bureau is made: from now on there is a new key, for whoever made it, and no other; good for the working day. */
  readonly goOn: (made: Pick<MadeBureau, 'organ' | 'administrators'>, now: Date) => string
  /** From now on no key opens anything. */
  readonly shut: () => void
}

const keyBytes = 32
/** So long may authenticators be bound by the key. */
const bindingMs = 8 * 60 * 60_000
const hashOf = (key: string): Buffer => createHash('sha256').update(key).digest()

export function openSetupDoor(): SetupDoor {
  /** Of nobody's key until there is one. */
  let hash = randomBytes(keyBytes)
  let behind: SetupStage | undefined
  const cut = (stage: SetupStage): string => {
    const key = randomBytes(keyBytes).toString('base64url')
    hash = Buffer.from(hashOf(key))
    behind = stage
    return key
  }
  return {
    invite: () => cut({ stage: 'questions' }),
    opens: (key) => (timingSafeEqual(hashOf(key), hash) ? behind : undefined),
    goOn: ({ organ, administrators }, now) => {
      const until = instantAfter(now, bindingMs)
      return cut({ stage: 'authenticators', until, organ, administrators })
    },
    shut: () => {
      behind = undefined
    },
  }
}
