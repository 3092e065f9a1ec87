import { dayIn } from '../../fields/typed-day.ts'
import { levelUp } from './first-input.ts'
import type { AskedWhen } from './step-field.ts'

/** Receipt is confirmed after the last day on which it should have been. */
export const confirmsLate: AskedWhen = ({ due }, { on }) =>
  due?.kind === 'confirmReceipt' && (dayIn(on) ?? due.on) > due.on

/** The last day has passed; what the applicant has not supplemented or paid is not late by the organ's doing. */
export const answersLate: AskedWhen = ({ due, draft }, { on }, today) =>
  due !== null &&
  (dayIn(on) ?? today) > due.on &&
  draft?.outcome !== 'other.supplementOverdue' &&
  draft?.outcome !== 'other.feeUnpaid'

/** Only by volume pages are counted. */
export const chargesByPage: AskedWhen = (_, { basis }) => basis === 'perPage'

/** The receipt of the notice was taken down before. */
export const deliveredBefore: AskedWhen = ({ fee }) => fee !== null && fee.deliveredOn !== null

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
