import type { Database } from '../../db/database.ts'
import { inOrgan } from '../../db/organ.ts'
import type { Actor } from '../../organs/actor.ts'
import type { Role } from '../../organs/role.ts'
import { type Taken, takeStep } from '../actions/take-step.ts'
import { foldHistory } from '../history.ts'
import type { StepName } from '../step-inputs.ts'
import { get } from '../store/requests.ts'
import { byHand } from './served.ts'

/** Drafts an answer, has it approved level by level, and sends it, the first one or a new one. */
export async function answered(
  db: Database,
  { organId, id }: { readonly organId: number; readonly id: string },
  officer: (role: Role) => Promise<Actor>,
  input: object,
  lateReason = '',
): Promise<Taken> {
  const step = async (role: Role, name: StepName, typed: object) => {
    const actor = await officer(role)
    return inOrgan(db, organId, (tx) => takeStep(tx, actor, id, name, typed))
  }
  await step('clerk', 'draftAnswer', input)
  const { draft } = foldHistory((await inOrgan(db, organId, (tx) => get(tx, organId, id))).events)
  if (!draft) throw new Error('nothing was drafted')
  const { hash } = draft
  for (const { role } of draft.levels) await step(role, 'approveAnswer', { hash, opinion: '同意' })
  return step('clerk', 'issueAnswer', { hash, ...byHand, lateReason })
}
