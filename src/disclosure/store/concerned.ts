import { sql } from 'kysely'
import type { Tx } from '../../db/database.ts'

/** Where mail reaches these people and the heads of the work body; each once, nobody who has left. */
export async function mailOfConcerned(
  tx: Tx,
  organId: number,
  staffIds: readonly (string | null)[],
): Promise<string[]> {
  const { rows } = await sql<{ email: string }>`
    select distinct s.email from staff s left join staff_roles r
      on r.organ_id = s.organ_id and r.staff_id = s.id and r.role = 'ogiHead'
    where s.organ_id = ${organId} and s.disabled_at is null and s.email <> ''
      and (r.role is not null or s.id = any(${staffIds.filter((id) => id !== null)}::uuid[])) order by 1`.execute(tx)
  return rows.map(({ email }) => email)
}
