import { outcomeRecords } from '../../law/outcomes.ts'

/** The texts that an officer writes for an answer. */
export const answerTexts = ['reason', 'statement', 'record'] as const
export type AnswerText = (typeof answerTexts)[number]

/** One text as the template uses it. What it says of printing is what the letter does: the form's help is made from it. */
export interface AskedText {
  readonly label: string
  /** In the letter; or with the case only, where nobody outside reads it. */
  readonly use: 'printed' | 'kept'
  readonly must: 'always' | 'never' | 'unlessEnclosed' | 'unlessConsulted'
  /** What to write there. */
  readonly hint?: string
}

/** What a template asks for. A text that it does not name is neither shown nor taken. */
export type Asks = { readonly [Text in AnswerText]?: AskedText } & {
  /** The search that "not held" rests on. */
  readonly search?: true
  /** The record may be an answer of ours, chosen from the list. */
  readonly earlier?: true
  /** The parts that are withheld, each with its ground (art. 37). */
  readonly parts?: true
  /** The consultations that the refusal concerns (art. 32). */
  readonly consultations?: true
  /** The information itself, as files. */
  readonly files?: true
}

/** What the search record is made of, and which of it the applicant reads. */
export const searchTexts = [
  { id: 'searchedBy', label: '检索人', use: 'kept' },
  { id: 'searchedOn', label: '检索日期', use: 'kept' },
  { id: 'systems', label: '检索的系统或者档案', use: 'printed' },
  { id: 'keywords', label: '关键词', use: 'printed' },
  { id: 'scope', label: '范围', use: 'printed' },
  { id: 'result', label: '结果', use: 'printed' },
] as const

/** Whether a text goes out or stays, in words, as the form says it under the field. */
export const whereItGoes = (use: AskedText['use'], document: string): string =>
  use === 'printed' ? `会写入${document}。` : `存入案卷，不写入${document}。`

const printed = (label: string, must: AskedText['must'], hint?: string): AskedText => ({
  label,
  use: 'printed',
  must,
  ...(hint === undefined ? {} : { hint }),
})

export const mayReason = printed('理由', 'never', '结合本案事实写。')
export const mustReason = printed('理由', 'always', '结合本案事实写。')
export const mayStatement = printed('告知申请人的内容', 'never', '向谁提出、怎样获取等。')

/** What is given, pointed to, or whose it is. */
export const mustStatement = (hint: string, must: AskedText['must'] = 'always'): AskedText =>
  printed('告知申请人的内容', must, hint)

/** The record on which an outcome rests, by its name in the law's table. */
export const recordAsked = (
  record: keyof typeof outcomeRecords,
  use: AskedText['use'],
  must: AskedText['must'] = 'always',
): AskedText => ({ label: outcomeRecords[record], use, must })
