import { expect, test } from 'vitest'
import { plainDate } from '../../../days/plain-date.ts'
import type { CaseView } from '../../../requests/case-view.ts'
import { type Told, told } from '../../../requests/testing/a-history.ts'
import { answerableUntil } from './consultation-words.ts'
import { eventWords } from './event-words.ts'

const day = plainDate('2025-09-05')
const asked: CaseView['consultations'][number] = {
  id: 2,
  party: 'thirdParty',
  label: '第三方乙',
  name: '示例机械厂',
  about: '合同',
  sentOn: day,
  deliveredOn: null,
  lapsesOn: plainDate('2025-09-26'),
  answeredOn: null,
  opinion: null,
  reason: '',
  notifiedOn: null,
}

const happened: Told[] = [
  ['2025-09-05', 'consultationSent', { consultation: 2, party: 'thirdParty', label: '第三方乙', about: '合同' }],
  ['2025-09-06', 'consultationDelivered', { consultation: 2 }],
  ['2025-09-10', 'consultationAnswered', { consultation: 2, opinion: 'agrees', reason: '' }],
  ['2025-09-12', 'thirdPartyNotified', { consultation: 2, reason: '公共利益', letter: null }],
]

test.each(happened.map((line) => ({ kind: line[1], line })))('staff read whom it was about: $kind', ({ line }) => {
  const [event] = told(line)
  if (!event) throw new Error('no event')
  expect(eventWords(event, [asked])).toContain('第三方乙（示例机械厂）')
})

test('art. 32: a day reckoned from sending says so, and asks for the day of receipt', () => {
  expect(answerableUntil(asked, day)).toContain('还没有登记收到之日，暂按发出之日推算，请登记')
  expect(answerableUntil({ ...asked, deliveredOn: day }, day)).not.toContain('推算')
})
