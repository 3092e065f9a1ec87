import { Alert, Button, Form } from 'antd'
import { useEffect, useState } from 'react'
import { findOutcome, type Outcome, type OutcomeId } from '../../law/outcomes.ts'
import type { CaseView, EnclosureFinding } from '../../requests/case-view.ts'
import { giving, mustTell } from '../../requests/check-answer.ts'
import type { SearchRecord } from '../../requests/event.ts'
import { stepInputs } from '../../requests/step-inputs.ts'
import type { UploadedFile } from '../api.ts'
import { forgetDraft, keepDraft, readDraft } from '../drafts.ts'
import { clearErrors, showFieldErrors, showIssues } from '../fields/field-errors.ts'
import { TextField } from '../fields/text-field.tsx'
import { useMe } from '../session/me.ts'
import { PreviewPanel } from '../steps/preview-panel.tsx'
import { StepProblem } from '../steps/step-problem.tsx'
import { useStepPreview } from '../steps/use-step-preview.ts'
import { useTakeStep } from '../steps/use-take-step.ts'
import { EnclosureFindings, openFindings, reasonKey, useEnclosures } from './enclosure-findings.tsx'
import { GivenFiles } from './given-files.tsx'
import { OutcomeHead } from './outcome-head.tsx'
import { RecordFields } from './record-fields.tsx'

interface AnswerValues {
  readonly reason?: string
  readonly statement?: string
  readonly record?: string
  readonly search?: Partial<SearchRecord>
  readonly fileIds?: readonly UploadedFile[]
  readonly confirmations?: Readonly<Record<string, string | undefined>>
}

/** The outcome with its row of the report, the record that it needs, and the letter as it will be sent. */
export function AnswerForm({ view, outcomeId, answers, warnings, onTaken }: AnswerFormProps) {
  const { today, staff } = useMe()
  const [form] = Form.useForm<AnswerValues>()
  const outcome: Outcome | undefined = findOutcome(outcomeId, today)
  const draftKey = `answer ${view.id} ${outcomeId}`
  const values = Form.useWatch([], form) as AnswerValues | undefined
  const [isSending, setSending] = useState(false)
  const mayGive = giving.includes(outcomeId)
  const fileIds = mayGive ? (values?.fileIds ?? []).map(({ id }) => id) : []
  const looking = useEnclosures(view.id, fileIds)
  const findings = fileIds.length > 0 ? (looking.data?.findings ?? []) : []
  const reasonFor = (finding: EnclosureFinding) => values?.confirmations?.[reasonKey(finding)]?.trim() ?? ''
  const isShut = findings.some(({ severity }) => severity === 'block')
  const needsWords = mustTell(outcomeId, fileIds.length)
  const needsSearch = outcome?.record === 'searchRecord'
  const input = {
    outcome: outcomeId,
    answers,
    reason: values?.reason ?? '',
    statement: values?.statement ?? '',
    record: values?.record ?? '',
    search: needsSearch ? (values?.search ?? null) : null,
    fileIds,
    confirmations: openFindings(findings).flatMap((finding) => {
      const { fileId, kind } = finding
      const reason = reasonFor(finding)
      return reason ? [{ fileId, kind, reason }] : []
    }),
  }
  const preview = useStepPreview(view, 'draftAnswer', input)
  const take = useTakeStep(view, 'draftAnswer', () => {
    forgetDraft(draftKey)
    onTaken()
  })
  useEffect(() => {
    if (take.error) showFieldErrors(form, take.error)
  }, [form, take.error])
  const why = view.steps.find(({ name }) => name === 'draftAnswer')?.why ?? null

  const submit = () => {
    const unanswered = openFindings(findings).filter((finding) => reasonFor(finding) === '')
    if (unanswered.length > 0)
      return showIssues(
        form,
        unanswered.map((finding) => ({
          path: ['confirmations', reasonKey(finding)],
          message: '请说明理由，或者换掉附件',
        })),
      )
    const checked = stepInputs.draftAnswer.safeParse(input)
    if (checked.success) take.mutate(checked.data)
    else showIssues(form, checked.error.issues)
  }
  const former = view.draft ?? view.returned?.draft
  const before = former?.outcome === outcomeId ? former : null
  const first: AnswerValues = {
    reason: before?.reason ?? '',
    statement: before?.statement ?? '',
    record: before?.record ?? '',
    search: before?.search ?? { searchedBy: staff.name, searchedOn: today },
    fileIds: former?.files ?? [],
    confirmations: Object.fromEntries((former?.looked ?? []).map((each) => [reasonKey(each), each.reason])),
  }
  return (
    <div className="answer-columns">
      <section className="panel">
        <OutcomeHead outcome={outcome} cells={preview.preview?.cells ?? []} />
        {warnings.map((warning) => (
          <Alert key={warning} className="gap-below" type="warning" showIcon title={warning} />
        ))}
        <StepProblem error={take.error} queryKey={['case', view.id]} onReloaded={take.reset} />
        <Form
          form={form}
          layout="vertical"
          initialValues={{ ...first, ...readDraft<AnswerValues>(draftKey) }}
          onValuesChange={(changed, all) => {
            clearErrors(form, changed)
            keepDraft(draftKey, all)
          }}
          onFinish={submit}
        >
          <Form.Item
            name="statement"
            label={needsWords ? '告知申请人的内容' : '告知申请人的内容（可不填）'}
            required={needsWords}
            extra="公开什么、怎样获取、由谁负责等，会写入答复书。"
          >
            <TextField rows={3} max={8000} />
          </Form.Item>
          {mayGive ? <GivenFiles onSending={setSending} /> : null}
          {mayGive ? <EnclosureFindings looking={looking} count={fileIds.length} /> : null}
          <Form.Item
            name="reason"
            label={outcome?.needsReason ? '理由' : '理由（可不填）'}
            required={outcome?.needsReason ?? false}
            extra="结合本案事实写，会写入答复书。"
          >
            <TextField rows={3} />
          </Form.Item>
          <RecordFields outcome={outcome} view={view} />
          <div className="form-buttons">
            <Button
              type="primary"
              size="large"
              htmlType="submit"
              loading={take.isPending}
              disabled={why !== null || isSending || isShut}
            >
              {isSending ? '附件上传中……' : '拟好，提交审批'}
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
