import { Typography } from 'antd'
import type { Enrolment } from '../api.ts'
import { CodeForm } from './code-form.tsx'

const inFours = (secret: string) => secret.replaceAll(/(.{4})(?=.)/g, '$1 ')

/** Shows the secret for a phone to scan, and asks for a code as the proof that it has it. */
export function EnrolmentSteps({ enrolment: { qr, secret }, isPending, onCode }: EnrolmentStepsProps) {
  return (
    <>
      <ol className="enrolment-steps gap-below">
        <li>
          在手机上打开身份验证器（支持TOTP的均可：微信里可以搜“身份验证器”小程序，手机应用商店里也有同类应用），扫描二维码：
          <img className="enrolment-qr" src={qr} alt="绑定用二维码；不能扫描时请手工输入下面的密钥" />
          <span className="quiet">不能扫描时，手工输入密钥（基于时间，6位）：</span>
          <Typography.Text className="enrolment-secret" copyable={{ text: secret }}>
            {inFours(secret)}
          </Typography.Text>
        </li>
        <li>填写身份验证器此刻显示的6位动态码：</li>
      </ol>
      <CodeForm label="6位动态码" action="完成绑定" isPending={isPending} onCode={onCode} />
    </>
  )
}

interface EnrolmentStepsProps {
  readonly enrolment: Enrolment
  readonly isPending: boolean
  readonly onCode: (code: string) => void
}
