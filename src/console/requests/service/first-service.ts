import type { CaseView } from '../../../requests/case-view.ts'

/** The letters of which no attempt is known. */
export const lettersToServe = ({ service }: CaseView) => service.filter(({ attempts }) => attempts.length === 0)

/** The letters that were served at least once. */
export const lettersServed = ({ service }: CaseView) => service.filter(({ attempts }) => attempts.length > 0)

type ServiceStep = 'serveLetter' | 'serveAgain' | 'recordService' | 'correctService'

/** What the form of a step of service begins with: the letter or the attempt that it is about, as far as there is no choice. */
export function firstService(view: CaseView, step: ServiceStep): Record<string, unknown> {
  if (step === 'serveLetter') return letterOf(lettersToServe(view))
  if (step === 'serveAgain') {
    const back = view.service.filter(({ standing }) => standing === 'returned')
    return letterOf(back.length > 0 ? back : lettersServed(view))
  }
  const attempts = view.service.flatMap((each) => each.attempts)
  if (step === 'recordService') {
    const open = attempts.filter(({ result, receivedBy }) => result === null && receivedBy === null)
    return { ...(open.length === 1 ? { attempt: open[0]?.id } : {}), result: 'received' }
  }
  const [only, ...more] = attempts
  if (!only || more.length > 0) return {}
  const { id, way, on, mailNumber, receivedBy, proof } = only
  return { attempt: id, way, on, mailNumber, receivedBy: receivedBy ?? undefined, proof }
}

const letterOf = ([only, ...more]: readonly { readonly of: number }[]) =>
  only && more.length === 0 ? { letter: only.of } : {}
