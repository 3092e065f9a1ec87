import type { PlainDate } from '../../days/plain-date.ts'

/** A day that a notice moves. */
export interface MovedDay {
  readonly of: 'request' | 'record'
  readonly id: string
  /** A request's number, a record's title. */
  readonly name: string
  /** Which of its days, for programs and for people. */
  readonly what: string
  readonly label: string
  readonly from: PlainDate
  readonly to: PlainDate
}
