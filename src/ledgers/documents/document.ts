import { z } from 'zod'
import { PlainDate } from '../../days/plain-date.ts'
import { withYearBrackets } from '../../law/document-number.ts'
import type { Validity } from '../../law/validity.ts'
import type { StepView } from '../../steps/step.ts'
import { entryForm } from '../../workbooks/entry.ts'
import { normativeDocumentsLedger } from '../normative-document-ledger.ts'
import type { RowEvent } from '../rows/row-event.ts'
import type { RegisteredDocument } from './registered-document.ts'
import type { DocumentStep } from './steps.ts'
import type { DocumentViewName } from './wanted.ts'

export interface DocumentItem extends RegisteredDocument {
  readonly standing: Validity | null
}

/** A document as the finder shows it. */
export type FoundDocument = Pick<DocumentItem, 'id' | 'title' | 'documentNumber' | 'standing'>

/** Everything that the page of a document shows. */
export interface DocumentView<Instant = Date> extends DocumentItem {
  /** What may be done with it, and why not. */
  readonly steps: readonly StepView<DocumentStep>[]
  /** What happened to it, the earliest first. */
  readonly events: readonly RowEvent<Instant>[]
}

export interface DocumentPage {
  readonly items: readonly DocumentItem[]
  readonly total: number
  readonly pageSize: number
  /** Of all that are narrowed to, and of those that stand in each way on the day. */
  readonly counts: Readonly<Record<DocumentViewName, number>>
}

/** A document by hand: the ledger's own columns and rules. */
export const documentForm = (today: PlainDate) => entryForm(normativeDocumentsLedger, today)

const cited = (ask: string) => z.string().trim().min(1, ask).max(500, '不超过500个字').overwrite(withYearBrackets)

export const NewAmendment = z.strictObject({ amendedOn: PlainDate, amendedBy: cited('请填写修改它的文件名称或者文号') })
export type NewAmendment = z.infer<typeof NewAmendment>

/** 宣布失效: declared to have lapsed, which is not repeal. */
export const Lapse = z.strictObject({
  lastDay: PlainDate,
  by: cited('请填写宣布失效的文件名称或者文号'),
})
export type Lapse = z.infer<typeof Lapse>

/** 登记废止: the first day on which it no longer holds, and the document that says so. */
export const Repeal = z.strictObject({
  repealedOn: PlainDate,
  by: cited('请填写宣布废止的文件名称或者文号'),
})
export type Repeal = z.infer<typeof Repeal>

/** Which of its amendments was registered by mistake. */
export const OfAmendment = z.strictObject({ amendment: z.uuid('请选择要取消的修改') })
