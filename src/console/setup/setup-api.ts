import type { FirstAdministrator, SetUpWithPasswords, SetupProgress } from '../../organs/setup/set-up.ts'
import { call, type Enrolment, get } from '../api.ts'

type Whose = FirstAdministrator['role']

/** Setting up the first bureau, by the key of the address that the server has printed. */
export const setup = {
  /** Whether there is no organ yet. */
  house: () => get<{ isEmpty: boolean }>('setup'),
  progress: (setupKey: string) => call<SetupProgress>('GET', 'setup/progress', { setupKey }),
  /** Answers with the key under which its maker goes on; the one before opens nothing any more. */
  make: (setupKey: string, body: SetUpWithPasswords) => call<{ key: string }>('POST', 'setup', { setupKey, body }),
  enrol: (setupKey: string, role: Whose) => call<Enrolment>('POST', 'setup/enrolment', { setupKey, body: { role } }),
  confirmEnrolment: (setupKey: string, role: Whose, code: string) =>
    call<SetupProgress>('POST', 'setup/enrolment/confirm', { setupKey, body: { role, code } }),
}
