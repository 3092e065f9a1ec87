import { dayIn } from '../../fields/typed-day.ts'
import { levelUp } from './first-input.ts'
import type { AskedWhen } from './step-field.ts'

/** Receipt is confirmed after the last day on which it should have been. */
export const confirmsLate: AskedWhen = ({ due }, { on }) =>
  due?.kind === 'confirmReceipt' && (dayIn(on) ?? due.on) > due.on

/** The last day has passed; what the applicant has not supplemented is not late by the organ's doing. */
export const answersLate: AskedWhen = ({ due, draft }, _, today) =>
  due !== null && today > due.on && draft?.outcome !== 'other.supplementOverdue'

/** The level in turn must have looked at something. */
export const hasChecklist =
  (step: 'approveAnswer' | 'approveLetter'): AskedWhen =>
  (view, { draft }) =>
    (levelUp(view, step, draft)?.checklist.length ?? 0) > 0

/** The letter that is corrected set the applicant a term, and the term still runs. */
export const correctsTerm: AskedWhen = ({ letters, status }, { letter }) =>
  letters.some(
    ({ seq, kind }) =>
      seq === letter &&
      ((kind === 'supplementNotice' && status === 'supplementing') ||
        (kind === 'reasonsNotice' && status === 'explaining')),
  )
