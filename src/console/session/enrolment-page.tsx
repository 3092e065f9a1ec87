import { useMutation } from '@tanstack/react-query'
import { Button, Typography } from 'antd'
import { useEffect } from 'react'
import { type Me, session } from '../api.ts'
import { Loading } from '../states/loading.tsx'
import { CodeForm } from './code-form.tsx'
import { useRefreshSession } from './me.ts'
import { SignInFrame, SignInProblem } from './sign-in-frame.tsx'
import { SignOutLink } from './sign-out-link.tsx'

const inFours = (secret: string) => secret.replaceAll(/(.{4})(?=.)/g, '$1 ')

/** Binds the authenticator on the person's phone to the account, once. */
export function EnrolmentPage({ me }: { me: Me }) {
  const refresh = useRefreshSession()
  const { data, error, mutate: begin } = useMutation({ mutationFn: session.enrol })
  const confirm = useMutation({ mutationFn: session.confirmEnrolment, onSuccess: refresh })
  useEffect(() => begin(), [begin])

  return (
    <SignInFrame
      title="绑定身份验证器"
      lead={`${me.staff.name}，首次登录需要绑定手机上的身份验证器，以后登录时填写它给出的6位动态码。`}
    >
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
      <p className="quiet gap-above">
        <SignOutLink>以后再绑定，退出登录</SignOutLink>
      </p>
    </SignInFrame>
  )
}
