import { z } from 'zod'
import type { PlainDate } from '../../days/plain-date.ts'
import type { RecordTypeId } from '../../disclosure/record-type.ts'

/** How soon what was published in a span came out. */
export interface TimelinessFigures {
  readonly published: number
  readonly inTime: number
  readonly late: number
  /** Without a day of making, or from before the rule: not judged. */
  readonly unjudged: number
  /** Working days from making or change to publication, of the middle one; null where none is known. */
  readonly medianDays: number | null
}

export interface TimelinessLine extends TimelinessFigures {
  /** Of a column or unit; null for what belongs to none. */
  readonly id: string | null
  readonly name: string | null
}

/** A record that came out after its last day. */
export interface LateRecord {
  readonly recordId: string
  /** The first one, or the correction that followed a change. */
  readonly edition: number
  readonly title: string
  readonly type: RecordTypeId
  readonly columnName: string
  readonly unitId: string | null
  readonly unitName: string | null
  readonly madeOn: PlainDate
  readonly publishBy: PlainDate
  readonly publishedOn: PlainDate
  readonly address: string
  readonly isWithdrawn: boolean
  /** Given on publication or afterwards; null while nobody has said. */
  readonly reason: string | null
  readonly reasonBy: string | null
}

export const LateReason = z.strictObject({
  reason: z.string().trim().min(4, '请写明逾期公开的理由').max(300, '不超过300个字'),
})
export type LateReason = z.infer<typeof LateReason>
