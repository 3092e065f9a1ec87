import { z } from 'zod'
import { PlainDate } from '../../days/plain-date.ts'
import type { StepView } from '../../steps/step.ts'
import type { RowEvent } from '../rows/row-event.ts'
import type { DecisionClock } from './clock.ts'
import type { DecisionKind } from './decision-fields.ts'
import type { ListedDecision } from './listed-decision.ts'
import type { DecisionStep } from './steps.ts'

export interface DecisionCount {
  readonly year: number
  readonly kind: DecisionKind
  readonly count: number
  readonly published: number
}

/** A decision as the finder shows it. */
export const FoundDecision = z.object({
  id: z.string(),
  kind: z.enum(['licensing', 'penalty', 'compulsion']),
  number: z.string(),
  subject: z.string(),
  quashedOn: PlainDate.nullable(),
  withdrawnOn: PlainDate.nullable(),
})
export type FoundDecision = z.infer<typeof FoundDecision>

/** A line of the list of decisions; persons are masked. */
export interface DecisionItem extends ListedDecision, DecisionClock {
  readonly unitName: string | null
}

/** Everything that the page of a decision shows; what is masked stays masked. */
export interface DecisionView<Instant = Date> extends DecisionItem {
  /** Ids of the fields that are shown masked. */
  readonly masked: readonly string[]
  /** What may be done with it, and why not, the next step first. */
  readonly steps: readonly StepView<DecisionStep>[]
  /** Of the latest edition of its record; null where none was begun. */
  readonly record: {
    readonly edition: number
    readonly act: string
    readonly status: string
    readonly label: string
  } | null
  /** What happened to it, the earliest first. */
  readonly events: readonly RowEvent<Instant>[]
}
