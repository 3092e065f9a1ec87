import { Alert, Button, Form } from 'antd'
import { useState } from 'react'
import { findOutcome, type Outcome, type OutcomeId } from '../../../law/outcomes.ts'
import type { CaseView } from '../../../requests/case-view.ts'
import { allSent, withUploads } from '../../fields/uploads.ts'
import { useMe } from '../../session/me.ts'
import { StepProblem } from '../../steps/step-problem.tsx'
import { AsCodesField } from '../steps/as-codes-field.tsx'
import { PreviewPanel } from '../steps/preview-panel.tsx'
import { useCaseStep } from '../steps/use-case-step.ts'
import { useStepPreview } from '../steps/use-step-preview.ts'
import { AnswerFields } from './answer-fields.tsx'
import { type AnswerValues, answerInput, filesGiven, firstValues } from './answer-values.ts'
import { useEnclosures } from './enclosure-findings.tsx'
import { reasonsWanted } from './enclosure-reasons.ts'
import { OutcomeHead } from './outcome-head.tsx'
import { useSendAnswer } from './use-send-answer.ts'

/** The outcome with its row of the report, the record that it needs, and the letter as it will be sent. What the letter does not use is not asked. */
export function AnswerForm({ view, outcomeId, answers, warnings, onTaken }: AnswerFormProps) {
  const { today, staff } = useMe()
  const [uploads, setUploads] = useState(allSent)
  const outcome: Outcome | undefined = findOutcome(outcomeId, today)
  const { form, taking, kept, onValuesChange } = useCaseStep<AnswerValues>({
    view,
    name: 'draftAnswer',
    draftKey: `answer ${view.id} ${outcomeId}`,
    onTaken,
  })
  const values: AnswerValues = Form.useWatch([], form) ?? {}
  const fileIds = filesGiven(outcomeId, values)
  const looking = useEnclosures(view.id, fileIds)
  const findings = fileIds.length > 0 ? (looking.data?.findings ?? []) : []
  const input = answerInput({ outcome: outcomeId, answers }, values, view, findings)
  const preview = useStepPreview(view, 'draftAnswer', input)
  const send = useSendAnswer(form, taking.send)
  const isShut =
    view.steps.some(({ name, why }) => name === 'draftAnswer' && why !== null) ||
    findings.some(({ severity }) => severity === 'block')
  const submit = () => {
    if (uploads.state === 'done') send(input, reasonsWanted(findings, values.confirmations ?? {}))
  }
  return (
    <div className="columns answer-columns">
      <section className="panel">
        <OutcomeHead outcome={outcome} cells={preview.preview?.cells ?? []} />
        {warnings.map((warning) => (
          <Alert key={warning} className="gap-below" type="warning" showIcon title={warning} />
        ))}
        <StepProblem error={taking.error} queryKey={['case', view.id]} onReloaded={taking.reset} />
        <Form
          form={form}
          layout="vertical"
          initialValues={{
            ...firstValues(view, outcomeId, { searchedBy: staff.name, searchedOn: today }),
            ...kept,
          }}
          onValuesChange={onValuesChange}
          onFinish={submit}
        >
          <AnswerFields view={view} outcome={outcome} input={input} looking={looking} onSending={setUploads} />
          <AsCodesField preview={preview.preview} />
          <div className="form-buttons">
            <Button
              type="primary"
              size="large"
              htmlType="submit"
              loading={taking.isPending}
              disabled={uploads.state !== 'done' || isShut}
            >
              {withUploads(uploads, '拟好，提交审批')}
            </Button>
          </div>
        </Form>
      </section>
      <PreviewPanel preview={preview} />
    </div>
  )
}

interface AnswerFormProps {
  readonly view: CaseView
  readonly outcomeId: OutcomeId
  readonly answers: Readonly<Record<string, string>>
  readonly warnings: readonly string[]
  readonly onTaken: () => void
}
