import pg from 'pg'
import { tellFault } from '../faults/fault.ts'
import { ownClient } from './own-client.ts'

/** Hears notifications on a connection of its own for as long as it is open. */
export interface Listener {
  /** False from the moment that notifications may be missed until the connection stands again. */
  readonly connected: () => boolean
  /** Ends with the first try to connect, whether it succeeded or not. */
  readonly tried: Promise<void>
  readonly close: () => Promise<void>
}

const firstWaitMs = 100
const longestWaitMs = 5_000
/** A cut network is silent; only an unanswered question shows it. */
const heartbeatMs = 2_000

/** What is heard when the connection stands again: some notifications may have been missed. */
export const missedSome = 'missed some'

function clientFor(url: string, channel: string, heard: (said: string) => void, gone: () => void): pg.Client {
  const client = ownClient(url, {
    application_name: `kaicheng listening to ${channel}`,
    connectionTimeoutMillis: 3_000,
    query_timeout: heartbeatMs,
  })
  return client
    .on('error', gone)
    .on('end', gone)
    .on('notification', ({ payload = '' }) => heard(payload))
}

/** Ends it, and hears nothing more of it meanwhile. */
async function endDeaf(client: pg.Client | undefined): Promise<void> {
  client?.removeAllListeners('notification')
  await client?.end().catch(() => {})
}

/** Tells once of each time that the connection is lost, however often it is tried again. */
function tellingOnce(channel: string, isWanted: () => boolean) {
  let isTold = false
  return {
    tell: (error: unknown) => {
      if (!isTold && isWanted()) tellFault(error, { kind: 'database', place: `listening to ${channel}` })
      isTold = true
    },
    isOver: () => {
      isTold = false
    },
  }
}

/** Waits longer and longer between tries, until one succeeds. */
function waits() {
  let waitMs = firstWaitMs
  return {
    next: () => {
      const now = waitMs
      waitMs = Math.min(waitMs * 2, longestWaitMs)
      return now
    },
    reset: () => {
      waitMs = firstWaitMs
    },
  }
}

/** Calls `heard` with what each notification on `channel` says, and on each (re)connection. */
export function listen(url: string, channel: string, heard: (said: string) => void): Listener {
  let client: pg.Client | undefined
  let connected = false
  let closed = false
  let hasStood = false
  const tries = waits()
  let timer: NodeJS.Timeout | undefined

  const later = (work: () => Promise<void>, delay: number) => {
    if (!closed) timer = setTimeout(work, delay).unref()
  }
  const losses = tellingOnce(channel, () => !closed)
  const lose = async () => {
    const lost = client
    connected = false
    client = undefined
    await endDeaf(lost)
  }
  const beat = async () => {
    try {
      await client?.query('select 1')
      later(beat, heartbeatMs)
    } catch (error) {
      losses.tell(error)
      await lose()
      later(connect, firstWaitMs)
    }
  }
  const connect = async (): Promise<void> => {
    const next = clientFor(url, channel, heard, () => {
      if (client === next) connected = false
    })
    client = next
    try {
      await next.connect()
      await next.query(`listen ${pg.escapeIdentifier(channel)}`)
      if (closed) return await lose()
      connected = true
      losses.isOver()
      tries.reset()
      heard(hasStood ? missedSome : '')
      hasStood = true
      later(beat, heartbeatMs)
    } catch (error) {
      losses.tell(error)
      await lose()
      later(connect, tries.next())
    }
  }

  const tried = connect()
  return {
    connected: () => connected,
    tried,
    close: async () => {
      closed = true
      clearTimeout(timer)
      await tried
      await lose()
    },
  }
}
