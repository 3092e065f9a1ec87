import type { PlainDate } from '../days/plain-date.ts'
import type { Tx } from '../db/database.ts'
import { joinedList } from '../joined-list.ts'

/** Something that the organ has published. */
export interface PublishedTitle {
  readonly title: string
  /** 文号; empty for what has none. */
  readonly documentNumber: string
  /** Where it stands; empty where no address is on record. */
  readonly url: string
  readonly channel: string
  readonly publishedOn: PlainDate
  /** Of a document that is no longer in force. */
  readonly isRepealed: boolean
}

export interface WantedTitles {
  /** Titles with one of these. */
  readonly words: readonly string[]
  /** Documents whose number is made of these. */
  readonly said: readonly string[]
  readonly today: PlainDate
  /** So many of the newest are looked at. */
  readonly most: number
}

/** Art. 36(1): what registers know to be published, for whoever is about to ask for it. */
export type ListTitles = (tx: Tx, organId: number, wanted: WantedTitles) => Promise<readonly PublishedTitle[]>
export const publishedTitles = joinedList<ListTitles>('publishedTitles')
