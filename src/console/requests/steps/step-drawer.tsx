import { Form } from 'antd'
import { useState } from 'react'
import type { CaseView } from '../../../requests/case-view.ts'
import type { StepName } from '../../../requests/step-inputs.ts'
import type { Registered } from '../../api.ts'
import { showIssues } from '../../fields/field-errors.ts'
import { allSent, whyWaitFor } from '../../fields/uploads.ts'
import { useMe } from '../../session/me.ts'
import { StepFrame } from '../../steps/step-frame.tsx'
import { AsCodesField } from './as-codes-field.tsx'
import { checkStep, fieldsAsked } from './check-step.ts'
import { firstInput, isAboutPaper, wholeInput } from './first-input.ts'
import { PreviewPanel } from './preview-panel.tsx'
import { StepItem } from './step-item.tsx'
import { StepPapers } from './step-papers.tsx'
import { useStepForm } from './use-step-form.ts'
import { useStepPreview } from './use-step-preview.ts'

/** The form of one step, with what it would do beside it. What is typed is kept until the step is taken. */
export function StepDrawer({ view, step, onClose, onRegistered }: StepDrawerProps) {
  const [uploads, setUploads] = useState(allSent)
  const { today } = useMe()
  const { form, take, kept, onValuesChange } = useStepForm<Record<string, unknown>>({
    view,
    step,
    draftKey: `step ${view.id} ${step}`,
    onTaken: (registered) => {
      onClose()
      onRegistered(registered)
    },
  })
  const values = Form.useWatch([], form) ?? {}
  const preview = useStepPreview(view, step, wholeInput(view, step, values))

  const submit = () => {
    // Enter in a field comes here too, whatever the button says.
    if (uploads.state !== 'done' || take.isPending) return
    const checked = checkStep(view, step, values, today)
    if ('issues' in checked) showIssues(form, checked.issues)
    else take.mutate(checked.input)
  }
  const shown = view.steps.find(({ name }) => name === step)
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
            initialValues={{ ...firstInput(view, step), ...kept }}
            onValuesChange={onValuesChange}
            onFinish={submit}
          >
            {fieldsAsked(view, step, values, today).map((field) => (
              <StepItem key={field.name} field={field} view={view} step={step} values={values} onSending={setUploads} />
            ))}
            <AsCodesField preview={preview.preview} />
          </Form>
          <StepPapers view={view} step={step} values={values} />
        </div>
        <PreviewPanel preview={preview} hideLetter={isAboutPaper(view, step, values.draft)} />
      </div>
    </StepFrame>
  )
}

interface StepDrawerProps {
  readonly view: CaseView
  readonly step: StepName
  readonly onClose: () => void
  readonly onRegistered: (registered: readonly Registered[]) => void
}
