import { record } from '../../audit/record.ts'
import type { Tx } from '../../db/database.ts'
import { isHalfway, isHalfwayTooLong, isOver, type Session } from './session.ts'
import * as store from './store.ts'

/** Where somebody is signed in: when it began and was last used, from which address, and whether it is this very session. */
export interface OwnSession {
  readonly beganAt: Date
  readonly seenAt: Date
  readonly address: string
  readonly isThis: boolean
  /** Only the password was given so far. */
  readonly isHalfway: boolean
}

/** One's own sessions that are not over, this one first and then by last use. */
export async function listOwnSessions(tx: Tx, own: Session, now: Date): Promise<OwnSession[]> {
  const rows = await store.listOf(tx, own.organ.id, own.staff.id)
  return rows
    .filter((row) => !isOver(row, now) && !isHalfwayTooLong(row, now))
    .map((row) => ({
      beganAt: row.beganAt,
      seenAt: row.seenAt,
      address: row.address,
      isThis: row.tokenHash.equals(own.tokenHash),
      isHalfway: isHalfway(row),
    }))
    .sort((a, b) => Number(b.isThis) - Number(a.isThis) || b.seenAt.getTime() - a.seenAt.getTime())
}

/** Ends all of one's own sessions but this one, with their entry in the audit log. Answers how many there were. */
export async function endOtherSessions(tx: Tx, own: Session, address: string, now: Date): Promise<number> {
  const others = (await listOwnSessions(tx, own, now)).length - 1
  await store.endAllOf(tx, own.organ.id, own.staff.id, now, own.tokenHash)
  const actor = { kind: 'staff', id: own.staff.id, address, organId: own.organ.id } as const
  await record(tx, actor, 'signIn.othersEnded', { detail: { count: others } })
  return others
}
