import { z } from 'zod'
import { receiverIds, returnCauseIds, serviceResultIds, serviceWayIds } from './ways.ts'

/** How a letter was sent out once; its day is that of the event. */
export const Attempted = z.strictObject({
  /** The event that sent the letter. */
  of: z.number().int(),
  way: z.enum(serviceWayIds),
  mailNumber: z.string(),
  receivedBy: z.enum(receiverIds).nullable(),
  /** What shows that it arrived, or by whom it was served. */
  proof: z.string(),
  /** Why it takes the place of what was recorded before; empty of any other. */
  correction: z.string(),
  /** Why the duty is met only now, where this is an answer's first service that counts. */
  lateReason: z.string().optional(),
})
export type Attempted = z.infer<typeof Attempted>

/** What became of an attempt, on the day of the event. */
export const ResultKnown = z.strictObject({
  /** The event that first told of the attempt. */
  attempt: z.number().int(),
  result: z.enum(serviceResultIds),
  receivedBy: z.enum(receiverIds).nullable(),
  /** Why it came back. */
  cause: z.enum(returnCauseIds).nullable(),
  note: z.string(),
  correction: z.string(),
})
export type ResultKnown = z.infer<typeof ResultKnown>
