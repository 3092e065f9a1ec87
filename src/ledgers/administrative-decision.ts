import { z } from 'zod'
import { PlainDate } from '../days/plain-date.ts'

/** A licence, penalty or compulsion decision, art. 20(5) and (6): every one counts, published or not. */
export const AdministrativeDecision = z.object({
  kind: z.enum(['licensing', 'penalty', 'compulsion']),
  number: z.string().min(1),
  subject: z.string(),
  decidedOn: PlainDate,
  publishedOn: PlainDate.nullable(),
})
export type AdministrativeDecision = z.infer<typeof AdministrativeDecision>
