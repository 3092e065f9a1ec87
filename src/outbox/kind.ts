import type { Tx } from '../db/database.ts'

/** What waits to leave, as it was queued. */
export interface Waiting {
  /** Stable: what is sent again is sent under the same id. */
  readonly id: string
  readonly organId: number
  readonly payload: unknown
  readonly queuedAt: Date
}

/** One way out of the house. */
export interface OutboxKind {
  /** Stands in every row that waits, so it is never another. */
  readonly kind: string
  /**
   * Made in a transaction of the organ just before it leaves, from what is true then; null when there is nothing to tell any more.
   * What it answers sends, outside of any transaction, within two minutes, and throws `TurnedDown` or `Unreachable` where it can
   * tell which of them it is.
   */
  readonly prepare: (tx: Tx, waiting: Waiting) => Promise<(() => Promise<void>) | null>
  /** In the transaction that notes the ending, and once: it has left, or the other side has refused it for good. */
  readonly ended?: (tx: Tx, waiting: Waiting, how: 'sent' | 'refused') => Promise<void>
}

/** The other side has looked at it and said no; the next one may do better. The message names nobody. */
export class TurnedDown extends Error {
  override readonly name = 'TurnedDown'
  readonly forGood: boolean
  /** The matter of somebody outside who was to get it, as an address that is not theirs: no fault of the house, which nobody here can mend. */
  readonly isTheirs: boolean

  constructor(
    message: string,
    {
      forGood,
      isTheirs = false,
      cause,
    }: { readonly forGood: boolean; readonly isTheirs?: boolean; readonly cause?: unknown },
  ) {
    super(message, { cause })
    this.forGood = forGood
    this.isTheirs = isTheirs
  }
}

/** The other side is not there, or does not let us in: says nothing about what was to be sent. */
export class Unreachable extends Error {
  override readonly name = 'Unreachable'

  constructor(cause: unknown) {
    super('the other side cannot be reached', { cause })
  }
}
