import type { QueryKey } from '@tanstack/react-query'
import { Drawer, Form, type FormInstance } from 'antd'
import type { KeyboardEvent, ReactNode } from 'react'
import type { StepView } from '../../steps/step.ts'
import { useGiveFocusBack } from '../fields/give-focus-back.ts'
import { StepButtons } from './step-buttons.tsx'
import { StepProblem } from './step-problem.tsx'

/**
 * The drawer in which a step is filled in: what it is, why it was refused, the form, and the buttons that take or leave it.
 * Ctrl+Enter takes it from anywhere in it.
 */
export function StepFrame<Values extends object, View>(props: StepFrameProps<Values, View>) {
  const { step, of, size, filled, initial, queryKey, onReloaded, children, onSubmit, onClose } = props
  const { form, taking, onValuesChange } = filled
  const why = props.wait ?? step.why
  useGiveFocusBack()
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    form.submit()
  }
  return (
    <Drawer
      open
      size={size}
      title={`${step.label} · ${of}`}
      extra={<span className="quiet only-wide-inline">{step.article}</span>}
      onClose={onClose}
      onKeyDown={onKeyDown}
      mask={{ closable: false }}
      footer={
        <StepButtons
          label={props.label ?? step.label}
          why={why}
          isDangerous={props.isDangerous ?? false}
          isPending={taking.isPending}
          onTake={form.submit}
          onClose={onClose}
        />
      }
    >
      <StepProblem
        error={taking.error}
        queryKey={queryKey}
        onReloaded={(now: View | undefined) => {
          taking.reset()
          onReloaded?.(now)
        }}
      />
      <Form
        form={form}
        layout="vertical"
        initialValues={initial}
        onValuesChange={onValuesChange}
        onFinish={() => {
          // Enter comes here too, whatever the button says.
          if (why === null) onSubmit()
        }}
      >
        {children}
      </Form>
    </Drawer>
  )
}

interface StepFrameProps<Values extends object, View> {
  readonly step: StepView<string>
  /** What it is taken on, as people know it. */
  readonly of: string
  readonly size: number
  /** By `useStepForm`. */
  readonly filled: {
    readonly form: FormInstance<Values>
    readonly taking: { readonly error: Error | null; readonly isPending: boolean; readonly reset: () => void }
    readonly onValuesChange: (changed: object, all: Values) => void
  }
  readonly initial: object
  /** What is read again where somebody else was faster. */
  readonly queryKey: QueryKey
  readonly onReloaded?: (now: View | undefined) => void
  readonly children: ReactNode
  /** On the button, where that is not what the step is called. */
  readonly label?: string
  /** What must end or be mended before it can be taken. */
  readonly wait?: string | undefined
  /** It cannot be undone. */
  readonly isDangerous?: boolean
  readonly onSubmit: () => void
  readonly onClose: () => void
}
