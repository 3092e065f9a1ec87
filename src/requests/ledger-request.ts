import { z } from 'zod'
import { PlainDate } from '../days/plain-date.ts'
import { applicantKinds } from '../law/report-format-2021.ts'
import { Yuan } from './event.ts'
import { outcomeIds } from './outcome-choices.ts'
import { requestChannelIds } from './request-channel.ts'

const DatedAmount = z.object({ on: PlainDate, amount: Yuan })

/** Art. 32 and 34: the days between the two are not counted (art. 33). */
export const Consultation = z.object({ sentOn: PlainDate, answeredOn: PlainDate.nullable() })
export type Consultation = z.infer<typeof Consultation>

/** What happened to a request, day by day. */
export const RequestCourse = z.object({
  /** Art. 31: the legal start of the clock, not the arrival. */
  receivedOn: PlainDate,
  /** Art. 30: once only; the clock starts anew on `supplementReceivedOn`. */
  supplementRequestedOn: PlainDate.nullable(),
  supplementReceivedOn: PlainDate.nullable(),
  /** Art. 33: once, by at most twenty working days. */
  extendedOn: PlainDate.nullable(),
  consultations: z.array(Consultation).readonly(),
  /** Art. 42 and 国办函〔2020〕109号. */
  feeNotified: DatedAmount.nullable(),
  feePaid: DatedAmount.nullable(),
  concludedOn: PlainDate.nullable(),
})
export type RequestCourse = z.infer<typeof RequestCourse>

/** A request for government information (art. 27) as the ledger keeps it: no name, number or address of the applicant. */
export const LedgerRequest = RequestCourse.extend({
  number: z.string().min(1),
  channel: z.enum(requestChannelIds),
  applicantKind: z.enum(applicantKinds),
  summary: z.string(),
  arrivedOn: PlainDate,
  outcome: z.enum(outcomeIds).nullable(),
})
export type LedgerRequest = z.infer<typeof LedgerRequest>
