import type { PlainDate } from '../days/plain-date.ts'
import type { Content } from './content.ts'
import type { EditionEvent } from './edition-event.ts'
import type { RecordTypeId } from './record-type.ts'

/** 政府信息: one piece of it, through all its editions. */
export interface InformationRecord {
  readonly organId: number
  readonly id: string
  readonly type: RecordTypeId
  readonly columnId: string
  readonly unitId: string | null
  readonly begunBy: string | null
}

/** An edition with its events and the text that stands. */
export interface OpenEdition {
  readonly record: InformationRecord
  readonly edition: number
  readonly events: readonly EditionEvent[]
  readonly content: Content
}

/** Who saved a text, and when. */
export interface RevisionItem {
  readonly revision: number
  readonly hash: string
  readonly savedName: string
  /** ISO instant, UTC. */
  readonly savedAt: string
  readonly isAside: boolean
}

/** One saved text. */
export interface Revision extends RevisionItem {
  readonly basedOn: number
  readonly content: Content
}

/** What the public sees of a record. */
export interface PublishedRecord {
  readonly organId: number
  readonly recordId: string
  readonly edition: number
  /** In its address: `2026-00017`. */
  readonly number: string
  readonly indexNumber: string
  readonly hash: string
  readonly content: Content
  readonly repealedOn: PlainDate | null
  /** ISO instants, UTC. */
  readonly firstPublishedAt: string
  readonly changedAt: string
  readonly withdrawnAt: string | null
}
