import { z } from 'zod'
import { PlainDate } from '../../days/plain-date.ts'

/** Why an answer that was given is given again. */
export const reanswerGrounds = [
  { id: 'ordered', label: '责令重新答复' },
  { id: 'ownCorrection', label: '自行纠正' },
] as const
export const ReanswerGround = z.enum(
  reanswerGrounds.map(({ id }) => id),
  '请选择为什么重新答复',
)
export type ReanswerGround = z.infer<typeof ReanswerGround>
export const groundLabel = (ground: ReanswerGround): string =>
  reanswerGrounds.find(({ id }) => id === ground)?.label ?? ground

/** How long the organ has, from the day after the order came in; or the day that the order names. */
export const ReanswerLimit = z.discriminatedUnion('unit', [
  z.strictObject({ unit: z.literal('workingDays'), count: z.int().min(1).max(120) }),
  z.strictObject({ unit: z.literal('calendarDays'), count: z.int().min(1).max(366) }),
  z.strictObject({ unit: z.literal('day'), on: PlainDate }),
])
export type ReanswerLimit = z.infer<typeof ReanswerLimit>

/** What opens a round: the case, the order, and its limit. The day of the event is the one on which the order came in. */
export const ReanswerOrder = z.strictObject({
  /** The first answer is none; the rounds are counted from one. */
  round: z.int().positive(),
  ground: ReanswerGround,
  caseId: z.uuid(),
  caseNumber: z.string(),
  /** The reviewing organ or the court. */
  body: z.string(),
  documentNumber: z.string(),
  limit: ReanswerLimit,
  /** Whether the order, or the organ that corrects itself, has set it; else it is what the law gives. */
  isSet: z.boolean(),
  /** The answer in whose place the new one comes. */
  of: z.strictObject({ letterNumber: z.string().nullable(), on: PlainDate }),
})
export type ReanswerOrder = z.infer<typeof ReanswerOrder>
