import { z } from 'zod'
import { emailProblem, phoneProblem } from '../people/contact.ts'
import { lengthOf, nameProblem, textProblem, tidyLine, tidyName, tidySigns, tidyText } from '../people/tidy-text.ts'
import { problemsByField } from '../requests/applicant/submission.ts'
import { feedbackKindIds } from './feedback.ts'

const longest = 2000

const line = (tidy: (text: string) => string, problemOf: (text: string) => string | undefined) =>
  z
    .string()
    .overwrite(tidy)
    .check(({ value, issues }) => {
      const message = value === '' ? undefined : problemOf(value)
      if (message) issues.push({ code: 'custom', message, input: value })
    })

const words = z
  .string()
  .overwrite(tidyText)
  .check(({ value, issues }) => {
    const length = lengthOf(value)
    const message =
      length === 0
        ? '请填写您想说的内容'
        : length > longest
          ? `不超过${longest}个字，现有${length}个字，请删减`
          : textProblem(value)
    if (message) issues.push({ code: 'custom', message, input: value })
  })

/** The public's form, tidied; every problem stands at its field, in words. Only the kind and the words are asked of everybody. */
export const FeedbackForm = z.strictObject({
  kind: z.enum(feedbackKindIds, '请选择您要说的是哪一类'),
  text: words,
  name: line(tidyName, (value) => nameProblem(value)),
  phone: line(tidySigns, phoneProblem),
  email: line((value) => tidyLine(value).normalize('NFKC'), emailProblem),
})
export type FeedbackForm = z.infer<typeof FeedbackForm>

/** What is wrong with the form, by field; other texts beside it do not count. */
export function feedbackProblems(texts: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  const { error } = FeedbackForm.strip().safeParse(texts)
  return error ? problemsByField(error) : new Map()
}

export const feedbackFields = z.keyof(FeedbackForm).options

const asks =
  /依申请公开|(?:申请|请求|要求)(?:依法)?(?:公开|获取|提供|查询|查阅)|(?:公开|提供|索取|给我)[^。；！？\n]{0,16}(?:复印件|副本|扫描件|原件|全文|档案|批复|会议纪要|协议书?|合同|清单|名册|台账)/u

/** Whether the words ask for information, which has a way of its own with a period and remedies (arts. 27, 33). */
export const asksForInformation = (text: string): boolean => asks.test(text)
