import type { Remedy } from './remedy.ts'

/** A line of the list of cases. */
export interface ListedRemedy extends Remedy {
  readonly id: string
}
