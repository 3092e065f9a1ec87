import type { StepView } from '../steps/step.ts'
import type { FeedbackEvent } from './event.ts'
import type { Feedback, FeedbackKind } from './feedback.ts'
import type { StepName } from './step-inputs.ts'

/** Feedback as it stands in a list. */
export interface ListedFeedback extends Omit<Feedback, 'organId' | 'lastSeq' | 'pageUnitId'> {
  /** The beginning of its words. */
  readonly excerpt: string
  readonly unitName: string
  readonly handlerName: string
  /** Working days left; negative when it is late. Null where nothing runs. */
  readonly left: number | null
}

/** Feedback with everything that its page shows. */
export interface FeedbackView extends Omit<ListedFeedback, 'excerpt'> {
  readonly seq: number
  readonly text: string
  /** The unit whose page it is; null where the page names none. */
  readonly owner: { readonly id: string; readonly name: string } | null
  /** What its sender left to be reached by, masked. */
  readonly sender: { readonly name: string; readonly phone: string; readonly email: string }
  /** Why this person may not see who wrote; null where they may. */
  readonly maskedBecause: string | null
  readonly events: readonly FeedbackEvent[]
  readonly steps: readonly StepView<StepName>[]
}

/** What of a kind came in a month, and what has become of it. */
export interface MonthCount {
  readonly month: number
  readonly kind: FeedbackKind
  readonly received: number
  readonly answered: number
  readonly closed: number
  readonly open: number
  /** Working days of all that was concluded, together. */
  readonly days: number
}
