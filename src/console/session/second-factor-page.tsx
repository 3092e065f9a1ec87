import { useMutation } from '@tanstack/react-query'
import { session } from '../api.ts'
import { CodeForm } from './code-form.tsx'
import { useRefreshSession } from './me.ts'
import { SignInFrame, SignInProblem } from './sign-in-frame.tsx'
import { SignOutLink } from './sign-out-link.tsx'

export function SecondFactorPage() {
  const refresh = useRefreshSession()
  const check = useMutation({ mutationFn: session.secondFactor, onSuccess: refresh })
  return (
    <SignInFrame title="动态验证码" lead="请打开手机上的身份验证器，填写本系统当前的6位动态码。">
      <SignInProblem error={check.error} />
      <CodeForm label="6位动态码" action="验证" isPending={check.isPending} onCode={(code) => check.mutate(code)} />
      <p className="quiet gap-above">
        验证码每30秒更换一次；总是不对时，请检查手机时间是否准确。<SignOutLink>换个账号登录</SignOutLink>
      </p>
    </SignInFrame>
  )
}
