import type { Tx } from '../db/database.ts'
import { actOf } from './act.ts'

/** Whoever did it; `Actor` of the rooms is one. */
export interface AuditActor {
  readonly kind: 'staff' | 'applicant' | 'system' | 'operator' | 'anonymous'
  readonly id: string | null
  /** Where the call came from; empty on the command line. */
  readonly address: string
  readonly organId: number
}

export interface AuditEntry {
  /** What it was done to: an id or a number. */
  readonly subject?: string
  readonly succeeded?: boolean
  readonly detail?: Readonly<Record<string, unknown>>
}

/**
 * Says what this act is. The entry is appended to the organ's chain at the end of the act, in the same transaction as the
 * act itself (GB/T 22239-2019 8.1.4.3); if that fails, so does the act. Never give it an ID number, a phone number or a
 * secret.
 */
export async function record(tx: Tx, actor: AuditActor, action: string, entry: AuditEntry = {}): Promise<void> {
  const act = actOf(tx)
  if (act?.organId !== actor.organId) throw new Error(`${action} is recorded outside an act of organ ${actor.organId}`)
  act.entries.push({ actor, action, entry })
}
