import type { PlainDate } from '../../days/plain-date.ts'
import type { StepView } from '../../steps/step.ts'
import type { Finding } from '../finding.ts'
import type { AnnualReport } from '../report.ts'
import type { RevisionChanges } from '../revision-changes.ts'
import type { Filer } from './filer.ts'
import type { FilingStatus } from './filing.ts'
import type { EventData, FilingSource } from './filing-event.ts'
import type { FilingStepName } from './steps.ts'

interface Standing {
  readonly year: number
  readonly status: FilingStatus
  readonly statusLabel: string
  readonly dueOn: PlainDate
  /** Not there though the day is over, or filed after it. */
  readonly isLate: boolean
}

/** Something that happened to a filing, as people read it. */
export interface ToldEvent {
  readonly seq: number
  readonly at: string
  readonly who: string
  readonly what: string
  readonly words: string
}

/** What both sides see of a filing. */
interface Course extends Standing {
  readonly office: string
  readonly seq: number
  readonly filedOn: PlainDate | null
  readonly acceptedOn: PlainDate | null
  readonly returned: Pick<EventData<'returned'>, 'note' | 'pinned'> | null
  readonly steps: readonly StepView<FilingStepName>[]
  /** Nothing has happened since the office reminded. */
  readonly isReminded: boolean
  readonly events: readonly ToldEvent[]
}

/** The filing of a year as the organ that files sees it. */
export interface OwnFiling extends Course {
  /** Of the report that would be filed now; null while none is signed. */
  readonly hash: string | null
  readonly source: FilingSource | null
  /** What would be filed is what was filed last. */
  readonly isSame: boolean
}

/** A filing as the office sees it. */
export interface FilingView extends Course {
  readonly filer: Filer
  /** What was filed last, or what was received and waits to be compared. */
  readonly report: AnnualReport | null
  readonly findings: readonly Finding[]
  readonly source: FilingSource | null
  /** The original, line by line, of a report that was received; null of one that was filed here. */
  readonly original: Pick<EventData<'received'>, 'fileName' | 'sha256' | 'lines'> | null
  /** What it says otherwise than what was filed before it; null of the first. */
  readonly changes: RevisionChanges | null
  /** What was accepted on the year before. */
  readonly previous: Pick<AnnualReport, 'proactive' | 'requests' | 'remedies'> | null
}

/** A line of the office's list. */
export interface FilingItem extends Standing, Filer {
  readonly filedOn: PlainDate | null
  readonly isAccepted: boolean
  readonly errors: number
  readonly warnings: number
  readonly remindedOn: PlainDate | null
}

/** What an office has of a year. */
export interface FilingList {
  readonly year: number
  readonly years: readonly number[]
  readonly items: readonly FilingItem[]
}
