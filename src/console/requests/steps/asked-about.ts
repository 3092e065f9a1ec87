import type { CaseView } from '../../../requests/case-view.ts'
import type { StepField } from './step-field.ts'

type Consultation = CaseView['consultations'][number]
type Among = Extract<StepField, { readonly kind: 'consultation' }>['among']

/** Which of those who were consulted a step may be about. */
const among: Readonly<Record<Among, (each: Consultation) => boolean>> = {
  undelivered: ({ deliveredOn, answeredOn }) => deliveredOn === null && answeredOn === null,
  unanswered: ({ answeredOn }) => answeredOn === null,
  answered: ({ answeredOn }) => answeredOn !== null,
  // Art. 32: told of the decision before disclosure, once, whoever did not agree to all of it.
  objecting: ({ party, opinion, notifiedOn }) =>
    party === 'thirdParty' && notifiedOn === null && (opinion === 'objects' || opinion === 'agreesInPart'),
}

export const askedAbout = (consultations: readonly Consultation[], which: Among): readonly Consultation[] =>
  consultations.filter(among[which])
