import { type Turn, turnOf, turnOfRoles } from '../review/turns/turn.ts'
import type { Feedback } from './feedback.ts'

/** Whose turn open feedback is: its handler's, the clerks' of its unit, or any clerk's where nobody was charged with it. */
export function turnsOf({ id, number, status, arrivedOn, dueOn, unitId, handlerId }: Feedback): Turn[] {
  if (status !== 'open') return []
  const about = {
    kind: 'feedback',
    subjectId: id,
    part: 0,
    what: '答复公众意见',
    title: number,
    since: arrivedOn,
    dueOn,
  } as const
  return [handlerId ? turnOf(about, handlerId) : turnOfRoles(about, ['clerk'], { unitId })]
}
