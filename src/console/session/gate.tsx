import { Outlet } from 'react-router'
import { Loading } from '../states/loading.tsx'
import { ProblemView } from '../states/problem-view.tsx'
import { EnrolmentPage } from './enrolment-page.tsx'
import { IdleWatch } from './idle-watch.tsx'
import { MeContext, useSession } from './me.ts'
import { PasswordPage } from './password-page.tsx'
import { SecondFactorPage } from './second-factor-page.tsx'
import { WayIn } from './way-in.tsx'

/** Lets in whoever has signed in wholly; the others meet the step of the sign-in at which they are. */
export function Gate() {
  const { data: me, error, refetch } = useSession()
  if (error && me === undefined) return <ProblemView error={error} onRetry={refetch} full />
  if (me === undefined) return <Loading />
  if (me === null) return <WayIn />
  if (me.stage === 'secondFactor') return <SecondFactorPage me={me} />
  if (me.stage === 'enrol') return <EnrolmentPage me={me} />
  if (me.stage === 'changePassword') return <PasswordPage me={me} />
  return (
    <MeContext value={me}>
      <IdleWatch />
      <Outlet />
    </MeContext>
  )
}
