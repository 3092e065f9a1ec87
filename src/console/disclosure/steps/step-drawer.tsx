import { Form } from 'antd'
import { useState } from 'react'
import type { StepName } from '../../../disclosure/edition-event.ts'
import type { RecordView } from '../../../disclosure/record-view.ts'
import { forgetDraft, keepDraft, readDraft } from '../../drafts.ts'
import { clearErrors, showIssues } from '../../fields/field-errors.ts'
import { StepFrame } from '../../steps/step-frame.tsx'
import { titleOf } from '../list/record-words.tsx'
import { editionKey } from '../records-api.ts'
import { StepFields } from './step-fields.tsx'
import { checkStep, passesGates, type StepValues } from './step-input.ts'
import { confirmWords, consequence } from './step-words.ts'
import { useTakeStep } from './use-take-step.ts'

/** The form of a step. It is about the text that was on the screen when it was opened, whatever happens meanwhile. */
export function StepDrawer({ view, step, paragraph, onClose }: StepDrawerProps) {
  const [seen, setSeen] = useState(view)
  const [form] = Form.useForm()
  const draftKey = `edition-step ${view.recordId} ${view.edition} ${step}`
  const take = useTakeStep(seen, step, () => {
    forgetDraft(draftKey)
    onClose()
  })
  const shown = seen.steps.find(({ name }) => name === step)
  const isBlocked = passesGates(step) && seen.findings.some(({ severity }) => severity === 'block')
  const [first] = useState(() => ({
    ...(step === 'sendBack' ? { to: 'drafting' } : {}),
    ...readDraft<StepValues>(draftKey),
    ...(paragraph === undefined ? {} : { paragraph }),
  }))

  const submit = () => {
    const checked = checkStep(seen, step, form.getFieldsValue(true))
    if ('issues' in checked) showIssues(form, checked.issues)
    else take.mutate(checked.input)
  }
  return (
    <StepFrame
      size={640}
      title={`${shown?.label ?? ''} · ${titleOf(seen.content)}`}
      article={shown?.article}
      error={take.error}
      queryKey={editionKey(seen)}
      onReloaded={(now: RecordView | undefined) => {
        if (now) setSeen(now)
        take.reset()
      }}
      label={confirmWords[step]}
      why={shown?.why ?? (isBlocked ? '还有必须先改正的问题' : null)}
      isDangerous={step === 'discard' || step === 'publishUrgently'}
      isPending={take.isPending}
      onTake={submit}
      onClose={onClose}
    >
      <p className="note rule-line">{consequence(step, seen)}</p>
      <Form
        form={form}
        layout="vertical"
        initialValues={first}
        onValuesChange={(changed, all) => {
          clearErrors(form, changed)
          keepDraft(draftKey, all)
        }}
        onFinish={submit}
      >
        <StepFields step={step} view={seen} />
      </Form>
    </StepFrame>
  )
}

interface StepDrawerProps {
  readonly view: RecordView
  readonly step: StepName
  /** The paragraph on which a return was begun. */
  readonly paragraph: number | undefined
  readonly onClose: () => void
}
