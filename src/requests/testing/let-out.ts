import type { Database } from '../../db/database.ts'
import { inOrgan } from '../../db/organ.ts'
import type { Actor } from '../../organs/actor.ts'
import type { Role } from '../../organs/role.ts'
import { type Taken, takeStep } from '../actions/take-step.ts'
import { foldHistory } from '../history.ts'
import { get } from '../store/requests.ts'

/** Has every letter of a request that is up for approval approved, level by level, so that it leaves. Answers with the last act. */
export async function letOut(
  db: Database,
  { organId, id }: { readonly organId: number; readonly id: string },
  officer: (role: Role) => Promise<Actor>,
): Promise<Taken | undefined> {
  let taken: Taken | undefined
  for (;;) {
    const { events } = await inOrgan(db, organId, (tx) => get(tx, organId, id))
    const [letter] = foldHistory(events).waiting
    const role = letter?.levels[letter.approvals.length]?.role
    if (!letter || !role) return taken
    const actor = await officer(role)
    const input = { draft: letter.seq, hash: letter.hash }
    taken = await inOrgan(db, organId, (tx) => takeStep(tx, actor, id, 'approveLetter', input))
  }
}
