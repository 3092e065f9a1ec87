import type { InForce } from './in-force.ts'

export interface RegistrationQuestion extends InForce {
  /** A request that came longer ago is taken down only when somebody has looked at the day again. */
  readonly workingDays: number
}

/** Art. 31 wants receipt confirmed on the day itself: a day long past is more likely mistyped than true. Practice, not law. */
export const registrationQuestions: readonly RegistrationQuestion[] = [{ workingDays: 5, from: '2019-05-15', to: null }]
