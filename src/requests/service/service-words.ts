import { chineseDate } from '../../days/plain-date.ts'
import type { RequestHistory } from '../history.ts'
import type { Attempted, ResultKnown } from './attempt.ts'
import type { ServiceAttempt } from './fold-service.ts'
import { receiverLabel, returnCauseLabel, serviceResultLabel, serviceWayLabel } from './ways.ts'

type Told = Pick<Attempted, 'way' | 'mailNumber' | 'receivedBy' | 'proof'>

/** How a letter was served, in one line: 邮寄（邮件号码EA123456785CN）. */
export function serviceWords({ way, mailNumber, receivedBy, proof }: Told): string {
  const more = [mailNumber && `邮件号码${mailNumber}`, receivedBy && `${receiverLabel(receivedBy)}签收`, proof]
  const said = more.filter(Boolean).join('，')
  return said ? `${serviceWayLabel(way)}（${said}）` : serviceWayLabel(way)
}

/** What became of it, in one line: 退回（迁移新址不明）. */
export function resultWords({ result, receivedBy, cause, note }: Omit<ResultKnown, 'attempt' | 'correction'>): string {
  const more = [receivedBy && receiverLabel(receivedBy), cause && returnCauseLabel(cause), note]
  const said = more.filter(Boolean).join('，')
  return said ? `${serviceResultLabel(result)}（${said}）` : serviceResultLabel(result)
}

/** By which ways the answer was served, and when: nothing that was typed. */
export const answerServedWords = ({ service, conclusion }: Pick<RequestHistory, 'service' | 'conclusion'>): string =>
  (service.find(({ of }) => of === conclusion?.by)?.attempts ?? [])
    .map(({ on, way }) => `${on} ${serviceWayLabel(way)}`)
    .join('；')

/** An attempt with its day, and what became of it. */
export const attemptWords = (attempt: ServiceAttempt): string =>
  [
    `${chineseDate(attempt.on)}${serviceWords(attempt)}`,
    ...(attempt.result ? [`${chineseDate(attempt.result.on)}${resultWords(attempt.result)}`] : []),
  ].join('，')
