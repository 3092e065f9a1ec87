import { refusals } from '../refusal.ts'
import { isOver, opposes } from './consulted.ts'
import type { OpinionsReliedOn } from './opinions-relied-on.ts'
import type { StepMatter } from './steps.ts'

/**
 * Arts. 15 and 32: a refusal for a third party's sake speaks of consultations that are on file and over; that an objection
 * is reasonable is said of one who objected; and what everybody concerned agrees to is not withheld for their sake.
 * `at`: the place of the fields on the form.
 */
export function checkOpinions(matter: StepMatter, { consultations, reasonable }: OpinionsReliedOn, at = ''): void {
  const chosen = consultations.map((id) => {
    const found = matter.history.consultations.find((each) => each.id === id && each.party === 'thirdParty')
    if (!found) throw refusals.opinionUnknown(`${at}consultations`)
    if (!isOver(matter, found)) throw refusals.opinionOpen(found.label, `${at}consultations`)
    return found
  })
  for (const id of reasonable)
    if (!chosen.some((each) => each.id === id && opposes(each)))
      throw refusals.nothingToFindReasonable(`${at}reasonable`)
  const labels = chosen.map(({ label }) => label).join('、')
  if (chosen.length > 0 && chosen.every(({ opinion }) => opinion === 'agrees'))
    throw refusals.thirdPartyAgreed(labels, `${at}consultations`)
}
