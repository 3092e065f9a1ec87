import { z } from 'zod'
import { PlainDate } from '../days/plain-date.ts'

/** Rules (规章) or a normative document (行政规范性文件), art. 20(1). */
export const NormativeDocument = z.object({
  kind: z.enum(['rules', 'normativeDocuments']),
  title: z.string().min(1),
  documentNumber: z.string().min(1),
  issuedOn: PlainDate,
  effectiveFrom: PlainDate,
  /** The last day in force; null when without term. */
  validUntil: PlainDate.nullable(),
  repealedOn: PlainDate.nullable(),
  repealedBy: z.string().nullable(),
})
export type NormativeDocument = z.infer<typeof NormativeDocument>
