import { Alert, App as AntApp, Button, Form } from 'antd'
import { useEffect, useState } from 'react'
import { findOutcome, type Outcome, type OutcomeId } from '../../../law/outcomes.ts'
import type { CaseView, EnclosureFinding } from '../../../requests/case-view.ts'
import { mustFill } from '../../../requests/check-answer.ts'
import type { SearchRecord } from '../../../requests/event.ts'
import { asksOf, documentOf } from '../../../requests/letters/write-letter.ts'
import type { WithheldPart } from '../../../requests/withheld-part.ts'
import { Problem, type UploadedFile } from '../../api.ts'
import { forgetDraft, keepDraft, readDraft } from '../../drafts.ts'
import { clearErrors, showFieldErrors, showIssues } from '../../fields/field-errors.ts'
import { allSent, withUploads } from '../../fields/upload-field.tsx'
import { useMe } from '../../session/me.ts'
import { StepProblem } from '../../steps/step-problem.tsx'
import { AsCodesField } from '../steps/as-codes-field.tsx'
import { PreviewPanel } from '../steps/preview-panel.tsx'
import { useStepPreview } from '../steps/use-step-preview.ts'
import { useTakeStep } from '../steps/use-take-step.ts'
import { checkAnswerForm } from './answer-issues.ts'
import { AskedField } from './asked-field.tsx'
import { EarlierField } from './earlier-field.tsx'
import { EnclosureFindings, openFindings, reasonKey, useEnclosures } from './enclosure-findings.tsx'
import { GivenFiles } from './given-files.tsx'
import { OpinionFields } from './opinion-fields.tsx'
import { opinionsSaid } from './opinions-said.ts'
import { OutcomeHead } from './outcome-head.tsx'
import { PartFields } from './part-fields.tsx'
import { RestsOn } from './record-fields.tsx'
import { SearchFields } from './search-fields.tsx'

interface AnswerValues {
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
  readonly confirmations?: Readonly<Record<string, string | undefined>>
}

const namesEnclosure = ({ statement, reason }: { readonly statement: string; readonly reason: string }): boolean =>
  /(?:见|详见|参见|附上|随函)[^。；\n]{0,6}附件|附件[一二三四五六七八九十\d]/.test(statement + reason)

/** The outcome with its row of the report, the record that it needs, and the letter as it will be sent. What the letter does not use is not asked. */
export function AnswerForm({ view, outcomeId, answers, warnings, onTaken }: AnswerFormProps) {
  const { today, staff } = useMe()
  const { modal } = AntApp.useApp()
  const [form] = Form.useForm<AnswerValues>()
  const outcome: Outcome | undefined = findOutcome(outcomeId, today)
  const asks = asksOf(outcomeId)
  const document = documentOf(outcomeId)
  const draftKey = `answer ${view.id} ${outcomeId}`
  const values = Form.useWatch([], form) as AnswerValues | undefined
  const [uploads, setUploads] = useState(allSent)
  const fileIds = asks.files ? (values?.fileIds ?? []).map(({ id }) => id) : []
  const earlierId = asks.earlier ? values?.earlierId || null : null
  const looking = useEnclosures(view.id, fileIds)
  const findings = fileIds.length > 0 ? (looking.data?.findings ?? []) : []
  const reasonFor = (finding: EnclosureFinding) => values?.confirmations?.[reasonKey(finding)]?.trim() ?? ''
  const isShut = findings.some(({ severity }) => severity === 'block')
  const input = {
    outcome: outcomeId,
    answers,
    reason: asks.reason ? (values?.reason ?? '') : '',
    statement: asks.statement ? (values?.statement ?? '') : '',
    record: asks.record && earlierId === null ? (values?.record ?? '') : '',
    search: asks.search ? (values?.search ?? null) : null,
    ...opinionsSaid(outcomeId, values ?? {}, view.consultations),
    parts: asks.parts
      ? (values?.parts ?? []).map((part) => ({ ...part, ...opinionsSaid(part.under, part, view.consultations) }))
      : [],
    earlierId,
    fileIds,
    asCodes: values?.asCodes === true,
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
  const isRequired = (text: 'reason' | 'statement' | 'record') => {
    const asked = asks[text]
    return asked !== undefined && mustFill(asked, fileIds.length, input.consultations.length > 0)
  }

  const submit = () => {
    if (uploads.state !== 'done') return
    const unanswered = openFindings(findings).filter((finding) => reasonFor(finding) === '')
    const checked = checkAnswerForm(input, unanswered.map(reasonKey))
    if ('issues' in checked) return showIssues(form, checked.issues)
    if (!namesEnclosure(input) || fileIds.length > 0) return take.mutate(checked.data)
    modal.confirm({
      title: '文字里写了“见附件”，但没有附件',
      content: '请先上传附件，或者改写文字；确实不需要附件的，可以继续提交。',
      okText: '没有附件，继续提交',
      cancelText: '返回修改',
      onOk: () => take.mutate(checked.data),
    })
  }
  const former = view.draft ?? view.returned?.draft
  const before = former?.outcome === outcomeId ? former : null
  const first: AnswerValues = {
    reason: before?.reason ?? '',
    statement: before?.statement ?? '',
    record: before?.record ?? '',
    consultations: before?.consultations ?? [],
    reasonable: before?.reasonable ?? [],
    ...(before?.earlierId ? { earlierId: before.earlierId } : {}),
    search: before?.search ?? { searchedBy: staff.name, searchedOn: today },
    parts: before?.parts.length ? before.parts : [{}],
    fileIds: former?.files ?? [],
    confirmations: Object.fromEntries((former?.looked ?? []).map((each) => [reasonKey(each), each.reason])),
  }
  return (
    <div className="columns answer-columns">
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
            // What was wrong at a field has been typed anew.
            if (take.error instanceof Problem && Object.keys(take.error.fields).length > 0) take.reset()
            keepDraft(draftKey, all)
          }}
          onFinish={submit}
        >
          <AskedField name="statement" asked={asks.statement} document={document} required={isRequired('statement')} />
          {asks.files ? <GivenFiles onSending={setUploads} /> : null}
          {asks.files ? <EnclosureFindings looking={looking} count={fileIds.length} /> : null}
          {asks.parts ? <PartFields view={view} document={document} values={values?.parts ?? []} /> : null}
          <AskedField name="reason" asked={asks.reason} document={document} required={isRequired('reason')} />
          <RestsOn outcome={outcome} />
          {asks.consultations ? <OpinionFields view={view} document={document} chosen={values?.consultations} /> : null}
          {asks.earlier ? <EarlierField view={view} document={document} /> : null}
          {earlierId === null ? (
            <AskedField name="record" asked={asks.record} document={document} required={isRequired('record')} />
          ) : null}
          {asks.search ? <SearchFields document={document} /> : null}
          <AsCodesField preview={preview.preview} />
          <div className="form-buttons">
            <Button
              type="primary"
              size="large"
              htmlType="submit"
              loading={take.isPending}
              disabled={why !== null || uploads.state !== 'done' || isShut}
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
