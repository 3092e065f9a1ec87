import type { PlainDate } from '../days/plain-date.ts'
import type { Publication } from './publication.ts'

/** A line of the ledger of what stood where, from when to when. */
export interface PublicationItem extends Omit<Publication, 'channel'> {
  readonly id: string
  readonly channelId: string
  readonly channelKind: string
  readonly channelName: string
  /** Noted by publication on the platform, not by hand. */
  readonly isPlatform: boolean
  readonly recordId: string | null
  /** Of its record on the platform; null where it is not linked to one. */
  readonly address: string | null
  readonly columnName: string | null
  /** A correction hid the text that stands there. */
  readonly hiddenOn: PlainDate | null
  /** The record was withdrawn or its earlier text hidden, and this still stands. */
  readonly mustGo: boolean
  /** Marked as original and much like something earlier; nobody has settled it. */
  readonly isDoubtful: boolean
}

export interface ChannelCount {
  readonly channelId: string
  readonly kind: string
  readonly name: string
  readonly year: number
  readonly count: number
  readonly originals: number
  readonly reposts: number
  readonly others: number
  /** Of the originals: those much like something earlier, which nobody has settled. */
  readonly doubtful: number
  /** Of the originals: those that nobody has compared yet, so that they are only said to be original. */
  readonly uncompared: number
}

/** How much of a column on a channel is original. */
export interface OriginalityShare extends Omit<ChannelCount, 'year'> {
  readonly columnId: string | null
  readonly columnName: string | null
}

/** Marked as original, and much like something that was published before. */
export interface OriginalityFlag {
  readonly publicationId: string
  readonly title: string
  readonly publishedOn: PlainDate
  readonly channelName: string
  readonly address: string | null
  readonly likeTitle: string
  readonly likeOrgan: string
  readonly likeAddress: string
  readonly likePublishedOn: PlainDate
  /** 0–1; null where there is no text to compare. */
  readonly titleSimilarity: number
  readonly textSimilarity: number | null
}
