import { setTimeout } from 'node:timers/promises'
import pg from 'pg'
import { isDatabaseAway } from './away.ts'
import { ownClient } from './own-client.ts'

/** Who comes while the database is away waits so long for it to come back. */
const patienceMs = 2_000
const againMs = 100
/** A knock that is neither let in nor sent away by then says nothing: whoever waits for it tries for themselves. */
const knockMs = 1_000

type Heard = (error: never, client: never) => void

interface Absence {
  waiting: number
  error: Error
  /** Resolves when it is back, when it answers otherwise, or when nobody waits any more. */
  over: Promise<void>
}

/**
 * A pool's way to a database that may be away for a moment. Meanwhile one knocks for all who wait, a little apart: of itself
 * each would try on its own, and hundreds of attempts take from a database that recovers the processor that it needs.
 */
export interface Patience {
  /** Fails at once while the database is away. */
  readonly Client: typeof pg.Client
  /** Connects by `connect`; waits for two seconds while the database is away, and then says what was last heard of it. */
  readonly waitFor: <Connection>(connect: () => Promise<Connection>) => Promise<Connection>
}

export function patienceWith(url: string, config: pg.ClientConfig): Patience {
  let absence: Absence | undefined

  class Client extends pg.Client {
    override connect(): Promise<pg.Client>
    override connect(heard: Heard): void
    override connect(heard?: Heard): unknown {
      if (!heard) return super.connect()
      // The pool gives a callback, and never connects the same client again.
      if (!absence) return super.connect(heard as (error: Error) => void)
      return setImmediate(heard as (error: Error) => void, absence.error)
    }
  }

  async function knockUntilBack(own: Absence): Promise<void> {
    do {
      await setTimeout(againMs)
      try {
        await knock(url, config)
        break
      } catch (error) {
        if (!isAbsence(error)) break
        own.error = error
      }
    } while (own.waiting > 0)
    absence = undefined
  }

  async function wait(own: Absence, until: number): Promise<void> {
    own.waiting += 1
    const tired = new AbortController()
    try {
      const late = setTimeout(Math.max(0, until - performance.now()), 'late', { signal: tired.signal })
      if ((await Promise.race([own.over, late])) === 'late') throw own.error
    } finally {
      own.waiting -= 1
      tired.abort()
    }
  }

  return {
    Client,
    waitFor: async (connect) => {
      const until = performance.now() + patienceMs
      for (;;) {
        if (absence) await wait(absence, until)
        try {
          return await connect()
        } catch (error) {
          if (!isAbsence(error) || performance.now() > until) throw error
          if (!absence) {
            absence = { waiting: 0, error, over: Promise.resolve() }
            absence.over = knockUntilBack(absence)
          }
        }
      }
    },
  }
}

async function knock(url: string, config: pg.ClientConfig): Promise<void> {
  const client = ownClient(url, { ...config, connectionTimeoutMillis: knockMs })
  try {
    await client.connect()
  } finally {
    await client.end().catch(() => {})
  }
}

/**
 * No answer, or “starting” and “stopping”. A pool whose connections are all in use says nothing of the database, and a server
 * that has no room for one more still answers on those that stand: whoever waited for room would keep them from being used.
 */
const isAbsence = (error: unknown): error is Error =>
  error instanceof Error && isDatabaseAway(error) && !/^timeout exceeded/.test(error.message) && !hasNoRoom(error)

/** SQLSTATE class 53. */
const hasNoRoom = (error: unknown): boolean =>
  error instanceof pg.DatabaseError && error.code?.startsWith('53') === true
