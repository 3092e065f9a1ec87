import { useQueryClient } from '@tanstack/react-query'
import { Alert } from 'antd'
import { useState } from 'react'
import { openComments } from '../../../disclosure/comment.ts'
import type { StepName } from '../../../disclosure/edition-event.ts'
import type { RecordView } from '../../../disclosure/record-view.ts'
import { showIssues } from '../../fields/field-errors.ts'
import { StepFrame } from '../../steps/step-frame.tsx'
import { useStepForm } from '../../steps/use-step-form.ts'
import { titleOf } from '../list/record-words.tsx'
import { editionKey, records } from '../records-api.ts'
import { StepFields } from './step-fields.tsx'
import { askedFor, checkStep, fieldOf, passesGates, type StepValues } from './step-input.ts'
import { confirmWords, consequence, dangers } from './step-words.ts'

/** The form of a step. It is about the text that was on the screen when it was opened, whatever happens meanwhile. */
export function StepDrawer({ view, step, paragraph, onClose }: StepDrawerProps) {
  const client = useQueryClient()
  const [seen, setSeen] = useState(view)
  const shown = seen.steps.find(({ name }) => name === step)
  const label = shown?.label ?? ''
  const filled = useStepForm<StepValues, unknown, RecordView>({
    label,
    draftKey: `edition-step ${view.recordId} ${view.edition} ${step}`,
    take: (input) => records.take(seen, step, seen.seq, input),
    fieldOf: (path, values) => fieldOf(askedFor(seen, step, values), path),
    onTaken: (after) => {
      client.setQueryData(editionKey(seen), after)
      client.invalidateQueries({ queryKey: ['records'] })
      onClose()
    },
  })
  const isBlocked = passesGates(step) && seen.findings.some(({ severity }) => severity === 'block')
  const [first] = useState(() => ({
    ...(step === 'sendBack' ? { to: 'drafting' } : {}),
    ...filled.kept,
    ...(paragraph === undefined ? {} : { paragraph }),
  }))
  if (!shown) return null
  const submit = () => {
    const checked = checkStep(seen, step, filled.form.getFieldsValue(true))
    if ('issues' in checked) showIssues(filled.form, checked.issues)
    else filled.taking.send(checked.input)
  }
  return (
    <StepFrame
      step={shown}
      of={titleOf(seen.content)}
      size={640}
      filled={filled}
      initial={first}
      queryKey={editionKey(seen)}
      onReloaded={(now: RecordView | undefined) => {
        if (now) setSeen(now)
      }}
      label={confirmWords[step]}
      wait={isBlocked && shown.why === null ? '还有必须先改正的问题' : undefined}
      isDangerous={dangers.includes(step)}
      onSubmit={submit}
      onClose={onClose}
    >
      <p className="note rule-line">{consequence(step, seen)}</p>
      <CommentsLeft step={step} view={seen} />
      <StepFields step={step} view={seen} />
    </StepFrame>
  )
}

/** Whoever passes a text on is told what others still ask of it; it stops nobody. */
function CommentsLeft({ step, view }: { step: StepName; view: RecordView }) {
  const count = openComments(view.comments).length
  if (count === 0 || step === 'discard' || step === 'unschedule') return null
  return (
    <Alert
      className="gap-below"
      type="info"
      showIcon
      title={`还有${count}条批注没有办结。可以继续，批注保留在办理页面上。`}
    />
  )
}

interface StepDrawerProps {
  readonly view: RecordView
  readonly step: StepName
  /** The paragraph on which a return was begun. */
  readonly paragraph: number | undefined
  readonly onClose: () => void
}
