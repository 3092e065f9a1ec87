import { Alert, App, Button, Form, Modal } from 'antd'
import { type ReactNode, useState } from 'react'
import type { z } from 'zod'
import { forgetDraft } from '../drafts.ts'
import { useSendOnce } from '../use-send-once.ts'
import { clearErrors, showFieldErrors, showIssues } from './field-errors.ts'
import { keepTyped, typedBefore } from './kept-values.ts'

/**
 * A small form over a list: checked by the server's own schema, refused with the reason at the field. What is typed is kept
 * until it is saved, and that it is saved is said.
 */
export function FormDialog<Values extends object, Checked = unknown>(props: FormDialogProps<Values, Checked>) {
  const { title, about, action, schema, initial, lead, children, save, isTold = false, onClose } = props
  const draftKey = `dialog ${title} ${about}`
  const [form] = Form.useForm<Values>()
  const { message } = App.useApp()
  const [isOpen, setOpen] = useState(true)
  const [opener] = useState(() => document.activeElement)
  const [typed, setTyped] = useState(() => typedBefore(draftKey, initial))
  const saving = useSendOnce({
    send: save,
    onSent: () => {
      forgetDraft(draftKey)
      if (!isTold) message.success(`已办理：${title}`)
      setOpen(false)
    },
    onRefused: (error) => showFieldErrors(form, error),
  })
  const submit = () => {
    const checked = schema.safeParse({ ...initial, ...form.getFieldsValue(true) })
    if (checked.success) saving.send(checked.data)
    else showIssues(form, checked.error.issues)
  }
  const beginAnew = () => {
    forgetDraft(draftKey)
    setTyped(undefined)
    const none = Object.fromEntries(Object.keys(form.getFieldsValue(true)).map((name) => [name, undefined]))
    form.setFieldsValue({ ...none, ...initial })
  }
  return (
    <Modal
      open={isOpen}
      title={title}
      okText={action}
      cancelText="关闭（保留已填内容）"
      okButtonProps={{ loading: saving.isPending }}
      onOk={() => form.submit()}
      onCancel={() => setOpen(false)}
      afterClose={() => {
        // Where a field takes the focus as it appears, the dialog does not know who had it before.
        if (opener instanceof HTMLElement) opener.focus()
        onClose()
      }}
      mask={{ closable: false }}
    >
      {lead ? <p className="gap-below quiet">{lead}</p> : null}
      {typed ? <TypedBefore onAnew={beginAnew} /> : null}
      {saving.error ? (
        <Alert className="gap-below" type="error" showIcon role="alert" title={saving.error.message} />
      ) : null}
      <Form
        form={form}
        // Before the names of the fields: the page has ids of its own.
        name="dialog"
        layout="vertical"
        initialValues={typed ?? initial}
        onValuesChange={(changed, all) => {
          clearErrors(form, changed)
          keepTyped(draftKey, initial, all)
        }}
        onFinish={submit}
      >
        {children}
        <button type="submit" hidden />
      </Form>
    </Modal>
  )
}

function TypedBefore({ onAnew }: { onAnew: () => void }) {
  return (
    <Alert
      className="gap-below"
      type="info"
      showIcon
      role="status"
      title="以下是上次填写、还没有提交的内容。"
      action={
        <Button size="small" onClick={onAnew}>
          重新填写
        </Button>
      }
    />
  )
}

interface FormDialogProps<Values extends object, Checked> {
  readonly title: string
  /** Which one the form is about, where its title may be that of several; empty where there is only one. */
  readonly about: string
  readonly action: string
  readonly schema: z.ZodType<Checked>
  readonly initial: Values
  readonly lead?: ReactNode
  readonly children: ReactNode
  readonly save: (checked: Checked) => Promise<unknown>
  /** What came of it is said or shown by whoever saves. */
  readonly isTold?: boolean
  readonly onClose: () => void
}
