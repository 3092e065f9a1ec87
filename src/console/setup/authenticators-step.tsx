import { useMutation, useQuery } from '@tanstack/react-query'
import { Alert, Button } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { roleLabel } from '../../organs/role.ts'
import type { FirstAdministrator, SetupProgress } from '../../organs/setup/set-up.ts'
import { EnrolmentSteps } from '../session/enrolment-steps.tsx'
import { SignInFrame, SignInProblem } from '../session/sign-in-frame.tsx'
import { Loading } from '../states/loading.tsx'
import { StateWords } from '../states/state-mark.tsx'
import { setup } from './setup-api.ts'

type Whose = FirstAdministrator['role']

interface StepProps {
  readonly setupKey: string
  readonly progress: SetupProgress
  readonly onProgress: (progress: SetupProgress) => void
}

/** The three bind their authenticators one after the other, in any order; each secret is shown until its code is right. */
export function AuthenticatorsStep({ setupKey, progress, onProgress }: StepProps) {
  const { organName, administrators } = progress
  const [chosen, setChosen] = useState<Whose>()
  const open = administrators.filter(({ isBound }) => !isBound)
  const now = open.find(({ role }) => role === chosen) ?? open[0]
  return (
    <SignInFrame
      title="绑定身份验证器"
      lead={`${organName}已经开设。三名管理员请依次用自己的手机绑定身份验证器，以后登录时填写它给出的6位动态码。`}
    >
      <ul className="ruled gap-below" aria-label="管理员">
        {administrators.map(({ role, name, isBound }) => (
          <li key={role} className="row" aria-current={role === now?.role ? 'step' : undefined}>
            <span className="grow">
              {roleLabel(role)} {name}
            </span>
            {isBound ? <StateWords mark={['done', '✓']} label="已绑定" /> : null}
            {!isBound && role === now?.role ? <StateWords mark={['soon', '◐']} label="正在绑定" /> : null}
            {!isBound && role !== now?.role ? (
              <Button size="small" onClick={() => setChosen(role)}>
                先绑定{name}的
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {now ? <BindOne key={now.role} setupKey={setupKey} person={now} onProgress={onProgress} /> : null}
      <p className="quiet gap-above">
        有人不在场也不要紧：刷新、关闭本页都不影响已经办好的，没有绑定的在本人首次登录时绑定。
      </p>
      <p className="gap-above">
        <Link to="/">以后再绑定，去登录</Link>
      </p>
    </SignInFrame>
  )
}

interface BindOneProps extends Pick<StepProps, 'setupKey' | 'onProgress'> {
  readonly person: SetupProgress['administrators'][number]
}

function BindOne({ setupKey, person: { role, name }, onProgress }: BindOneProps) {
  const { data, error, refetch } = useQuery({
    queryKey: ['setup', setupKey, role],
    queryFn: () => setup.enrol(setupKey, role),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  })
  const confirm = useMutation({
    mutationFn: (code: string) => setup.confirmEnrolment(setupKey, role, code),
    onSuccess: onProgress,
    // Whoever has bound at their own sign-in meanwhile is told so; the page follows.
    onError: () => setup.progress(setupKey).then(onProgress, () => undefined),
  })
  return (
    <section aria-label={`绑定${name}的身份验证器`}>
      <Alert
        className="gap-below"
        type="warning"
        showIcon
        title={`请${roleLabel(role)}${name}本人扫描，其他人不要拍照、抄录`}
        description="二维码和密钥在绑定完成后不再显示。"
      />
      <SignInProblem error={error ?? confirm.error} />
      {error ? <Button onClick={() => refetch()}>重试</Button> : null}
      {data ? (
        <EnrolmentSteps enrolment={data} isPending={confirm.isPending} onCode={(code) => confirm.mutate(code)} />
      ) : error ? null : (
        <Loading rows={4} />
      )}
    </section>
  )
}
