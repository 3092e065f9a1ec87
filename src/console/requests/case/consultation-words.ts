import type { PlainDate } from '../../../days/plain-date.ts'
import type { CaseView } from '../../../requests/case-view.ts'
import { shortDay } from '../../words.ts'

type Consultation = CaseView['consultations'][number]

/** Until when the other side may answer, and from which day that is reckoned: where nobody registered its receipt, from sending. */
export function answerableUntil({ lapsesOn, deliveredOn }: Consultation, today: PlainDate): string {
  const day = shortDay(lapsesOn, today)
  return deliveredOn
    ? `${day}前（自收到之日起15个工作日）`
    : `${day}前（对方收到之日起15个工作日；还没有登记收到之日，暂按发出之日推算，请登记对方收到征求意见书的日期）`
}

/** Whom it was asked of, for staff alone: an organisation by its name, a person masked. */
export function partyWords(
  consultations: readonly Pick<Consultation, 'id' | 'label' | 'name'>[],
  id: number | undefined,
) {
  const one = consultations.find((each) => each.id === id)
  if (!one) return ''
  return one.name ? `${one.label}（${one.name}）` : one.label
}
