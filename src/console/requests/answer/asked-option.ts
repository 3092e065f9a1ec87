import type { PlainDate } from '../../../days/plain-date.ts'
import type { CaseView } from '../../../requests/case-view.ts'
import { opinionWords, shortDay } from '../../words.ts'

/** A third party that was asked, as a choice: what it said, or until when it may. While it still may, nothing rests on its silence. */
export function askedOption(consultation: CaseView['consultations'][number], today: PlainDate) {
  const { id, label, name, opinion, answeredOn, deliveredOn, lapsesOn } = consultation
  const isOpen = answeredOn === null && today <= lapsesOn
  const said = answeredOn
    ? `${shortDay(answeredOn, today)}${opinion ? opinionWords[opinion] : '已答复'}`
    : `${shortDay(lapsesOn, today)}前答复${deliveredOn ? '' : '（未登记收到之日，按发出之日推算）'}${isOpen ? '，等待中' : '，逾期未答复'}`
  return { value: id, label: `${label}（${name}）：${said}`, disabled: isOpen }
}
