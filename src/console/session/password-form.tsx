import { useMutation } from '@tanstack/react-query'
import { Button, Form, Input } from 'antd'
import { whyNotPassword } from '../../organs/session/password.ts'
import { type Me, session } from '../api.ts'
import { counted } from '../fields/counted.ts'
import { showFieldErrors } from '../fields/field-errors.ts'
import { PasswordRules } from './password-rules.tsx'
import { SignInProblem } from './sign-in-frame.tsx'

interface Passwords {
  readonly current: string
  readonly next: string
  readonly again: string
}

/** Sets a new password of one's own, judged while it is typed by the server's own rules. */
export function PasswordForm({ me, onChanged }: { me: Pick<Me, 'organ' | 'staff'>; onChanged: () => void }) {
  const { login, name } = me.staff
  const owner = { login, name, organName: me.organ.name, organSlug: me.organ.slug }
  const [form] = Form.useForm<Passwords>()
  const next = Form.useWatch('next', form) ?? ''
  const change = useMutation({
    mutationFn: ({ current, next }: Passwords) => session.changePassword(current, next),
    onSuccess: onChanged,
    onError: (error) => showFieldErrors(form, error),
  })
  return (
    <Form form={form} layout="vertical" size="large" requiredMark={false} onFinish={(values) => change.mutate(values)}>
      <SignInProblem error={change.error} />
      <input type="text" autoComplete="username" defaultValue={login} hidden readOnly />
      <Form.Item name="current" label="现在的密码" rules={[{ required: true, message: '请填写现在的密码' }]}>
        <Input.Password autoFocus autoComplete="current-password" {...counted(200)} />
      </Form.Item>
      <Form.Item
        name="next"
        label="新密码"
        validateTrigger="onBlur"
        rules={[
          {
            validator: (_, value: string = '') => {
              const why = whyNotPassword(value, owner)
              return why ? Promise.reject(new Error(why)) : Promise.resolve()
            },
          },
        ]}
        extra={<PasswordRules password={next} />}
      >
        <Input.Password autoComplete="new-password" {...counted(200)} />
      </Form.Item>
      <Form.Item
        name="again"
        label="再输一遍新密码"
        dependencies={['next']}
        validateTrigger="onBlur"
        rules={[
          ({ getFieldValue }) => ({
            validator: (_, value: string) =>
              value === getFieldValue('next') ? Promise.resolve() : Promise.reject(new Error('两次输入的新密码不一样')),
          }),
        ]}
      >
        <Input.Password autoComplete="new-password" {...counted(200)} />
      </Form.Item>
      <Button type="primary" htmlType="submit" block loading={change.isPending}>
        更换密码
      </Button>
    </Form>
  )
}
