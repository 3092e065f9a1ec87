import type { PlainDate } from '../calendar/plain-date.ts'

/** A record of which another calendar moves the last day to publish, or the last day of whoever reviews it. */
export interface MovedRecord {
  readonly id: string
  readonly title: string
  readonly what: 'publishBy' | 'stepDueOn'
  readonly from: PlainDate
  readonly to: PlainDate
}
