import type { PlainDate } from '../days/plain-date.ts'
import type { CaseStatus } from './cases/case.ts'
import type { Remedy } from './remedy.ts'

/** A line of the list of cases. */
export interface ListedRemedy extends Remedy {
  readonly id: string
  /** How a case stands that is worked on here; null for an imported row. */
  readonly status: CaseStatus | null
  /** By when the organ has to do what; null where nothing is due. */
  readonly dueOn: PlainDate | null
  readonly dueWhat: string
}
