import { z } from 'zod'
import { PlainDate } from '../../days/plain-date.ts'
import { typed } from '../typed.ts'
import { linkKindIds } from './work-events.ts'

const words = (ask: string, max = 2000) => typed(max, ask).min(1, ask)
const papers = {
  fileIds: z
    .array(z.uuid())
    .max(20, '一次最多20个附件')
    .refine((ids) => new Set(ids).size === ids.length, '同一个文件只附一次')
    .optional(),
}

/** What is filled in for the steps of the work inside the organ. */
export const workInputs = {
  acceptHandover: z.strictObject({ staffId: z.uuid().nullable().default(null) }),
  refuseHandover: z.strictObject({
    reason: words('请写明退回的理由'),
    betterUnitId: z.uuid().nullable().default(null),
  }),
  askCoHandling: z.strictObject({
    unitId: z.uuid('请选择协办科室'),
    about: words('请写明需要协办科室就什么提出意见'),
    dueOn: PlainDate,
    isAwaited: z.boolean().default(false),
  }),
  /** `asked`: the event that asked. */
  answerCoHandling: z.strictObject({
    asked: z.number('请选择协办请求').int().positive('请选择协办请求'),
    opinion: words('请填写协办意见', 8000),
    ...papers,
  }),
  endCoHandling: z.strictObject({
    asked: z.number('请选择协办请求').int().positive('请选择协办请求'),
    reason: words('请写明收回的理由', 500),
  }),
  readNote: z.strictObject({}),
  link: z.strictObject({
    number: words('请填写要关联的申请的编号', 100),
    why: z.enum(linkKindIds, '请选择为什么关联'),
    reason: words('请写明关联的理由', 500),
  }),
  unlink: z.strictObject({
    otherId: z.uuid('请选择要解除关联的申请'),
    reason: words('请写明解除关联的理由', 500),
  }),
} as const

/** Whom a note names. */
export const named = {
  to: z
    .array(z.uuid())
    .max(10, '一次最多点名10位同事')
    .refine((ids) => new Set(ids).size === ids.length, '同一位同事只点名一次')
    .optional(),
}
