import { z } from 'zod'
import { PlainDate } from '../days/plain-date.ts'
import { applicantKinds } from '../law/report-format-2021.ts'
import { outcomeIds } from './outcome-choices.ts'
import { requestChannelIds } from './request-channel.ts'
import { RequestStatus } from './request-status.ts'

/** A request for government information (art. 27) as its row keeps it: what was asked, and the fold of its events. */
export const Request = z.object({
  organId: z.number().int(),
  id: z.uuid(),
  number: z.string().min(1),
  origin: z.enum(['live', 'imported']),
  channel: z.enum(requestChannelIds),
  applicantKind: z.enum(applicantKinds),
  /** What is asked for, in the applicant's words. */
  summary: z.string(),
  purpose: z.string(),
  formWanted: z.string(),
  routeWanted: z.string(),
  /** Art. 43: the help that is needed. */
  assistance: z.string(),
  arrivedOn: PlainDate,
  splitFrom: z.uuid().nullable(),
  status: RequestStatus,
  lastSeq: z.number().int(),
  receivedOn: PlainDate.nullable(),
  unitId: z.uuid().nullable(),
  handlerId: z.uuid().nullable(),
  outcome: z.enum(outcomeIds).nullable(),
  concludedOn: PlainDate.nullable(),
  dueOn: PlainDate.nullable(),
  dueKind: z.string().nullable(),
  calendarVersion: z.string().nullable(),
})
export type Request = z.infer<typeof Request>
