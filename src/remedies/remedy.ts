import { z } from 'zod'
import { PlainDate } from '../days/plain-date.ts'

/** A reconsideration or suit about open government information (art. 51): one case, one row, whatever its instances. */
export const Remedy = z.object({
  number: z.string().min(1),
  kind: z.enum(['review', 'suitDirect', 'suitAfterReview']),
  requestNumber: z.string().nullable(),
  filedOn: PlainDate,
  /** Null while pending (尚未审结). */
  result: z.enum(['upheld', 'corrected', 'otherResult']).nullable(),
  /** The operative part as the court or the reviewing organ wrote it: the mapping differs by place. */
  rawResult: z.string().nullable(),
  concludedOn: PlainDate.nullable(),
  /** Sued only as the reviewing organ: counted by the organ that acted, 国办公开办函〔2016〕201号. */
  isCoDefendant: z.boolean(),
})
export type Remedy = z.infer<typeof Remedy>
