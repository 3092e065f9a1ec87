import { nationalCalendar } from '../../calendar/calendar.ts'
import { plainDate } from '../../days/plain-date.ts'
import type { Role } from '../../organs/role.ts'
import { Refusal } from '../../refusal.ts'
import { reviewerRoles } from '../../review/level.ts'
import { foldHistory } from '../history.ts'
import type { StepInput, StepName } from '../step-inputs.ts'
import { type TakeMatter, take } from '../take.ts'
import { anApplicant, anOfficer, levelsOf, type Told, told } from './a-history.ts'

/** One person for each role that reviews, all free to sign. */
const candidates = reviewerRoles.map((role) => ({
  id: `任${role}`,
  name: `任${role}`,
  unitId: null,
  roles: [role],
  standingIn: [],
}))

/** The day on which invented cases are worked on. */
export const today = '2025-09-08'
export const arrived: Told = ['2025-09-01', 'arrived', {}]
export const received: Told[] = [arrived, ['2025-09-02', 'received', {}]]

/** The case of these events, in the hands of this role today. */
export function aMatter(by: Role | 'applicant', lines: Told[], facts: Partial<TakeMatter> = {}): TakeMatter {
  const actor = by === 'applicant' ? anApplicant(plainDate(today)) : anOfficer(today, [by])
  const history = foldHistory(told(...lines))
  return {
    history,
    actor,
    isImported: false,
    calendar: nationalCalendar,
    channel: 'online',
    standingIn: [],
    workBodyId: null,
    levels: levelsOf('ogiHead'),
    candidates,
    letter: null,
    ...facts,
  }
}

/** What the refusal says, by its code and field; undefined when the step is taken. */
export function whyNotTaken<Name extends StepName>(
  name: Name,
  of: TakeMatter,
  input: StepInput<Name>,
): string | undefined {
  try {
    take(name, of, input)
    return undefined
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return error.field ? `${error.code} ${error.field}` : error.code
  }
}
