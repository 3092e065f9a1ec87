import { z } from 'zod'
import { PlainDate } from '../../days/plain-date.ts'
import { typed } from '../typed.ts'
import { receiverIds, returnCauseIds, serviceResultIds, serviceWayIds } from './ways.ts'

/** How a letter is served, as it is typed. The way says what of it is needed. */
export const serviceTyped = {
  way: z.enum(serviceWayIds, '请选择送达方式'),
  /** The day on which it was posted, signed for or arrived; today where nothing is said, of a correction the day that stands. */
  on: PlainDate.nullable().default(null),
  mailNumber: typed(60).default(''),
  receivedBy: z.enum(receiverIds).nullable().default(null),
  proof: typed(300).default(''),
}
export type ServiceTyped = z.infer<z.ZodObject<typeof serviceTyped>>

const letter = z.number('请选择文书').int('请选择文书').positive('请选择文书')
const attempt = z.number('请选择一次送达').int('请选择一次送达').positive('请选择一次送达')
const why = '请写明原来怎样记错、依据什么更正'

/** The inputs of the steps that serve letters, but for the papers that show it. */
export const serviceInputs = {
  serveLetter: { letter, ...serviceTyped, lateReason: typed(500).default('') },
  serveAgain: { letter, ...serviceTyped, lateReason: typed(500).default('') },
  recordService: {
    attempt,
    on: PlainDate,
    result: z.enum(serviceResultIds, '请选择送达结果').exclude(['opened'], '请选择送达结果'),
    receivedBy: z.enum(receiverIds).nullable().default(null),
    cause: z.enum(returnCauseIds).nullable().default(null),
    note: typed(300).default(''),
    /** Only where a result was taken down before. */
    correction: typed(500).default(''),
  },
  correctService: {
    attempt,
    ...serviceTyped,
    lateReason: typed(500).default(''),
    correction: typed(500, why).min(1, why),
  },
} as const
