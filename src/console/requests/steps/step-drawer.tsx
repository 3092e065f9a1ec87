import { Form } from 'antd'
import { useEffect, useState } from 'react'
import type { CaseView } from '../../../requests/case-view.ts'
import { noticeHint } from '../../../requests/letter-texts.ts'
import { type StepName, stepInputs } from '../../../requests/step-inputs.ts'
import { unticked } from '../../../review/chain.ts'
import { Problem, type Registered } from '../../api.ts'
import { forgetDraft, keepDraft, readDraft } from '../../drafts.ts'
import { clearErrors, type Issue, showFieldErrors, showIssues } from '../../fields/field-errors.ts'
import { allSent, whyWaitFor } from '../../fields/upload-field.tsx'
import { useMe } from '../../session/me.ts'
import { StepFrame } from '../../steps/step-frame.tsx'
import { FileList } from '../case/files.tsx'
import { LetterPaper } from '../case/letter-paper.tsx'
import { LookedList } from '../case/looked-list.tsx'
import { AsCodesField } from './as-codes-field.tsx'
import { firstInput, letterOf, levelUp, wholeInput } from './first-input.ts'
import { LetterToCorrect } from './letter-to-correct.tsx'
import { PreviewPanel } from './preview-panel.tsx'
import { StepFieldInput } from './step-field-input.tsx'
import { missingDemanded, mustBeGiven, type StepField, stepFields } from './step-fields.ts'
import { useStepPreview } from './use-step-preview.ts'
import { useTakeStep } from './use-take-step.ts'

/** The form of one step, with what it would do beside it. What is typed is kept until the step is taken. */
export function StepDrawer({ view, step, onClose, onRegistered }: StepDrawerProps) {
  const [form] = Form.useForm<Record<string, unknown>>()
  const [uploads, setUploads] = useState(allSent)
  const { today } = useMe()
  const draftKey = `step ${view.id} ${step}`
  const values = Form.useWatch([], form) ?? {}
  const input = wholeInput(view, step, values)
  const preview = useStepPreview(view, step, input)
  const take = useTakeStep(view, step, (registered) => {
    forgetDraft(draftKey)
    onClose()
    onRegistered(registered)
  })
  useEffect(() => {
    if (take.error) showFieldErrors(form, take.error)
  }, [form, take.error])

  const fields = (step === 'draftAnswer' ? [] : stepFields[step]).filter(
    ({ when }) => when === undefined || when(view, values, today),
  )

  const submit = () => {
    // Enter in a field comes here too, whatever the button says.
    if (uploads.state !== 'done' || take.isPending) return
    const checked = stepInputs[step].safeParse(input)
    const missing = [...missingDemanded(fields, input), ...untickedOf(view, step, values)]
    if (checked.success && missing.length === 0) take.mutate(checked.data)
    else showIssues(form, [...(checked.error?.issues ?? []), ...missing])
  }
  const shown = view.steps.find(({ name }) => name === step)
  const letterUp = step === 'approveLetter' || step === 'returnLetter' ? letterOf(view, values.draft) : undefined
  const isSigning = step === 'approveAnswer' || step === 'returnAnswer' || step === 'issueAnswer'
  return (
    <StepFrame
      size={960}
      title={`${shown?.label ?? ''} · ${view.number}`}
      article={shown?.article}
      error={take.error}
      queryKey={['case', view.id]}
      onReloaded={take.reset}
      label={shown?.label ?? '办理'}
      why={whyWaitFor(uploads) ?? shown?.why ?? null}
      isPending={take.isPending}
      onTake={() => form.submit()}
      onClose={onClose}
    >
      <div className="columns step-columns">
        <div>
          <Form
            form={form}
            layout="vertical"
            initialValues={{ ...firstInput(view, step), ...readDraft<Record<string, unknown>>(draftKey) }}
            onValuesChange={(changed, all) => {
              clearErrors(form, changed)
              // What was wrong at a field has been typed anew.
              if (take.error instanceof Problem && Object.keys(take.error.fields).length > 0) take.reset()
              keepDraft(draftKey, all)
            }}
            onFinish={submit}
          >
            {fields.map((field) => (
              <Form.Item
                key={field.name}
                name={field.name}
                label={mustBeGiven(field) ? field.label : `${field.label}（可不填）`}
                required={mustBeGiven(field)}
                extra={helpOf(step, field, view)}
              >
                <StepFieldInput field={field} view={view} step={step} values={values} onSending={setUploads} />
              </Form.Item>
            ))}
            <AsCodesField preview={preview.preview} />
          </Form>
          {step === 'correctLetter' && typeof values.letter === 'number' ? (
            <LetterToCorrect id={view.id} seq={values.letter} />
          ) : null}
          {letterUp?.reason ? <p>更正的理由和依据：{letterUp.reason}</p> : null}
          {letterUp ? <LetterPaper letter={letterUp.letter} /> : null}
          {isSigning && view.draft ? (
            <>
              <LetterPaper letter={view.draft.letter} />
              <FileList view={view} files={view.draft.files} />
              <LookedList findings={view.draft.looked} />
            </>
          ) : null}
        </div>
        <PreviewPanel preview={preview} hideLetter={isSigning || letterUp !== undefined} />
      </div>
    </StepFrame>
  )
}

/** Of the list of the level in turn, what is begun and not ticked to the end. */
function untickedOf(view: CaseView, step: StepName, { draft, checklist }: Record<string, unknown>): Issue[] {
  const level = step === 'approveAnswer' || step === 'approveLetter' ? levelUp(view, step, draft) : undefined
  const open = level && Array.isArray(checklist) && checklist.length > 0 ? unticked(level, checklist) : undefined
  return open === undefined ? [] : [{ path: ['checklist'], message: `请核对“${open}”并勾选` }]
}

/** What to write, and, where the step sends a letter, whether it goes out with it. */
function helpOf(step: StepName, { kind, name, usual, help = '' }: StepField, view: CaseView): string {
  return `${help}${usual?.(view) ?? ''}${kind === 'text' || kind === 'line' ? noticeHint(step, name) : ''}`
}

interface StepDrawerProps {
  readonly view: CaseView
  readonly step: StepName
  readonly onClose: () => void
  readonly onRegistered: (registered: readonly Registered[]) => void
}
