import { Divider } from 'antd'
import type { Me } from '../api.ts'
import { AuthenticatorForm } from './authenticator-form.tsx'
import { useRefreshSession } from './me.ts'
import { PasskeyForm } from './passkey-form.tsx'
import { SignInFrame } from './sign-in-frame.tsx'
import { SignOutLink } from './sign-out-link.tsx'
import { whyNoPasskeys } from './why-no-passkeys.ts'

/** Binds the first second factor to the account: the authenticator on the person's phone, or a passkey where they work. */
export function EnrolmentPage({ me }: { me: Me }) {
  const refresh = useRefreshSession()
  const whyNot = whyNoPasskeys(me)
  return (
    <SignInFrame
      title="绑定身份验证器"
      lead={`${me.staff.name}，首次登录需要绑定手机上的身份验证器，以后登录时填写它给出的6位动态码。${
        whyNot ? '' : '也可以改为绑定通行密钥，见下。'
      }`}
    >
      <AuthenticatorForm onBound={refresh} />
      <Divider plain>或者</Divider>
      <h2>通行密钥</h2>
      {whyNot ? (
        <p className="why">现在不能绑定：{whyNot}</p>
      ) : (
        <>
          <p className="why gap-below">
            用这台设备的指纹、面容、PIN 或者安全密钥登录，不用填写动态码。两种绑定一种即可，登录后还可以再加。
          </p>
          <PasskeyForm onAdded={refresh} />
        </>
      )}
      <p className="quiet gap-above">
        <SignOutLink>以后再绑定，退出登录</SignOutLink>
      </p>
    </SignInFrame>
  )
}
