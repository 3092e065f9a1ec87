import type { Me } from '../api.ts'
import { useRefreshSession } from './me.ts'
import { PasswordForm } from './password-form.tsx'
import { SignInFrame } from './sign-in-frame.tsx'
import { SignOutLink } from './sign-out-link.tsx'

/** The first password came from somebody else, or has grown old: a new one is set before any work. */
export function PasswordPage({ me }: { me: Me }) {
  const refresh = useRefreshSession()
  return (
    <SignInFrame
      title="更换密码"
      lead={`${me.staff.name}，您使用的是初始密码或者已到期的密码，请更换成只有自己知道的密码后再办理业务。`}
    >
      <PasswordForm me={me} onChanged={refresh} />
      <p className="quiet gap-above">
        <SignOutLink>退出登录</SignOutLink>
      </p>
    </SignInFrame>
  )
}
