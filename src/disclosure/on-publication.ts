import type { PlainDate } from '../days/plain-date.ts'
import type { Tx } from '../db/database.ts'
import { joinedList } from '../joined-list.ts'
import type { Content } from './content.ts'
import type { Likeness } from './likeness.ts'

/** A record that the public has just come to see as `content` says: published, corrected, repealed or withdrawn. */
export interface MadePublic {
  readonly organId: number
  readonly recordId: string
  readonly content: Content
  /** It is a normative document. */
  readonly isNormative: boolean
  /** A repeal that was noted before stays. */
  readonly keepsRepeal: boolean
  /** What the public saw until now; undefined on the first publication. */
  readonly before: Content | undefined
  /** Its address on the platform, as a path. */
  readonly url: string
  /** The office's day. */
  readonly day: PlainDate
  /** The earlier text that it is most like. */
  readonly likeness: Likeness | undefined
}

/** What other rooms write of a publication, each in its own tables, in the same transaction. */
export type OnPublication = (tx: Tx, record: MadePublic) => Promise<void>
export const onPublication = joinedList<OnPublication>('onPublication')
