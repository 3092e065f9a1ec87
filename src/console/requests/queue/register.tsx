import { businessRoles } from '../../../organs/role.ts'
import { Guarded } from '../../states/guarded.tsx'
import { QueuePage } from './queue-page.tsx'

/** Every request of the organ, the newest first. */
export function Register() {
  return (
    <Guarded to={businessRoles}>
      <QueuePage title="全部申请" first="all" isRegister />
    </Guarded>
  )
}
