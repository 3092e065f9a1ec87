import { z } from 'zod'
import { PlainDate } from '../days/plain-date.ts'
import { Channel } from './channel.ts'

/** One item that stands, or stood, in public on one channel. */
export const Publication = z.object({
  channel: Channel,
  title: z.string().min(1),
  url: z.string(),
  kind: z.enum(['policyInterpretation', 'publicConcernResponse', 'other']),
  originality: z.enum(['original', 'repost', 'other']),
  /** When the information was formed or last changed: the clock of art. 26. */
  formedOn: PlainDate.nullable(),
  publishedOn: PlainDate,
  withdrawnOn: PlainDate.nullable(),
})
export type Publication = z.infer<typeof Publication>

/** What kind of publication a record of this type is, as the report tells them apart. */
export const publicationKindOf = (recordType: string): Publication['kind'] =>
  recordType === 'policyInterpretation' || recordType === 'publicConcernResponse' ? recordType : 'other'
