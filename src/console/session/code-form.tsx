import { Button, Form, Input } from 'antd'
import { counted } from '../fields/counted.ts'

/** Asks for the six digits of the authenticator and sends them as soon as they are complete. */
export function CodeForm({ label, action, isPending, onCode }: CodeFormProps) {
  const [form] = Form.useForm<{ code: string }>()
  return (
    <Form form={form} layout="vertical" size="large" requiredMark={false} onFinish={({ code }) => onCode(code)}>
      <Form.Item
        name="code"
        label={label}
        getValueFromEvent={(event: { target: { value: string } }) =>
          event.target.value.replaceAll(/\D/g, '').slice(0, 6)
        }
        rules={[{ pattern: /^\d{6}$/, required: true, message: '请填写6位数字' }]}
        validateTrigger="onSubmit"
      >
        <Input
          className="code-input"
          autoFocus
          inputMode="numeric"
          autoComplete="one-time-code"
          {...counted(6)}
          onChange={({ target }) => /^\d{6}$/.test(target.value) && !isPending && form.submit()}
        />
      </Form.Item>
      <Button type="primary" htmlType="submit" block loading={isPending}>
        {action}
      </Button>
    </Form>
  )
}

interface CodeFormProps {
  readonly label: string
  readonly action: string
  readonly isPending: boolean
  readonly onCode: (code: string) => void
}
