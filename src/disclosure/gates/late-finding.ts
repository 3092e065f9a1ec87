import { chineseDate, type PlainDate } from '../../days/plain-date.ts'
import type { Finding, Severity } from './finding.ts'

/** Names the gate with the confirmation that the late list shows as the reason. */
export const lateGate = 'late'

/** Art. 26: published on `day` it would come out after its last day. Undefined when it is in time, or nothing is due. */
export function lateFinding(
  dueOn: PlainDate | null,
  day: PlainDate,
  severity: Severity = 'confirm',
): Finding | undefined {
  if (dueOn === null || dueOn >= day) return undefined
  const message = `应在${chineseDate(dueOn)}前公开（自成文、变更之日起算），${chineseDate(day)}发布已经超过期限；请说明逾期的理由，理由将列入时效台账`
  return { gate: lateGate, severity, place: 'publishBy', message, excerpt: '' }
}
