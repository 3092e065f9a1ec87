import type { PlainDate } from '../../days/plain-date.ts'
import { type LetterService, noticeEndsOn } from './fold-service.ts'

/** How the service of a letter stands. */
export const serviceStandings = [
  { id: 'unserved', label: '未登记送达' },
  { id: 'told', label: '已送达（原登记）' },
  { id: 'underway', label: '已寄出，待登记结果' },
  { id: 'arrived', label: '已到达对方系统' },
  { id: 'served', label: '已送达' },
  { id: 'refused', label: '拒绝签收' },
  { id: 'returned', label: '被退回，须再次送达' },
  { id: 'noticed', label: '公告中' },
  { id: 'noticeEnded', label: '公告期满，视为送达' },
] as const
export type ServiceStanding = (typeof serviceStandings)[number]['id']

export const serviceStandingLabel = (id: ServiceStanding): string =>
  serviceStandings.find((each) => each.id === id)?.label ?? ''

/** How the service of a letter stands on `today`: served by whatever attempt, or else as the last one went. */
export function standingOfService({ attempts, deliveredOn, told }: LetterService, today: PlainDate): ServiceStanding {
  if (deliveredOn) return 'served'
  const isServed = attempts.some(
    ({ receivedBy, result }) => receivedBy !== null || result?.result === 'received' || result?.result === 'opened',
  )
  if (isServed) return 'served'
  const last = attempts.at(-1)
  if (!last) return told ? 'told' : 'unserved'
  if (last.result?.result === 'returned') return 'returned'
  if (last.result?.result === 'refused') return 'refused'
  if (last.way === 'post') return 'underway'
  if (last.way !== 'publicNotice') return 'arrived'
  const end = noticeEndsOn(last.on)
  return end !== null && today > end ? 'noticeEnded' : 'noticed'
}

/** The letters that came back and have not been sent again. A day changes nothing of it. */
export const cameBack = (service: readonly LetterService[]): LetterService[] =>
  service.filter((each) => standingOfService(each, each.sentOn) === 'returned')
