import { Alert } from 'antd'
import type { ReactNode } from 'react'
import { Problem } from '../api.ts'
import { Mark } from '../shell/mark.tsx'

/** The quiet page in which the steps of the sign-in stand. */
export function SignInFrame({ title, lead, isWide = false, children }: SignInFrameProps) {
  return (
    <div className="sign-in">
      <header className="sign-in-brand">
        <Mark />
        <div className="stacked">
          <strong>开诚</strong>
          <span>政府信息公开工作平台</span>
        </div>
      </header>
      <main className={isWide ? 'sign-in-card is-wide' : 'sign-in-card'}>
        <h1 className="gap-below">{title}</h1>
        {lead ? <p className="sign-in-lead">{lead}</p> : null}
        {children}
      </main>
      <footer className="quiet sign-in-foot">
        本平台为非涉密系统，不得存储、处理、传输国家秘密。
        <br />
        操作全程留痕，请勿将账号交他人使用。
      </footer>
    </div>
  )
}

interface SignInFrameProps {
  readonly title: string
  readonly lead?: ReactNode
  /** For more than a few fields. */
  readonly isWide?: boolean
  readonly children: ReactNode
}

/** What went wrong, read out at once. */
export function SignInProblem({ error }: { error: Error | null }) {
  if (!error) return null
  const hint = error instanceof Problem ? hints[error.code] : undefined
  return <Alert className="gap-below" type="error" showIcon title={error.message} description={hint} role="alert" />
}

const hints: Readonly<Record<string, string>> = {
  offline: '请确认本机已连上政务网络。',
  locked: '账号到时自动解锁；如急需使用，请安全管理员解锁。',
}
