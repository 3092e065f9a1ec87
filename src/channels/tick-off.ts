import { z } from 'zod'
import { PlainDate } from '../days/plain-date.ts'
import { linkProblem } from '../text/link-problem.ts'

const words = (max: number) => z.string().trim().max(max, `不超过${max}个字`)
const isLink = (text: string) => text === '' || (/^https?:\/\//i.test(text) && URL.canParse(text))

/** A published record that stands on another channel too: where, since when, under which title. */
export const TickOff = z.strictObject({
  channelId: z.uuid('请选择渠道'),
  publishedOn: PlainDate,
  url: words(1000)
    .refine(isLink, '网址应以 http:// 或者 https:// 开头')
    .refine((url) => linkProblem(url) === undefined, { error: ({ input }) => linkProblem(String(input)) ?? '' })
    .default(''),
  /** Empty: the record's own. */
  title: words(500).default(''),
})
export type TickOff = z.infer<typeof TickOff>

export const TakeDown = z.strictObject({ withdrawnOn: PlainDate })
export type TakeDown = z.infer<typeof TakeDown>

export const CorrectOriginality = z.strictObject({
  originality: z.enum(['original', 'repost', 'other']),
  reason: words(300).min(1, '请写明理由'),
})
export type CorrectOriginality = z.infer<typeof CorrectOriginality>
