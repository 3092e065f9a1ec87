import { Button } from 'antd'
import { Link } from 'react-router'
import { roleLabel } from '../../organs/role.ts'
import type { SetupProgress } from '../../organs/setup/set-up.ts'
import { SignInFrame } from '../session/sign-in-frame.tsx'
import { StateWords } from '../states/state-mark.tsx'

/** Tells who signs in how, once everything is done. */
export function SetupDone({ progress: { organName, administrators } }: { readonly progress: SetupProgress }) {
  return (
    <SignInFrame title="开设完成" lead={`${organName}已经开设，三名管理员都可以登录了。`}>
      <ul className="ruled gap-below" aria-label="管理员">
        {administrators.map(({ role, name, login }) => (
          <li key={role}>
            <StateWords mark={['done', '✓']} label={`${roleLabel(role)} ${name}`} />
            <div className="quiet">登录名 {login}</div>
          </li>
        ))}
      </ul>
      <p className="gap-below">
        登录时填写登录名、本人设定的密码和手机上身份验证器的动态码。系统管理员、安全管理员登录后先看到“启用清单”：还缺什么、由谁在哪里办。
      </p>
      <Link to="/">
        <Button type="primary" block size="large">
          去登录
        </Button>
      </Link>
    </SignInFrame>
  )
}
