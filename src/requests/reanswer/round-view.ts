import type { PlainDate } from '../../days/plain-date.ts'
import type { ReanswerOrder } from './order.ts'

/** An answer given again as a page shows it. */
export interface RoundView extends Pick<ReanswerOrder, 'round' | 'ground' | 'caseId' | 'caseNumber' | 'body'> {
  readonly documentNumber: string
  readonly of: ReanswerOrder['of']
  readonly orderedOn: PlainDate
  readonly dueOn: PlainDate
  readonly answer: {
    readonly on: PlainDate
    readonly outcomeLabel: string
    readonly letterNumber: string | null
    readonly lateReason: string
  } | null
}
