import pg from 'pg'
import { tellFault } from '../faults/fault.ts'
import { ownClient } from './own-client.ts'

/** Hears notifications on a connection of its own for as long as it is open. */
export interface Listener {
  /** False from the moment that notifications may be missed until the connection stands again. */
  readonly connected: () => boolean
  readonly close: () => Promise<void>
}

const firstWaitMs = 100
const longestWaitMs = 5_000
/** A cut network is silent; only an unanswered question shows it. */
const heartbeatMs = 2_000

/** What is heard when the connection stands again: some notifications may have been missed. */
export const missedSome = 'missed some'

/** Calls `heard` with what each notification on `channel` says, and on each (re)connection. */
export function listen(url: string, channel: string, heard: (said: string) => void): Listener {
  let client: pg.Client | undefined
  let connected = false
  let closed = false
  let hasStood = false
  let isTold = false
  let waitMs = firstWaitMs
  let timer: NodeJS.Timeout | undefined

  const later = (work: () => Promise<void>, delay: number) => {
    if (closed) return
    timer = setTimeout(work, delay)
    timer.unref()
  }
  /** Once for each time that the connection is lost, however often it is tried again. */
  const tell = (error: unknown) => {
    if (!isTold && !closed) tellFault(error, { kind: 'database', place: `listening to ${channel}` })
    isTold = true
  }
  const lose = async () => {
    connected = false
    const lost = client
    client = undefined
    lost?.removeAllListeners('notification')
    await lost?.end().catch(() => {})
  }
  const beat = async () => {
    try {
      await client?.query('select 1')
      later(beat, heartbeatMs)
    } catch (error) {
      tell(error)
      await lose()
      later(connect, firstWaitMs)
    }
  }
  const connect = async (): Promise<void> => {
    const next = ownClient(url, {
      application_name: `kaicheng listening to ${channel}`,
      connectionTimeoutMillis: 3_000,
      query_timeout: heartbeatMs,
    })
    client = next
    const gone = () => {
      if (client === next) connected = false
    }
    next
      .on('error', gone)
      .on('end', gone)
      .on('notification', ({ payload = '' }) => heard(payload))
    try {
      await next.connect()
      await next.query(`listen ${pg.escapeIdentifier(channel)}`)
      if (closed) return await lose()
      connected = true
      isTold = false
      waitMs = firstWaitMs
      heard(hasStood ? missedSome : '')
      hasStood = true
      later(beat, heartbeatMs)
    } catch (error) {
      tell(error)
      await lose()
      later(connect, waitMs)
      waitMs = Math.min(waitMs * 2, longestWaitMs)
    }
  }

  const first = connect()
  return {
    connected: () => connected,
    close: async () => {
      closed = true
      clearTimeout(timer)
      await first
      await lose()
    },
  }
}
