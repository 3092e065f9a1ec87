import type { PlainDate } from '../days/plain-date.ts'
import type { AskedLevel } from '../review/level.ts'
import type { StepView } from '../steps/step.ts'
import type { Change } from './changes.ts'
import type { CommentItem } from './comment.ts'
import type { ActKind, Content } from './content.ts'
import type { DaysLeft } from './deadline.ts'
import type { EditionStatus, Held, SentBack, Signature, VoidSignature } from './edition.ts'
import type { EditionEvent, StepName } from './edition-event.ts'
import type { Finding } from './gates/finding.ts'
import type { RevisionItem } from './record.ts'
import type { RecordTypeId } from './record-type.ts'
import type { TopPlace } from './top-place.ts'

/** A record as the finder shows it: in the edition that the public reads, or else the last one. */
export interface FoundRecord {
  readonly recordId: string
  readonly edition: number
  readonly title: string
  readonly typeLabel: string
  readonly act: ActKind
  readonly status: EditionStatus
  /** 2026-00023; null before it was published. */
  readonly number: string | null
  readonly documentNumber: string
}

/** A line of the console's list of records. */
export interface RecordItem {
  readonly recordId: string
  readonly edition: number
  readonly type: RecordTypeId
  readonly typeLabel: string
  readonly act: ActKind
  readonly title: string
  readonly columnName: string
  /** Of whoever began it; empty where that was nobody of a unit. */
  readonly unitName: string
  readonly status: EditionStatus
  readonly statusLabel: string
  readonly turnLabel: string | null
  readonly isMyTurn: boolean
  /** The absent colleague in whose name it waits for whoever asks; null otherwise. */
  readonly standsInFor: string | null
  readonly madeOn: PlainDate | null
  readonly publishBy: PlainDate | null
  readonly publishLeft: DaysLeft | null
  readonly stepDueOn: PlainDate | null
  readonly stepLeft: DaysLeft | null
  readonly scheduledFor: string | null
  readonly publishedAt: string | null
  readonly isUrgent: boolean
  /** Its minute had come, but the gates had shut meanwhile. */
  readonly isHeld: boolean
}

export interface EditionItem {
  readonly edition: number
  readonly act: ActKind
  readonly status: EditionStatus
  readonly statusLabel: string
  readonly publishedAt: string | null
}

/** Everything that the page of an edition shows. */
export interface RecordView {
  readonly recordId: string
  readonly edition: number
  readonly act: ActKind
  readonly type: RecordTypeId
  readonly typeLabel: string
  /** Of the unit whose record it is; null where none is. */
  readonly unitName: string | null
  readonly content: Content
  /** The paragraphs of the text, by which a return is pinned. */
  readonly paragraphs: readonly string[]
  readonly revision: number
  readonly hash: string | null
  readonly seq: number
  readonly status: EditionStatus
  readonly statusLabel: string
  readonly steps: readonly StepView<StepName>[]
  readonly whyNotSave: string | null
  /** Why whoever looks may not begin its correction, withdrawal or repeal, whatever stands in the way besides. */
  readonly whyNotBegin: string | null
  readonly comments: readonly CommentItem[]
  /** Why nobody may comment any more. */
  readonly whyNotComment: string | null
  readonly findings: readonly Finding[]
  readonly levels: readonly (AskedLevel & { readonly label: string; readonly roleLabel: string })[]
  readonly secrecyItems: readonly { readonly id: string; readonly label: string }[]
  readonly signatures: readonly Signature[]
  readonly voided: readonly VoidSignature[]
  /** What changed since a reviewer last signed another text or sent it back; empty when nobody has. */
  readonly changedSinceReview: readonly Change[]
  /** What changed since the edition that is in public; empty for a first one. */
  readonly changedSinceLive: readonly Change[]
  readonly sentBack: SentBack | null
  readonly scheduledFor: string | null
  readonly held: Held | null
  readonly publishedAt: string | null
  readonly urgentReason: string | null
  readonly publishBy: PlainDate | null
  readonly publishLeft: DaysLeft | null
  readonly stepDueOn: PlainDate | null
  readonly stepLeft: DaysLeft | null
  readonly events: readonly EditionEvent[]
  readonly revisions: readonly RevisionItem[]
  readonly editions: readonly EditionItem[]
  /** Of the published record; null before. */
  readonly published: {
    readonly number: string
    readonly indexNumber: string
    readonly address: string
    readonly firstPublishedAt: string
    readonly onTop: TopPlace | null
    /** Why whoever looks may not put it first in the lists of its column, or take it from there. */
    readonly whyNotOnTop: string | null
  } | null
  /** Others who have saved or looked at it in the last minutes. */
  readonly alsoEditing: readonly { readonly name: string; readonly savedAt: string }[]
}
