import { record } from '../../audit/record.ts'
import type { Tx } from '../../db/database.ts'
import type { Actor } from '../../organs/actor.ts'
import { refusals } from '../../refusal.ts'
import type { Applicant } from '../applicant.ts'
import { whyNotOpenPersonal } from '../lifecycle.ts'
import { stepMatter } from '../prepare.ts'
import { firstValues } from '../registration.ts'
import { listFiles } from '../store/files.ts'
import { get, getApplicant, type RequestWithEvents } from '../store/requests.ts'
import { toldTo } from '../work/show-work.ts'

/** Who asks, in clear; who looks and why is recorded. Refuses whoever has nothing to do with the case. */
export async function openApplicant(tx: Tx, actor: Actor, id: string, reason: string): Promise<Applicant> {
  await findFor(tx, actor, id)
  await record(tx, actor, 'request.applicantRevealed', { subject: id, detail: { reason } })
  return getApplicant(tx, actor.organId, id)
}

/** What was taken down before each correction of the registration, in the same way. */
export async function openFirstValues(
  tx: Tx,
  actor: Actor,
  id: string,
  reason: string,
): Promise<ReturnType<typeof firstValues>> {
  const { request, events } = await findFor(tx, actor, id)
  await record(tx, actor, 'request.firstValuesRevealed', { subject: id, detail: { reason } })
  return firstValues(events, request.applicantKind)
}

/** The same for a file of it: papers of an opinion or a note are also read by those whom it tells. */
export async function findForFile(tx: Tx, actor: Actor, id: string, fileId: string): Promise<void> {
  const found = await get(tx, actor.organId, id)
  const matter = await stepMatter(tx, actor, found)
  const refusal = whyNotOpenPersonal(matter)
  const file = (await listFiles(tx, found.request)).find((each) => each.id === fileId)
  if (refusal && !(file && toldTo(matter, found.events).has(file.seq))) throw refusal
  if (!file) throw refusals.unknownFile()
}

/** The request, for whoever may read its letters and files. Refuses whoever may not know who asks. */
export async function findFor(tx: Tx, actor: Actor, id: string): Promise<RequestWithEvents> {
  const found = await get(tx, actor.organId, id)
  const refusal = whyNotOpenPersonal(await stepMatter(tx, actor, found))
  if (refusal) throw refusal
  return found
}
