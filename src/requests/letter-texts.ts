import { isOutcomeId } from '../law/outcomes.ts'
import { answerTexts, searchTexts, whereItGoes } from './letters/asks.ts'
import { groundPrints } from './letters/denial-templates.ts'
import type { Enclosure } from './letters/letter.ts'
import { asksOf } from './letters/write-letter.ts'
import { type StepInput, type StepName, stepInputs } from './step-inputs.ts'

/** A text that a letter will print, with its place on the form. */
export interface LetterText {
  /** None: it does not stand on this form. */
  readonly field: string | undefined
  readonly label: string
  readonly text: string
}

type Answer = Pick<StepInput<'draftAnswer'>, 'outcome' | 'reason' | 'statement' | 'record' | 'search' | 'parts'>

/** Of each step that sends a notice: how the notice is called, and which of its texts are printed in it. */
export const noticeTexts: {
  readonly [Name in StepName]?: { readonly document: string; readonly printed: Readonly<Record<string, string>> }
} = {
  requestSupplement: { document: '补正告知书', printed: { items: '需要补正的内容' } },
  requestReasons: { document: '说明理由告知书', printed: { facts: '数量、频次明显超过合理范围的事实' } },
  notifyFee: { document: '收费通知书', printed: { way: '缴纳方式', code: '缴款码' } },
  delayAnswer: { document: '延迟答复告知书', printed: { reason: '延迟答复的理由' } },
  proposeExtension: { document: '延期答复告知书', printed: { reason: '延期的理由' } },
  extendReply: { document: '延期答复告知书', printed: { reason: '延期的理由' } },
  consult: { document: '征求意见书', printed: { name: '名称或者姓名', about: '征求意见的信息内容' } },
  notifyThirdParty: { document: '给第三方的告知书', printed: { reason: '决定公开的内容和理由' } },
  correctLetter: { document: '更正告知书', printed: {} },
}

/** Under a text of a step that sends a letter: whether it goes out with it. Empty for a step without one. */
export function noticeHint(step: StepName, field: string): string {
  const notice = noticeTexts[step]
  return notice ? whereItGoes(field in notice.printed ? 'printed' : 'kept', notice.document) : ''
}

const one = (field: string, label: string, text: string): LetterText[] => [{ field, label, text }]

/** What the letter of a step prints of what an officer typed; nothing for a step without a letter. */
export function textsOfStep(name: StepName, input: Readonly<Record<string, unknown>>): LetterText[] {
  if (name === 'correctLetter') {
    const wordings = stepInputs.correctLetter.shape.corrections.safeParse(input.corrections).data ?? []
    // The letter quotes the words that it corrects.
    return wordings.flatMap(({ from, to }, index) => [
      { field: `corrections.${index}.from`, label: `第${index + 1}处写错的文字`, text: from },
      { field: `corrections.${index}.to`, label: `第${index + 1}处更正后的文字`, text: to },
    ])
  }
  return Object.entries(noticeTexts[name]?.printed ?? {}).flatMap(([field, label]) => {
    const text = input[field]
    return typeof text === 'string' ? one(field, label, text) : []
  })
}

/** What an answer prints, field by field, as its template declares it. */
export function textsOfAnswer({ outcome, search, parts, ...texts }: Answer): LetterText[] {
  if (!isOutcomeId(outcome)) return []
  const asks = asksOf(outcome)
  const printed = answerTexts.flatMap((text) => {
    const asked = asks[text]
    return asked?.use === 'printed' ? one(text, asked.label, texts[text]) : []
  })
  const searched = searchTexts.flatMap(({ id, label, use }) =>
    search && use === 'printed' ? one(`search.${id}`, label, search[id]) : [],
  )
  const withheld = parts.flatMap(({ what, under, reason, record }, index) => {
    const place = `第${index + 1}项不予公开的部分`
    return [
      ...one(`parts.${index}.what`, place, what),
      ...one(`parts.${index}.reason`, `${place}的理由`, reason),
      ...(groundPrints(under) ? one(`parts.${index}.record`, `${place}的依据材料`, record) : []),
    ]
  })
  return [...printed, ...searched, ...withheld]
}

/** A letter names its enclosures. */
export const textsOfEnclosures = (enclosures: readonly Enclosure[]): LetterText[] =>
  enclosures.flatMap(({ name }) => one('fileIds', `附件“${name}”的文件名`, name))
