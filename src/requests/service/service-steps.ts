import { refusals } from '../../refusal.ts'
import type { RequestHistory } from '../history.ts'
import type { RequestStatus } from '../request-status.ts'
import { cameBack } from './how-service-stands.ts'

/** While an answer is approved its approval comes first; what was taken back is served to nobody. */
const waits: readonly RequestStatus[] = ['approving', 'approved']

/** Whether a letter came back that has to be sent again next. */
export const mustServeAgain = ({
  service,
  status,
  conclusion,
}: Pick<RequestHistory, 'service' | 'status' | 'conclusion'>): boolean =>
  !waits.includes(status) && conclusion?.outcome !== 'withdrawn' && cameBack(service).length > 0

interface Matter {
  readonly history: Pick<RequestHistory, 'service'>
}

const unlessServed = ({ history: { service } }: Matter) =>
  service.every(({ attempts }) => attempts.length === 0) && refusals.nothingServed()

const unlessUnserved = ({ history: { service } }: Matter) =>
  service.every(({ attempts }) => attempts.length > 0) && refusals.nothingToServe()

const ofService = { article: '国办公开办函〔2016〕235号', by: ['clerk'] } as const

/** The steps by which letters are served, open whatever becomes of the request. */
export const serviceSteps = (from: readonly RequestStatus[]) =>
  ({
    serveLetter: { label: '登记送达', ...ofService, from, unless: unlessUnserved },
    recordService: { label: '登记送达结果', ...ofService, from, unless: unlessServed },
    serveAgain: { label: '再次送达', ...ofService, from, unless: unlessServed },
    correctService: { ...ofService, label: '更正送达记录', article: '条例第四十五条', from, unless: unlessServed },
  }) as const
