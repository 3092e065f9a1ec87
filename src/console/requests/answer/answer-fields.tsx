import { Form } from 'antd'
import type { Outcome } from '../../../law/outcomes.ts'
import type { CaseView } from '../../../requests/case-view.ts'
import { mustFill } from '../../../requests/check-answer.ts'
import type { AnswerText } from '../../../requests/letters/asks.ts'
import { asksOf, documentOf } from '../../../requests/letters/write-letter.ts'
import type { Uploads } from '../../fields/uploads.ts'
import type { FilledAnswer } from './answer-issues.ts'
import type { AnswerValues } from './answer-values.ts'
import { AskedField } from './asked-field.tsx'
import { EarlierField } from './earlier-field.tsx'
import { EnclosureFindings, type useEnclosures } from './enclosure-findings.tsx'
import { GivenFiles } from './given-files.tsx'
import { OpinionFields } from './opinion-fields.tsx'
import { PartFields } from './part-fields.tsx'
import { RestsOn } from './record-fields.tsx'
import { SearchFields } from './search-fields.tsx'

/** What an answer asks for, in the order of its letter, and then of the file. */
export function AnswerFields({ view, outcome, input, looking, onSending }: AnswerFieldsProps) {
  const form = Form.useFormInstance<AnswerValues>()
  const parts = Form.useWatch('parts', form) ?? []
  const consultations = Form.useWatch('consultations', form)
  const asks = asksOf(input.outcome)
  const document = documentOf(input.outcome)
  const files = input.fileIds.length
  const isRequired = (text: AnswerText) => {
    const asked = asks[text]
    return asked !== undefined && mustFill(asked, files, input.consultations.length > 0)
  }
  return (
    <>
      <AskedField name="statement" asked={asks.statement} document={document} required={isRequired('statement')} />
      {asks.files ? <GivenFiles request={view.id} onSending={onSending} /> : null}
      {asks.files ? <EnclosureFindings looking={looking} count={files} /> : null}
      {asks.parts ? <PartFields view={view} document={document} values={parts} /> : null}
      <AskedField name="reason" asked={asks.reason} document={document} required={isRequired('reason')} />
      <RestsOn outcome={outcome} />
      {asks.consultations ? <OpinionFields view={view} document={document} chosen={consultations} /> : null}
      {asks.earlier ? <EarlierField view={view} document={document} /> : null}
      {input.earlierId === null ? (
        <AskedField name="record" asked={asks.record} document={document} required={isRequired('record')} />
      ) : null}
      {asks.search ? <SearchFields document={document} /> : null}
    </>
  )
}

interface AnswerFieldsProps {
  readonly view: CaseView
  readonly outcome: Outcome | undefined
  /** What would be sent as the form stands. */
  readonly input: FilledAnswer
  readonly looking: ReturnType<typeof useEnclosures>
  readonly onSending: (uploads: Uploads) => void
}
