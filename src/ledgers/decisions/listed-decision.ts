import type { Decision } from './decision.ts'

/** A decision as the register lists it. */
export interface ListedDecision extends Decision {
  /** Of its record on the platform; null where there is none. */
  readonly address: string | null
}
