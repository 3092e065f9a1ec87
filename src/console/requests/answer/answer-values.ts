import type { OutcomeId } from '../../../law/outcomes.ts'
import type { CaseView, EnclosureFinding } from '../../../requests/case-view.ts'
import type { SearchRecord } from '../../../requests/event.ts'
import { asksOf } from '../../../requests/letters/write-letter.ts'
import type { WithheldPart } from '../../../requests/withheld-part.ts'
import type { UploadedFile } from '../../api.ts'
import type { FilledAnswer } from './answer-issues.ts'
import { reasonKey, reasonsGiven, type TypedReasons } from './enclosure-reasons.ts'
import { opinionsSaid } from './opinions-said.ts'

/** What the form of an answer holds. */
export interface AnswerValues {
  readonly reason?: string
  readonly statement?: string
  readonly record?: string
  readonly consultations?: readonly number[]
  readonly reasonable?: readonly number[]
  readonly earlierId?: string
  readonly search?: Partial<SearchRecord>
  readonly parts?: readonly Partial<WithheldPart>[]
  readonly fileIds?: readonly UploadedFile[]
  readonly asCodes?: boolean
  readonly confirmations?: TypedReasons
}

/**
 * What the form begins with: the draft that stands or was sent back. Another outcome takes its files over, and what was said of
 * them, but none of its words.
 */
export function firstValues(
  { draft, returned }: Pick<CaseView, 'draft' | 'returned'>,
  outcome: OutcomeId,
  searcher: Pick<SearchRecord, 'searchedBy' | 'searchedOn'>,
): AnswerValues {
  const former = draft ?? returned?.draft
  const before = former?.outcome === outcome ? former : null
  return {
    reason: before?.reason ?? '',
    statement: before?.statement ?? '',
    record: before?.record ?? '',
    consultations: before?.consultations ?? [],
    reasonable: before?.reasonable ?? [],
    ...(before?.earlierId ? { earlierId: before.earlierId } : {}),
    search: before?.search ?? searcher,
    parts: before?.parts.length ? before.parts : [{}],
    fileIds: former?.files ?? [],
    confirmations: Object.fromEntries((former?.looked ?? []).map((each) => [reasonKey(each), each.reason])),
  }
}

/** The files that go out with the answer, where its letter has enclosures. */
export const filesGiven = (outcome: OutcomeId, { fileIds = [] }: AnswerValues): string[] =>
  asksOf(outcome).files ? fileIds.map(({ id }) => id) : []

/** What is sent of what stands on the form: only what the letter of this outcome, or the file, would use. */
export function answerInput(
  { outcome, answers }: Pick<FilledAnswer, 'outcome' | 'answers'>,
  values: AnswerValues,
  { consultations }: Pick<CaseView, 'consultations'>,
  findings: readonly EnclosureFinding[],
): FilledAnswer {
  const asks = asksOf(outcome)
  const earlierId = asks.earlier ? values.earlierId || null : null
  return {
    outcome,
    answers,
    reason: asks.reason ? (values.reason ?? '') : '',
    statement: asks.statement ? (values.statement ?? '') : '',
    record: asks.record && earlierId === null ? (values.record ?? '') : '',
    search: asks.search ? (values.search ?? null) : null,
    ...opinionsSaid(outcome, values, consultations),
    parts: asks.parts
      ? (values.parts ?? []).map((part) => ({ ...part, ...opinionsSaid(part.under, part, consultations) }))
      : [],
    earlierId,
    fileIds: filesGiven(outcome, values),
    asCodes: values.asCodes === true,
    confirmations: reasonsGiven(findings, values.confirmations ?? {}),
  }
}

/** The words speak of an enclosure and there is none. */
export const lacksEnclosure = ({ statement, reason, fileIds }: FilledAnswer): boolean =>
  fileIds.length === 0 &&
  /(?:见|详见|参见|附上|随函)[^。；\n]{0,6}附件|附件[一二三四五六七八九十\d]/.test(statement + reason)
