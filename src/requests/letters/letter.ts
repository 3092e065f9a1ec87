import { z } from 'zod'
import { PlainDate } from '../../days/plain-date.ts'

export const letterKinds = [
  { id: 'receiptAcknowledgement', label: '政府信息公开申请接收回执' },
  { id: 'supplementNotice', label: '政府信息公开申请补正告知书' },
  { id: 'reasonsNotice', label: '政府信息公开申请说明理由告知书' },
  { id: 'feeNotice', label: '政府信息公开信息处理费收费通知书' },
  { id: 'extensionNotice', label: '政府信息公开申请延期答复告知书' },
  { id: 'delayNotice', label: '政府信息公开申请延迟答复告知书' },
  { id: 'thirdPartyConsultation', label: '政府信息公开征求意见书' },
  { id: 'coOrganConsultation', label: '政府信息公开征求意见函' },
  { id: 'thirdPartyDecision', label: '政府信息公开告知书' },
  { id: 'answer', label: '政府信息公开申请答复书' },
  { id: 'noFurtherHandling', label: '政府信息公开申请不再处理告知书' },
  { id: 'correction', label: '政府信息公开文书更正告知书' },
  { id: 'correctionToOthers', label: '政府信息公开文书更正告知书' },
] as const
export const letterKindIds = letterKinds.map(({ id }) => id)
export type LetterKind = (typeof letterKinds)[number]['id']

/** Letters that others than the applicant read; the applicant does not get them. */
const toOthers: readonly string[] = [
  'thirdPartyConsultation',
  'coOrganConsultation',
  'thirdPartyDecision',
  'correctionToOthers',
] satisfies LetterKind[]
export const isToOthers = (kind: string): boolean => toOthers.includes(kind)

/** A file that goes with a letter; its SHA-256 is approved with the text. */
export const Enclosure = z.strictObject({ name: z.string(), sha256: z.string() })
export type Enclosure = z.infer<typeof Enclosure>

/** Words of a letter as they stand in it, and as they should; none: they are struck out. */
export const LetterChange = z.strictObject({
  where: z.enum(['addressee', 'text']),
  from: z.string(),
  to: z.string(),
})
export type LetterChange = z.infer<typeof LetterChange>

/** A letter as text, before it is typeset: what is approved, hashed, sent and kept. */
export const Letter = z.strictObject({
  kind: z.enum(letterKindIds),
  /** The template it was made from, with its version: the one in force on the day of the act. */
  template: z.string(),
  title: z.string(),
  /** Null until it is issued; then 示营商公复〔2026〕12号. */
  number: z.string().nullable(),
  addressee: z.string(),
  paragraphs: z.array(z.string()),
  /** 附件, in order. */
  enclosures: z.array(Enclosure),
  organ: z.string(),
  /** The day of the act, printed under the organ's name. */
  madeOn: PlainDate,
  /** Whom to call, one line. */
  contact: z.string(),
  /** Of a letter that corrects another one: the event that sent that one, and what it changes there. */
  correction: z.strictObject({ of: z.number().int(), changes: z.array(LetterChange) }).optional(),
})
export type Letter = z.infer<typeof Letter>
