import { plainDate } from '../../src/days/plain-date.ts'
import { inOrgan } from '../../src/db/organ.ts'
import { registerIntake } from '../../src/requests/actions/register-intake.ts'
import { anIntake } from '../../src/requests/testing/an-intake.ts'
import type { openOffice } from './console.ts'

/** A request handed in at the counter, with what opens it for its applicant. */
export async function handedIn(
  office: Awaited<ReturnType<typeof openOffice>>,
  on: string,
): Promise<{ number: string; code: string; secret: string }> {
  const organId = office.organ().id
  const [one] = await inOrgan(office.db, organId, async (tx) => {
    const staff = await tx
      .selectFrom('staff')
      .select(['id', 'name', 'unitId'])
      .where('login', '=', 'wang')
      .executeTakeFirstOrThrow()
    const today = plainDate(on)
    const clerk = { kind: 'staff' as const, ...staff, organId, address: '', roles: ['clerk' as const], today }
    return registerIntake(tx, clerk, anIntake(on))
  })
  if (!one) throw new Error('nothing was registered')
  return { number: one.request.number, ...one.receipt }
}
