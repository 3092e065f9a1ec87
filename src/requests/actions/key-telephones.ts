import type { Database } from '../../db/database.ts'
import { inOrgan } from '../../db/organ.ts'
import { applicantNameKey, applicantPhoneKey } from '../register.ts'
import { listUnkeyed, saveKeys } from '../store/found.ts'

const atOnce = 200
const beforeAll = '00000000-0000-0000-0000-000000000000'

/** Makes what was registered before 0.3 findable by the applicant's telephone, and by the name whatever point stands in it. */
export async function keyTelephones(db: Database, organId: number): Promise<void> {
  let after = beforeAll
  for (;;) {
    const last = await inOrgan(db, organId, async (tx) => {
      const unkeyed = await listUnkeyed(tx, organId, after, atOnce)
      for (const { id, applicant } of unkeyed)
        await saveKeys(tx, organId, id, {
          applicantNameKey: applicantNameKey(applicant.name),
          applicantPhoneKey: applicantPhoneKey(applicant.phone),
        })
      return unkeyed.at(-1)?.id
    })
    if (last === undefined) return
    after = last
  }
}
