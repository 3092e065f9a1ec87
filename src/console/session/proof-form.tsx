import { useMutation } from '@tanstack/react-query'
import { Button, Form, Input } from 'antd'
import { useState } from 'react'
import { counted } from '../fields/counted.ts'
import { showFieldErrors } from '../fields/field-errors.ts'
import { useMe } from './me.ts'
import { passkeys } from './passkeys-api.ts'
import { SignInProblem } from './sign-in-frame.tsx'
import { whyNoPasskeys } from './why-no-passkeys.ts'

interface Proof {
  readonly current: string
  readonly code?: string
}

/** Asks for password and second factor again, before the ways to sign in are changed. */
export function ProofForm({ onProved }: { onProved: () => void }) {
  const me = useMe()
  const [form] = Form.useForm<Proof>()
  const [byPasskey, setByPasskey] = useState(false)
  // Let in by a factor of the city's directory.
  const hasNone = !me.hasAuthenticator && !me.hasPasskey
  const prove = useMutation({
    mutationFn: ({ current, code }: Proof) => {
      if (hasNone) return passkeys.proveByPassword(current)
      return code === undefined ? passkeys.proveByPasskey(current) : passkeys.proveByCode(current, code)
    },
    onSuccess: onProved,
    onError: (error) => showFieldErrors(form, error),
  })
  const canSign = me.hasPasskey && whyNoPasskeys(me) === undefined
  return (
    <Form form={form} layout="vertical" requiredMark={false} onFinish={(values) => prove.mutate(values)}>
      <p className="why gap-below">
        改动登录方式前，请再次核对密码{hasNone ? '' : '和第二重验证'}；核对后五分钟内有效。
        {hasNone ? '没有本平台密码的，请安全管理员重置。' : ''}
      </p>
      <SignInProblem error={prove.error} />
      <input type="text" autoComplete="username" defaultValue={me.staff.login} hidden readOnly />
      <Form.Item name="current" label="现在的密码" rules={[{ required: true, message: '请填写现在的密码' }]}>
        <Input.Password autoFocus autoComplete="current-password" {...counted(200)} />
      </Form.Item>
      {me.hasAuthenticator && !byPasskey ? (
        <Form.Item name="code" label="6位动态码" rules={[{ required: true, message: '请填写6位数字' }]}>
          <Input inputMode="numeric" autoComplete="one-time-code" {...counted(6)} />
        </Form.Item>
      ) : null}
      <Button type="primary" htmlType="submit" block loading={prove.isPending}>
        {hasNone || (me.hasAuthenticator && !byPasskey) ? '核对' : '用通行密钥核对'}
      </Button>
      {me.hasAuthenticator && canSign ? (
        <Button type="link" onClick={() => setByPasskey(!byPasskey)}>
          {byPasskey ? '改用动态码核对' : '改用通行密钥核对'}
        </Button>
      ) : null}
    </Form>
  )
}
