import { App, Form } from 'antd'
import { Problem } from '../api.ts'
import { forgetDraft, keepDraft, readDraft } from '../drafts.ts'
import { clearErrors, type Path, showFieldErrors } from '../fields/field-errors.ts'
import { useSendOnce } from '../use-send-once.ts'

/**
 * The form in which a step is filled in. What is typed is kept under the key until the step is taken; what was refused is told at
 * its fields until it is typed anew.
 */
export function useStepForm<Values extends object, Input, Taken>(step: StepForm<Values, Input, Taken>) {
  const { label, draftKey, take, fieldOf, onTaken } = step
  const [form] = Form.useForm<Values>()
  const { message } = App.useApp()
  const taking = useSendOnce({
    send: take,
    onSent: (taken) => {
      forgetDraft(draftKey)
      message.success(`已办理：${label}`)
      return onTaken(taken)
    },
    onRefused: (error) => showFieldErrors(form, error, (path) => fieldOf?.(path, form.getFieldsValue(true)) ?? path),
  })
  const onValuesChange = (changed: object, all: Values) => {
    clearErrors(form, changed)
    if (taking.error instanceof Problem && Object.keys(taking.error.fields).length > 0) taking.reset()
    keepDraft(draftKey, all)
  }
  return { form, taking, kept: readDraft<Values>(draftKey), onValuesChange }
}

interface StepForm<Values, Input, Taken> {
  /** As people call the step. */
  readonly label: string
  readonly draftKey: string
  readonly take: (input: Input) => Promise<Taken>
  /** Where on the form what the server names is mended, if not under that name. */
  readonly fieldOf?: (path: Path, values: Values) => Path
  readonly onTaken: (taken: Taken) => unknown
}
