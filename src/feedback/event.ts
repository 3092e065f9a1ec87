import { z } from 'zod'
import { PlainDate } from '../days/plain-date.ts'

const facts = {
  seq: z.int(),
  happenedOn: PlainDate,
  /** As an ISO instant. */
  recordedAt: z.string(),
  actor: z.object({ kind: z.enum(['applicant', 'staff']), id: z.uuid().nullable(), name: z.string() }),
}

/** What happened to feedback. What is written is never changed. */
export const FeedbackEvent = z.discriminatedUnion('kind', [
  z.object({ ...facts, kind: z.literal('received'), data: z.object({}) }),
  z.object({
    ...facts,
    kind: z.literal('assigned'),
    data: z.object({
      unitId: z.uuid(),
      unitName: z.string(),
      staffId: z.uuid().nullable(),
      staffName: z.string(),
    }),
  }),
  z.object({ ...facts, kind: z.literal('answered'), data: z.object({ text: z.string() }) }),
  z.object({ ...facts, kind: z.literal('closed'), data: z.object({ reason: z.string() }) }),
])
export type FeedbackEvent = z.infer<typeof FeedbackEvent>

type Unwritten<Event> = Event extends FeedbackEvent ? Pick<Event, 'kind' | 'data'> : never
/** A fact that has no place in the history yet. */
export type NewEvent = Unwritten<FeedbackEvent>
