import { type ServiceStanding, serviceStandingLabel } from '../../../requests/service/how-service-stands.ts'
import { type Mark, StateMark } from '../../states/state-mark.tsx'

const ring = 'M8 2.5a5.5 5.5 0 1 1 0 11 5.5 5.5 0 0 1 0-11Zm0 1.6a3.9 3.9 0 1 0 0 7.8 3.9 3.9 0 0 0 0-7.8Z'
const tick = 'M8 1.8a6.2 6.2 0 1 1 0 12.4A6.2 6.2 0 0 1 8 1.8Zm3.1 3.7L7 9.6 4.9 7.5 3.8 8.6 7 11.8l5.2-5.2Z'
const triangle = 'M8 2 14.5 13.5h-13Zm0 3.2-3.8 6.8h7.6Z'
const square = 'M2.5 2.5h11v11h-11Z'

const marks: Readonly<Record<ServiceStanding, Mark>> = {
  unserved: ['soon', triangle],
  told: ['quiet', tick],
  underway: ['soon', ring],
  arrived: ['quiet', tick],
  served: ['done', tick],
  refused: ['soon', triangle],
  returned: ['late', square],
  noticed: ['soon', ring],
  noticeEnded: ['done', tick],
}

export function ServiceMark({ standing }: { standing: ServiceStanding }) {
  return <StateMark mark={marks[standing]} label={serviceStandingLabel(standing)} />
}
