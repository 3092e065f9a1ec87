import { setTimeout } from 'node:timers/promises'
import type pg from 'pg'
import { errorCode } from '../error-code.ts'
import { ownClient } from './own-client.ts'

/** A server's hold on its data folder and the cluster in it. */
export interface Claim {
  /** True when it was still held, so that whoever lets go may stop the cluster. */
  readonly release: () => Promise<boolean>
}

const serverLock = 7_102_020
/** A server that is just stopping lets go of the data folder within this time. */
const patienceMs = 3_000
const againMs = 200

/**
 * Claims the data folder for this server; undefined when another has it. A claim ends with its connection, and that ends
 * when the database is killed: then `revive` starts the database again and the claim is taken anew, until released.
 */
export async function claimFolder(url: string, revive: () => Promise<unknown>): Promise<Claim | undefined> {
  let isReleased = false
  let holder: pg.Client | undefined
  let revival: Promise<void> = Promise.resolve()

  async function hold(): Promise<boolean> {
    const client = ownClient(url, { application_name: 'kaicheng claim' })
    try {
      await client.connect()
      await client.query(`set lock_timeout = '${patienceMs}ms'`)
      await client.query('select pg_advisory_lock($1)', [serverLock])
    } catch (error) {
      await client.end().catch(() => {})
      if (errorCode(error) === lockTimeout) return false
      throw error
    }
    holder = client
    client.once('end', () => {
      holder = undefined
      if (!isReleased) revival = holdAgain()
    })
    return true
  }

  async function holdAgain(): Promise<void> {
    while (!isReleased) {
      try {
        await revive()
        if (await hold()) return
      } catch {
        // It may still be going down; whatever it is, the next try meets it again.
      }
      await setTimeout(againMs)
    }
  }

  if (!(await hold())) return undefined
  return {
    release: async () => {
      isReleased = true
      await revival
      const isHeld = holder !== undefined
      await holder?.end()
      return isHeld
    },
  }
}

const lockTimeout = '55P03'

/** True when no server holds the folder: a command that started the cluster must not stop it under a server. */
export async function isUnclaimed(url: string): Promise<boolean> {
  const client = ownClient(url)
  await client.connect()
  try {
    const held = `select from pg_locks where locktype = 'advisory' and objid = $1 and granted`
    return (await client.query(held, [serverLock])).rowCount === 0
  } finally {
    await client.end()
  }
}
