import type { PlainDate } from '../../days/plain-date.ts'
import type { ServiceStanding } from './how-service-stands.ts'
import type { ReceiverId, ServiceResultId, ServiceWayId } from './ways.ts'

/** One attempt to serve a letter, as the page of its case shows it. */
export interface AttemptView {
  readonly id: number
  readonly way: ServiceWayId
  readonly on: PlainDate
  /** 邮寄（邮件号码EA123456785CN） */
  readonly words: string
  readonly mailNumber: string
  readonly receivedBy: ReceiverId | null
  readonly proof: string
  readonly correction: string
  readonly result: {
    readonly result: ServiceResultId
    readonly on: PlainDate
    readonly words: string
    readonly correction: string
    /** ISO instant, of what was opened. */
    readonly openedAt: string | null
  } | null
  /** The last day of a notice to the public. */
  readonly noticeEndsOn: PlainDate | null
  /** The events whose papers are its evidence. */
  readonly toldBy: readonly number[]
}

/** How a letter was served, as the page of its case shows it. */
export interface ServiceView {
  /** The event that sent it. */
  readonly of: number
  readonly kind: string
  readonly label: string
  readonly number: string
  readonly sentOn: PlainDate
  readonly isAnswer: boolean
  readonly standing: ServiceStanding
  /** The first day on which an attempt met the duty to tell. */
  readonly dutyMetOn: PlainDate | null
  readonly deliveredOn: PlainDate | null
  readonly told: string
  readonly attempts: readonly AttemptView[]
}
