import { useMutation } from '@tanstack/react-query'
import { Button, Typography } from 'antd'
import { useEffect } from 'react'
import { session } from '../api.ts'
import { Loading } from '../states/loading.tsx'
import { CodeForm } from './code-form.tsx'
import { SignInProblem } from './sign-in-frame.tsx'

const inFours = (secret: string) => secret.replaceAll(/(.{4})(?=.)/g, '$1 ')

/** Shows the secret to the person's authenticator, and asks for the code that it then gives. */
export function AuthenticatorForm({ onBound }: { onBound: () => void }) {
  const { data, error, mutate: begin } = useMutation({ mutationFn: session.enrol })
  const confirm = useMutation({ mutationFn: session.confirmEnrolment, onSuccess: onBound })
  useEffect(() => begin(), [begin])

  return (
    <>
      <SignInProblem error={error ?? confirm.error} />
      {error ? <Button onClick={() => begin()}>重试</Button> : null}
      {data ? (
        <>
          <ol className="enrolment-steps gap-below">
            <li>
              在手机上打开身份验证器（支持TOTP的均可：微信里可以搜“身份验证器”小程序，手机应用商店里也有同类应用），扫描二维码：
              <img className="enrolment-qr" src={data.qr} alt="绑定用二维码；不能扫描时请手工输入下面的密钥" />
              <span className="quiet">不能扫描时，手工输入密钥（基于时间，6位）：</span>
              <Typography.Text className="enrolment-secret" copyable={{ text: data.secret }}>
                {inFours(data.secret)}
              </Typography.Text>
            </li>
            <li>填写身份验证器此刻显示的6位动态码：</li>
          </ol>
          <CodeForm
            label="6位动态码"
            action="完成绑定"
            isPending={confirm.isPending}
            onCode={(code) => confirm.mutate(code)}
          />
        </>
      ) : error ? null : (
        <Loading />
      )}
    </>
  )
}
