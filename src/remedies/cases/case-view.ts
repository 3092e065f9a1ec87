import type { PlainDate } from '../../days/plain-date.ts'
import type { RemedyRoute } from '../../law/remedies.ts'
import type { StepView } from '../../steps/step.ts'
import type { CaseStatus, Instance, OpinionLetter, RemedyCase } from './case.ts'
import type { CountedResult, EventData, Opening } from './event.ts'
import type { Limit } from './limits.ts'
import type { StepName } from './step-inputs.ts'
import type { RemedyFile } from './store/cases.ts'
import type { ChosenRecord, ChosenRequest, NamedCase } from './store/known.ts'

/** Which way the law gives against what is challenged. */
export interface RouteView {
  readonly route: RemedyRoute
  readonly article: string | null
  /** The case has come another way than the law says. */
  readonly isOther: boolean
}

/** Something that the organ has to do, with how long there is still time. */
export interface LimitView extends Limit {
  /** Working days left; negative when it is late. */
  readonly left: number
}

export interface ToldRemedyEvent {
  readonly seq: number
  readonly on: PlainDate
  /** ISO instant. */
  readonly at: string
  readonly who: string
  readonly what: string
  readonly words: string
  readonly isTakenBack: boolean
  readonly mayBeTakenBack: boolean
  readonly files: readonly RemedyFile[]
}

/** A case with everything that its page shows. */
export interface RemedyCaseView {
  readonly id: string
  readonly seq: number
  readonly opening: Opening
  readonly status: CaseStatus
  readonly procedure: Opening['procedure']
  readonly extendedUntil: PlainDate | null
  readonly charge: EventData<'assigned'>
  readonly instances: readonly (Instance & { readonly effectOn: PlainDate | null; readonly resultLabel: string })[]
  readonly opinions: readonly OpinionLetter[]
  readonly evidence: RemedyCase['evidence']
  readonly limits: readonly LimitView[]
  /** What each year's report counts of it; none of a co-defendant's. */
  readonly counted: readonly { readonly year: number; readonly results: readonly CountedResult[] }[]
  readonly route: RouteView | null
  /** Which new answer is challenged; null: the first one, or something else. */
  readonly round: number | null
  readonly request: ChosenRequest | null
  readonly record: (ChosenRecord & { readonly address: string }) | null
  readonly follows: NamedCase | null
  readonly followedBy: readonly NamedCase[]
  readonly events: readonly ToldRemedyEvent[]
  readonly steps: readonly StepView<StepName>[]
}
