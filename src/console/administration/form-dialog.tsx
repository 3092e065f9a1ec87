import { useMutation } from '@tanstack/react-query'
import { Alert, Form, Modal } from 'antd'
import { type ReactNode, useState } from 'react'
import type { z } from 'zod'
import { clearErrors, showFieldErrors, showIssues } from '../fields/field-errors.ts'

/** A small form over a list: checked by the server's own schema, refused with the reason at the field. */
export function FormDialog<Values extends object>(props: FormDialogProps<Values>) {
  const { title, action, schema, initial, lead, children, save, onClose } = props
  const [form] = Form.useForm<Values>()
  const [isOpen, setOpen] = useState(true)
  const saving = useMutation({
    mutationFn: save,
    onSuccess: () => setOpen(false),
    onError: (error) => showFieldErrors(form, error),
  })
  const submit = () => {
    const checked = schema.safeParse({ ...initial, ...form.getFieldsValue(true) })
    if (checked.success) saving.mutate(checked.data)
    else showIssues(form, checked.error.issues)
  }
  return (
    <Modal
      open={isOpen}
      title={title}
      okText={action}
      okButtonProps={{ loading: saving.isPending }}
      onOk={() => form.submit()}
      onCancel={() => setOpen(false)}
      afterClose={onClose}
      mask={{ closable: false }}
    >
      {lead ? <p className="gap-below quiet">{lead}</p> : null}
      {saving.error ? (
        <Alert className="gap-below" type="error" showIcon role="alert" title={saving.error.message} />
      ) : null}
      <Form
        form={form}
        layout="vertical"
        initialValues={initial}
        onValuesChange={(changed) => clearErrors(form, changed)}
        onFinish={submit}
      >
        {children}
        <button type="submit" hidden />
      </Form>
    </Modal>
  )
}

interface FormDialogProps<Values extends object> {
  readonly title: string
  readonly action: string
  readonly schema: z.ZodType
  readonly initial: Values
  readonly lead?: ReactNode
  readonly children: ReactNode
  readonly save: (checked: unknown) => Promise<unknown>
  readonly onClose: () => void
}
