import type { PlainDate } from '../../days/plain-date.ts'
import type { LedgerYear } from '../../ledgers/years/ledger-year.ts'
import type { Signature } from '../../review/chain.ts'
import type { AskedLevel } from '../../review/level.ts'
import type { StepView } from '../../steps/step.ts'
import type { Finding } from '../finding.ts'
import type { AnnualReport, Section, StatedCell } from '../report.ts'
import type { Count } from './counts.ts'
import type { DraftStatus, SentBack } from './draft.ts'
import type { Deviation, DraftContent, StepName } from './draft-event.ts'
import type { OtherCount } from './words.ts'

/** What the workbench shows of a report that somebody drafts. */
export interface DraftView {
  /** Which draft of the year: another one begins where this one was given up or published. */
  readonly id: string
  readonly status: DraftStatus
  readonly statusLabel: string
  readonly seq: number
  readonly reason: string | null
  readonly content: DraftContent
  /** Of the content while it is written, of what is put up afterwards: what the person who acts has before them. */
  readonly hash: string
  readonly levels: readonly (AskedLevel & { readonly label: string; readonly roleLabel: string })[]
  readonly signatures: readonly Signature[]
  readonly sentBack: SentBack | null
  readonly scheduledFor: PlainDate | null
  /** Frozen since that day; null while it is written. */
  readonly frozenOn: PlainDate | null
  readonly deviations: readonly Deviation[]
  readonly steps: readonly StepView<StepName>[]
  readonly whyNotSave: string | null
  readonly events: readonly {
    readonly seq: number
    readonly at: string
    readonly who: string
    readonly what: string
    readonly words: string
  }[]
  /** Linked numbers that are written otherwise than the registers have them. */
  readonly others: readonly OtherCount[]
}

/** The workbench of one year. */
export interface ReportView {
  readonly year: number
  readonly organ: string
  /** Until which day the registers were counted. */
  readonly countedTo: PlainDate
  readonly isOver: boolean
  /** Until when it has to stand in public. */
  readonly dueOn: PlainDate | null
  /** As it would be printed now; what is put up as it was frozen. */
  readonly figures: Pick<AnnualReport, 'proactive' | 'requests' | 'remedies'>
  readonly sections: readonly Section[]
  readonly stated: readonly StatedCell[]
  /** What the registers alone count, cell by cell, and would say. */
  readonly counted: Pick<AnnualReport, 'proactive' | 'requests' | 'remedies'>
  readonly proposed: readonly Section[]
  /** Of the year before, where its report is public here. */
  readonly previous: Pick<AnnualReport, 'proactive' | 'requests' | 'remedies' | 'sections'> | null
  readonly findings: readonly Finding[]
  readonly ledgers: readonly LedgerYear[]
  readonly counts: readonly Count[]
  readonly published: readonly {
    readonly revision: number
    readonly publishedOn: PlainDate
    readonly reason: string | null
  }[]
  /** Where the public reads it; null before its first publication. */
  readonly address: string | null
  readonly draft: DraftView | null
  readonly whyNotBegin: string | null
}

/** A year in the list of reports. */
export interface ReportYear {
  readonly year: number
  readonly dueOn: PlainDate | null
  readonly status: DraftStatus | null
  readonly statusLabel: string | null
  readonly publishedOn: PlainDate | null
  readonly isOver: boolean
}
