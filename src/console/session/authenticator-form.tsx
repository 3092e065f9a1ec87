import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import { useEffect } from 'react'
import { session } from '../api.ts'
import { Loading } from '../states/loading.tsx'
import { EnrolmentSteps } from './enrolment-steps.tsx'
import { SignInProblem } from './sign-in-frame.tsx'

/** Shows the secret to the person's authenticator, and asks for the code that it then gives. */
export function AuthenticatorForm({ onBound }: { onBound: () => void }) {
  const { data, error, mutate: begin } = useMutation({ mutationFn: session.enrol })
  const confirm = useMutation({ mutationFn: session.confirmEnrolment, onSuccess: onBound })
  useEffect(() => begin(), [begin])
  return (
    <>
      <SignInProblem error={error ?? confirm.error} />
      {error ? <Button onClick={() => begin()}>重试</Button> : null}
      {data ? (
        <EnrolmentSteps enrolment={data} isPending={confirm.isPending} onCode={(code) => confirm.mutate(code)} />
      ) : error ? null : (
        <Loading />
      )}
    </>
  )
}
