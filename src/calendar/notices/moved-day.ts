import type { PlainDate } from '../../days/plain-date.ts'

/** A day that a notice moves. */
export interface MovedDay {
  readonly of: 'request' | 'record' | 'remedy'
  readonly id: string
  /** A number of a request or of a case, a record's title. */
  readonly name: string
  /** Which of its days, for programs and for people. */
  readonly what: string
  readonly label: string
  readonly from: PlainDate
  readonly to: PlainDate
}
