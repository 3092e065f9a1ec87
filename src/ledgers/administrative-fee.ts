import { z } from 'zod'
import { PlainDate } from '../days/plain-date.ts'

/** An administrative fee collected, art. 20(8): yuan, two decimals; a refund is negative. */
export const AdministrativeFee = z.object({
  receiptNumber: z.string().min(1),
  item: z.string().min(1),
  collectedOn: PlainDate,
  amount: z.string().regex(/^-?\d{1,12}\.\d{2}$/),
})
export type AdministrativeFee = z.infer<typeof AdministrativeFee>
