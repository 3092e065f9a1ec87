import type { Tx } from '../../db/database.ts'
import type { Actor } from '../../organs/actor.ts'
import type { Content } from '../content.ts'
import { openEdition } from '../prepare.ts'
import type { EditionKey } from '../store/editions.ts'
import { beginEdition, beginRecord } from './begin.ts'
import { saveRevision } from './save.ts'

/** Begins a record with what another room has written of it; it is reviewed and published as any. */
export async function draftRecord(
  tx: Tx,
  actor: Actor,
  now: Date,
  written: Pick<Content, 'type'> & Partial<Content>,
): Promise<EditionKey> {
  const key = await beginRecord(tx, actor, now, written.type)
  const { content } = await openEdition(tx, key)
  await saveRevision(tx, actor, now, key, { content: { ...content, ...written }, basedOn: 1 })
  return key
}

/** Begins the withdrawal of a record with the reason that another room gives, whose row it is. Refuses one that is not public. */
export async function draftWithdrawal(
  tx: Tx,
  actor: Actor,
  now: Date,
  recordId: string,
  reason: string,
): Promise<EditionKey> {
  const key = await beginEdition(tx, actor, now, recordId, 'withdraw', { ofRegister: true })
  const { content } = await openEdition(tx, key)
  await saveRevision(tx, actor, now, key, { content: { ...content, act: { kind: 'withdraw', reason } }, basedOn: 1 })
  return key
}
