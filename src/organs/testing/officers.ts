import { plainDate } from '../../days/plain-date.ts'
import type { Database } from '../../db/database.ts'
import { inActs, inOrgan } from '../../db/organ.ts'
import type { Actor } from '../actor.ts'
import type { Organ } from '../organ.ts'
import type { Role } from '../role.ts'
import * as organs from '../store.ts'
import { anOrgan } from './organ.ts'
import { setRemedies } from './remedies.ts'
import { addStaff } from './staff.ts'

export interface Office {
  readonly organ: Organ
  readonly unitId: string
  /** Somebody with these roles, who exists; the same login is the same person. */
  readonly officer: (today: string, roles: readonly Role[], login?: string) => Promise<Actor>
}

/** An organ with one unit, somebody in each office that reviews, and other people as they are asked for. */
export async function anOffice(db: Database, facts: Partial<Organ> = {}): Promise<Office> {
  const organ = await inActs(db, (tx) => organs.add(tx, anOrgan(facts)))
  await inOrgan(db, organ.id, (tx) => setRemedies(tx, organ.id))
  const { id: unitId } = await inOrgan(db, organ.id, (tx) =>
    tx
      .insertInto('workUnits')
      .values({ organId: organ.id, name: '办公室', isOgiWorkBody: true })
      .returning('id')
      .executeTakeFirstOrThrow(),
  )
  const known = new Map<string, string>()
  const office: Office = {
    organ,
    unitId,
    officer: async (today, roles, login = roles[0]?.toLowerCase() ?? 'nobody') => {
      const key = `${organ.slug}.${login}`.slice(0, 32)
      const id =
        known.get(key) ??
        (await addStaff(db, organ.id, { login: key, name: login, email: `${login}@shili.invalid`, roles, unitId }))
      known.set(key, id)
      return {
        kind: 'staff',
        id,
        name: login,
        organId: organ.id,
        roles,
        unitId,
        address: '127.0.0.1',
        today: plainDate(today),
      }
    },
  }
  // What nobody can approve is not put up.
  for (const role of ['unitHead', 'legalStaff', 'ogiHead', 'leader'] as const)
    await office.officer('2026-01-01', [role])
  return office
}
