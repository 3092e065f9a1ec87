import type { PlainDate } from '../../days/plain-date.ts'
import type { CaseView } from '../case-view.ts'
import type { RequestHistory } from '../history.ts'
import { dutyMetOn, noticeEndsOn, type ServiceAttempt } from './fold-service.ts'
import { standingOfService } from './how-service-stands.ts'
import type { AttemptView, ServiceView } from './service-view.ts'
import { resultWords, serviceWords } from './service-words.ts'

/** How each letter that has left was served; one of a time before letters were kept here is not shown. */
export const showService = (
  { service, conclusion }: Pick<RequestHistory, 'service' | 'conclusion'>,
  letters: CaseView['letters'],
  today: PlainDate,
): ServiceView[] =>
  service.flatMap((each) => {
    const letter = letters.find(({ seq }) => seq === each.of)
    if (!letter) return []
    const { of, sentOn, deliveredOn, told, attempts } = each
    return [
      {
        of,
        sentOn,
        deliveredOn,
        told,
        kind: letter.kind,
        label: letter.label,
        number: letter.number,
        isAnswer: conclusion?.by === of,
        standing: standingOfService(each, today),
        dutyMetOn: dutyMetOn(attempts),
        attempts: attempts.map(showAttempt),
      },
    ]
  })

const showAttempt = (attempt: ServiceAttempt): AttemptView => {
  const { id, way, on, mailNumber, receivedBy, proof, correction, result, toldBy } = attempt
  return {
    id,
    way,
    on,
    mailNumber,
    receivedBy,
    proof,
    correction,
    toldBy,
    words: serviceWords(attempt),
    noticeEndsOn: way === 'publicNotice' ? noticeEndsOn(on) : null,
    result: result && {
      result: result.result,
      on: result.on,
      words: resultWords(result),
      correction: result.correction,
      openedAt: result.result === 'opened' ? result.recordedAt : null,
    },
  }
}

/** The same for whoever may not know who asks: no number, and nothing that was typed. */
export const withoutServiceWords = (service: readonly ServiceView[]): ServiceView[] =>
  service.map((each) => ({
    ...each,
    told: '',
    attempts: each.attempts.map((attempt) => ({
      ...attempt,
      words: serviceWords({ way: attempt.way, mailNumber: '', receivedBy: null, proof: '' }),
      mailNumber: '',
      proof: '',
      correction: '',
      result: attempt.result && {
        ...attempt.result,
        words: resultWords({ result: attempt.result.result, receivedBy: null, cause: null, note: '' }),
        correction: '',
      },
    })),
  }))
