import { Form } from 'antd'
import { useState } from 'react'
import type { CaseView } from '../../../requests/case-view.ts'
import type { StepName } from '../../../requests/step-inputs.ts'
import type { StepView } from '../../../steps/step.ts'
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
import { useCaseStep } from './use-case-step.ts'
import { useStepPreview } from './use-step-preview.ts'

/** The form of one step, with what it would do beside it. What is typed is kept until the step is taken. */
export function StepDrawer({ view, step, onClose, onRegistered }: StepDrawerProps) {
  const [uploads, setUploads] = useState(allSent)
  const { today } = useMe()
  const { name } = step
  const filled = useCaseStep<Record<string, unknown>>({
    view,
    name,
    draftKey: `step ${view.id} ${name}`,
    onTaken: (registered) => {
      onClose()
      onRegistered(registered)
    },
  })
  const { form, taking, kept } = filled
  const values = Form.useWatch([], form) ?? {}
  const preview = useStepPreview(view, name, wholeInput(view, name, values))

  const submit = () => {
    const checked = checkStep(view, name, values, today)
    if ('issues' in checked) showIssues(form, checked.issues)
    else taking.send(checked.input)
  }
  return (
    <StepFrame
      step={step}
      of={view.number}
      size={960}
      filled={filled}
      initial={{ ...firstInput(view, name), ...kept }}
      queryKey={['case', view.id]}
      wait={whyWaitFor(uploads) ?? undefined}
      onSubmit={submit}
      onClose={onClose}
    >
      <div className="columns step-columns">
        <div>
          {fieldsAsked(view, name, values, today).map((field) => (
            <StepItem key={field.name} field={field} view={view} step={name} values={values} onSending={setUploads} />
          ))}
          <AsCodesField preview={preview.preview} />
          <StepPapers view={view} step={name} values={values} />
        </div>
        <PreviewPanel preview={preview} hideLetter={isAboutPaper(view, name, values.draft)} />
      </div>
    </StepFrame>
  )
}

interface StepDrawerProps {
  readonly view: CaseView
  readonly step: StepView<StepName>
  readonly onClose: () => void
  readonly onRegistered: (registered: readonly Registered[]) => void
}
