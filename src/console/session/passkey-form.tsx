import { useMutation } from '@tanstack/react-query'
import { Button, Form, Input } from 'antd'
import { counted } from '../fields/counted.ts'
import { showFieldErrors } from '../fields/field-errors.ts'
import { passkeys } from './passkeys-api.ts'
import { SignInProblem } from './sign-in-frame.tsx'

/** Names a passkey and has the device make it. */
export function PasskeyForm({ autoFocus = false, onAdded }: { autoFocus?: boolean; onAdded: () => void }) {
  const [form] = Form.useForm<{ name: string }>()
  const add = useMutation({
    mutationFn: ({ name }: { name: string }) => passkeys.add(name),
    onSuccess: onAdded,
    onError: (error) => showFieldErrors(form, error),
  })
  return (
    <Form form={form} layout="vertical" requiredMark={false} onFinish={(values) => add.mutate(values)}>
      <SignInProblem error={add.error} />
      <Form.Item
        name="name"
        label="给这把通行密钥起个名字"
        extra="写明是哪台设备，如“办公室电脑”“我的手机”，以后好辨认。"
        rules={[{ required: true, whitespace: true, message: '请给这把通行密钥起个名字，如“办公室电脑”' }]}
        validateTrigger="onSubmit"
      >
        <Input autoFocus={autoFocus} autoComplete="off" {...counted(30)} />
      </Form.Item>
      <Button htmlType="submit" block size="large" loading={add.isPending}>
        绑定通行密钥
      </Button>
    </Form>
  )
}
