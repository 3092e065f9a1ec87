import { sql } from 'kysely'
import type { Database, Tx } from '../db/database.ts'
import { inOrgan } from '../db/organ.ts'
import { blindIndex } from '../db/sealed.ts'
import { refusals } from '../refusal.ts'
import type { AcceptedFile } from './accepted-file.ts'
import { addFile, removeExpired, removeWaiting } from './store.ts'

const mebibyte = 1024 * 1024

/** Bytes of files of the public that wait for their form, on all organs together. */
export interface WaitingQuota {
  readonly total: number
  /** Of what came from one network within an hour. */
  readonly network: number
}

/** What five files of the largest size take: one form must always go through. */
const oneForm = 100 * mebibyte

/** Files of the largest size, for which so many small ones may have to go. */
const mostGiveWay = 100

/** A quarter of all may be one network's, and in any case one full form. */
export function waitingQuota(megabytes = 500): WaitingQuota {
  const total = megabytes * mebibyte
  return { total, network: Math.min(total, Math.max(oneForm, total / 4)) }
}

export interface Waiting {
  readonly organId: number
  readonly network: string
  readonly quota: WaitingQuota
}

/** Whether `bytes` more may wait as it stands. Two at the same time may both find room: what is in memory has its own limit. */
export const hasRoom = async (db: Database | Tx, { network, quota }: Waiting, bytes = 1): Promise<boolean> =>
  !isOver(await sumWaiting(db, network), quota, bytes)

/**
 * Makes room for `bytes` more, or refuses. Those whose time is over give way at once, and then the oldest of the network with
 * most, to one with less: whoever fills the room shuts nobody out.
 */
export async function makeRoom(db: Database, waiting: Waiting, bytes = 1): Promise<void> {
  for (const organId of await expiredOrgans(db)) await inOrgan(db, organId, removeExpired)
  for (let tries = 0; tries < mostGiveWay && !(await hasRoom(db, waiting, bytes)); tries += 1) {
    const { network: own } = await sumWaiting(db, waiting.network)
    const oldest = own + bytes > waiting.quota.network ? undefined : await oldestOfHeaviest(db, own + bytes)
    if (!oldest) throw refusals.tooManyWaiting()
    await inOrgan(db, oldest.organId, (tx) => removeWaiting(tx, oldest.organId, oldest.fileId))
  }
}

/** Keeps a file for so many hours until a form claims it. Refuses what is over the quota. */
export async function addWaiting(
  db: Database,
  file: AcceptedFile,
  waiting: Waiting & { readonly hours: number },
): Promise<{ id: string }> {
  const { organId, network, hours } = waiting
  const bytes = file.bytes.length
  const add = async (tx: Tx) => {
    const { id } = await addFile(tx, organId, file, hours)
    await tx
      .insertInto('waitingFiles')
      .values({
        organId,
        fileId: id,
        network: blindIndex(network),
        bytes,
        expiresAt: sql<Date>`now() + ${hours} * interval '1 hour'`,
      })
      .execute()
    return { id }
  }
  const added = await inOrgan(db, organId, async (tx) => ((await hasRoom(tx, waiting, bytes)) ? add(tx) : undefined))
  if (added) return added
  await makeRoom(db, waiting, bytes)
  return inOrgan(db, organId, add)
}

interface Sum {
  readonly total: number
  readonly network: number
}

const isOver = (sum: Sum, quota: WaitingQuota, bytes: number): boolean =>
  sum.total + bytes > quota.total || sum.network + bytes > quota.network

async function sumWaiting(db: Database | Tx, network: string): Promise<Sum> {
  const { rows } = await sql<Sum>`select total, network from waiting_sums(${blindIndex(network)})`.execute(db)
  return rows[0] ?? { total: 0, network: 0 }
}

async function expiredOrgans(db: Database): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`select id from waiting_over() as id`.execute(db)
  return rows.map(({ id }) => id)
}

async function oldestOfHeaviest(db: Database, than: number): Promise<{ organId: number; fileId: string } | undefined> {
  const { rows } = await sql<{ organId: number; fileId: string }>`
    select organ_id, file_id from waiting_longest(${than})`.execute(db)
  return rows[0]
}
