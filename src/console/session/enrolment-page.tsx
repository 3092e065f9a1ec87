import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import { useEffect } from 'react'
import { type Me, session } from '../api.ts'
import { Loading } from '../states/loading.tsx'
import { EnrolmentSteps } from './enrolment-steps.tsx'
import { useRefreshSession } from './me.ts'
import { SignInFrame, SignInProblem } from './sign-in-frame.tsx'
import { SignOutLink } from './sign-out-link.tsx'

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
        <EnrolmentSteps enrolment={data} isPending={confirm.isPending} onCode={(code) => confirm.mutate(code)} />
      ) : error ? null : (
        <Loading />
      )}
      <p className="quiet gap-above">
        <SignOutLink>以后再绑定，退出登录</SignOutLink>
      </p>
    </SignInFrame>
  )
}
