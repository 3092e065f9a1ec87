import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { Link, useLocation, useNavigate } from 'react-router'
import { Problem } from '../api.ts'
import { SignInFrame } from '../session/sign-in-frame.tsx'
import { Loading } from '../states/loading.tsx'
import { AuthenticatorsStep } from './authenticators-step.tsx'
import { QuestionsStep } from './questions-step.tsx'
import { setup } from './setup-api.ts'
import { SetupDone } from './setup-done.tsx'

/** Opens the first bureau of a house. The key stands behind # in the address, where no server sees it; a reload goes on where it was. */
export function SetupPage() {
  const key = useLocation().hash.slice(1)
  const client = useQueryClient()
  const navigate = useNavigate()
  const queryKey = ['setup', key]
  const { data, error, refetch } = useQuery({
    queryKey,
    queryFn: () => setup.progress(key),
    enabled: key !== '',
    staleTime: Number.POSITIVE_INFINITY,
  })
  if (key === '')
    return (
      <Refused title="地址不完整">
        请在启动开诚的窗口里（或者服务日志里）复制完整的地址，从 http 开始，到最后一个字符为止，中间的 #
        和它后面的内容不能少。
      </Refused>
    )
  if (error && !data) return <Unopened error={error} onRetry={() => refetch()} />
  if (!data) return <Loading />
  if (data.stage === 'questions')
    return <QuestionsStep setupKey={key} onMade={(next) => navigate({ hash: `#${next}` }, { replace: true })} />
  if (data.administrators.every(({ isBound }) => isBound)) return <SetupDone progress={data} />
  return (
    <AuthenticatorsStep
      setupKey={key}
      progress={data}
      onProgress={(progress) => client.setQueryData(queryKey, progress)}
    />
  )
}

const titles: Readonly<Record<number, string>> = {
  0: '连接不上服务器',
  404: '地址不对或者已经失效',
  410: '这里已经开设了机关',
  429: '请稍后再试',
}

function Unopened({ error, onRetry }: { readonly error: Error; readonly onRetry: () => void }) {
  const status = error instanceof Problem ? error.status : 500
  const done = status === 410
  return (
    <Refused title={titles[status] ?? '暂时不能开设'}>
      {error.message}。
      <span className="form-buttons gap-above">
        {done ? (
          <Link to="/">
            <Button type="primary">去登录</Button>
          </Link>
        ) : (
          <Button onClick={onRetry}>重试</Button>
        )}
      </span>
    </Refused>
  )
}

function Refused({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <SignInFrame title={title}>
      <div role="alert">{children}</div>
    </SignInFrame>
  )
}
