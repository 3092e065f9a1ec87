import { useMutation } from '@tanstack/react-query'
import { Button, Divider } from 'antd'
import { type Me, session } from '../api.ts'
import { CodeForm } from './code-form.tsx'
import { useRefreshSession } from './me.ts'
import { passkeys } from './passkeys-api.ts'
import { SignInFrame, SignInProblem } from './sign-in-frame.tsx'
import { SignOutLink } from './sign-out-link.tsx'
import { whyNoPasskeys } from './why-no-passkeys.ts'

/** Asks for the code, for a passkey, or for either, by what the person has bound. */
export function SecondFactorPage({ me }: { me: Me }) {
  const refresh = useRefreshSession()
  const check = useMutation({ mutationFn: session.secondFactor, onSuccess: refresh })
  const sign = useMutation({ mutationFn: passkeys.signIn, onSuccess: refresh })
  const whyNot = me.hasPasskey ? whyNoPasskeys(me) : undefined
  const submit = (code: string) => {
    sign.reset()
    check.mutate(code)
  }
  return (
    <SignInFrame
      title={me.hasAuthenticator ? '动态验证码' : '通行密钥'}
      lead={
        me.hasAuthenticator
          ? '请打开手机上的身份验证器，填写本系统当前的6位动态码。'
          : '请用您绑定的通行密钥（指纹、面容、设备 PIN 或者安全密钥）确认是您本人。'
      }
    >
      <SignInProblem error={sign.error ?? check.error} />
      {me.hasAuthenticator ? (
        <CodeForm label="6位动态码" action="验证" isPending={check.isPending} onCode={submit} />
      ) : null}
      {me.hasAuthenticator && me.hasPasskey ? <Divider plain>或者</Divider> : null}
      {me.hasPasskey && !whyNot ? (
        <Button
          block
          size="large"
          type={me.hasAuthenticator ? 'default' : 'primary'}
          autoFocus={!me.hasAuthenticator}
          loading={sign.isPending}
          onClick={() => sign.mutate()}
        >
          使用通行密钥
        </Button>
      ) : null}
      {whyNot ? (
        <p className="why">
          现在不能使用通行密钥：{whyNot}
          {me.hasAuthenticator ? '' : '急需登录的，请安全管理员重置第二重验证。'}
        </p>
      ) : null}
      <p className="quiet gap-above">
        {me.hasAuthenticator ? '验证码每30秒更换一次；总是不对时，请检查手机时间是否准确。' : ''}
        {me.hasPasskey ? '设备不在身边或者已经遗失的，请安全管理员重置第二重验证。' : ''}
        <SignOutLink>换个账号登录</SignOutLink>
      </p>
    </SignInFrame>
  )
}
