import { z } from 'zod'
import { PlainDate } from '../../days/plain-date.ts'

export const pageSize = 50

/** Which entries are asked for; days are the office's, both included. `action` is a name or its beginning, such as `signIn`. */
export const LogQuery = z.strictObject({
  from: PlainDate.optional(),
  to: PlainDate.optional(),
  action: z.string().trim().max(60, '操作代号过长').default(''),
  page: z.coerce
    .number('页码应为整数')
    .int('页码应为整数')
    .min(1, '页码从1开始')
    .max(1_000_000, '没有这一页')
    .default(1),
})
export type LogQuery = z.infer<typeof LogQuery>

/** An entry of the audit chain as the audit administrator reads it; people by their names. */
export const LogEntry = z.object({
  seq: z.number().int(),
  at: z.date(),
  actorKind: z.string(),
  actorName: z.string(),
  address: z.string(),
  action: z.string(),
  subject: z.string(),
  succeeded: z.boolean(),
  detail: z.unknown(),
})
export type LogEntry = z.infer<typeof LogEntry>
