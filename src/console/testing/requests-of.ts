import { inOrgan } from '../../db/organ.ts'
import type { Actor } from '../../organs/actor.ts'
import type { Role } from '../../organs/role.ts'
import { registerIntake } from '../../requests/actions/register-intake.ts'
import { takeStep } from '../../requests/actions/take-step.ts'
import type { Intake } from '../../requests/intake.ts'
import type { Request } from '../../requests/request.ts'
import type { StepName } from '../../requests/step-inputs.ts'
import { anIntake } from '../../requests/testing/an-intake.ts'
import { letOut } from '../../requests/testing/let-out.ts'
import type { openConsole } from './open-console.ts'

/** Requests of the office, brought into any state by its people behind the browser's back. */
export function requestsOf({ db, organ, officer }: Awaited<ReturnType<typeof openConsole>>) {
  return {
    /** Handed in today, unless the facts say otherwise, and taken down by a clerk. */
    register: async (facts: Partial<Intake> = {}): Promise<Request> => {
      const clerk = await officer(['clerk'])
      const intake = anIntake(clerk.today, facts)
      const [one] = await inOrgan(db, organ.id, (tx) => registerIntake(tx, clerk, intake))
      if (!one) throw new Error('nothing registered')
      return one.request
    },
    take: async (who: Actor, { id }: Pick<Request, 'id'>, step: StepName, input: unknown): Promise<Request> =>
      (await inOrgan(db, organ.id, (tx) => takeStep(tx, who, id, step, input))).request,
    /** Every letter of the request that is up is approved, level by level, and leaves. */
    letOut: (request: Request) => letOut(db, request, (role: Role) => officer([role])),
  }
}
