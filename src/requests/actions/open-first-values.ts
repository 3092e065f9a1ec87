import { record } from '../../audit/record.ts'
import type { Tx } from '../../db/database.ts'
import type { Actor } from '../../organs/actor.ts'
import { firstValues } from '../registration.ts'
import { get } from '../store/requests.ts'

/** What was taken down before each correction of the registration, in clear; who looks and why is recorded. */
export async function openFirstValues(
  tx: Tx,
  actor: Actor,
  id: string,
  reason: string,
): Promise<ReturnType<typeof firstValues>> {
  const { request, events } = await get(tx, actor.organId, id)
  await record(tx, actor, 'request.firstValuesRevealed', { subject: id, detail: { reason } })
  return firstValues(events, request.applicantKind)
}
