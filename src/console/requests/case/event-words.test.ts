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

const hash = 'abcdef0123456789'

test.each<[string, Told, string]>([
  [
    'a confirmation of receipt tells how, by what, and why late',
    ['2025-09-05', 'received', { confirmation: { method: '电话', evidence: '通话记录' }, lateReason: '休假' } as never],
    '确认方式：电话；通话记录；逾期确认的原因：休假',
  ],
  [
    'art. 30: a notice of supplement tells what is wanted and until when',
    ['2025-09-05', 'supplementRequested', { items: '信息名称', dueOn: plainDate('2025-09-19') } as never],
    '信息名称；期限至2025年9月19日',
  ],
  [
    'art. 33: an extension tells its working days and its reason',
    ['2025-09-05', 'extended', { days: 20, reason: '需要核对' } as never],
    '20个工作日；需要核对',
  ],
  [
    'a signature in another’s place names the absent one, and the text by its hash',
    ['2025-09-05', 'answerApproved', { standsInFor: { name: '王强' }, opinion: '同意', hash } as never],
    '代王强；同意；文本校验码 abcdef01',
  ],
  [
    'a return tells to whom, and how the text might read',
    ['2025-09-05', 'answerReturned', { to: null, reason: '缺依据', suggested: '改后', hash } as never],
    '退回到拟稿人；缺依据；建议改为“改后”；文本校验码 abcdef01',
  ],
  [
    'a moved term tells both days and the reason',
    [
      '2025-09-05',
      'dueMoved',
      { from: plainDate('2025-10-10'), to: plainDate('2025-10-11'), reason: '新的放假安排' } as never,
    ],
    '由2025年10月10日变为2025年10月11日，因为新的放假安排',
  ],
  ['an event whose title says all adds nothing', ['2025-09-05', 'voided', {}], ''],
])('%s', (_, line, words) => {
  const [event] = told(line)
  if (!event) throw new Error('no event')
  expect(eventWords(event)).toBe(words)
})
