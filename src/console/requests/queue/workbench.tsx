import { Navigate } from 'react-router'
import { businessRoles } from '../../../organs/role.ts'
import { WaitingNotice } from '../../ledgers/rows/waiting.tsx'
import { AdministratorsStart, firstStepTakers } from '../../organs/first-steps-page.tsx'
import { OwnTurns } from '../../review/own-turns.tsx'
import { holds, useMe } from '../../session/me.ts'
import { firstPlace } from '../../shell/rooms.tsx'
import { NoRoles } from './no-roles.tsx'
import { QueuePage } from './queue-page.tsx'

/** What is due, first. Administrators begin in their own rooms. */
export function Workbench() {
  const me = useMe()
  if (holds(me, businessRoles))
    return (
      <QueuePage
        title="工作台"
        first="queue"
        notice={
          <>
            <WaitingNotice />
            <OwnTurns />
            <h2>全部待办申请</h2>
          </>
        }
      />
    )
  if (holds(me, firstStepTakers)) return <AdministratorsStart />
  const path = firstPlace(me.roles)
  return path === '/' ? <NoRoles /> : <Navigate to={path} replace />
}
