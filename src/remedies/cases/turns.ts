import { officeDayOf, type PlainDate } from '../../days/plain-date.ts'
import { type Turn, turnOf, turnOfRoles } from '../../review/turns/turn.ts'
import type { RemedyCase } from './case.ts'
import type { RemedyEvent } from './event.ts'
import { type Limit, ownLimits } from './limits.ts'

/** Whose turn a case is: whoever handles it, for each thing that the organ has to do by a day. */
export function turnsOf(
  subjectId: string,
  { opening, charge }: RemedyCase,
  events: readonly RemedyEvent[],
  limits: readonly Limit[],
): Turn[] {
  return ownLimits(limits).map(({ what, dueOn, since }, part) => {
    const about = {
      kind: 'remedy' as const,
      subjectId,
      part,
      what,
      title: opening.number,
      since: sinceOf(events, since),
      dueOn,
    }
    return charge.staffId ? turnOf(about, charge.staffId) : turnOfRoles(about, ['clerk'], { unitId: charge.unitId })
  })
}

/** Nobody could act on what they did not know of yet. */
function sinceOf(events: readonly RemedyEvent[], since: PlainDate): PlainDate {
  const first = events[0]
  const known = first ? officeDayOf(first.recordedAt) : since
  return known > since ? known : since
}
