import { expect, test } from 'vitest'
import { plainDate } from '../../../days/plain-date.ts'
import type { CaseView } from '../../../requests/case-view.ts'
import { askedOption } from './asked-option.ts'

type Consultation = CaseView['consultations'][number]
const asked: Consultation = {
  id: 2,
  party: 'thirdParty',
  label: '第三方乙',
  name: '示例机械厂',
  about: '合同',
  sentOn: plainDate('2026-09-05'),
  deliveredOn: plainDate('2026-09-07'),
  lapsesOn: plainDate('2026-09-28'),
  answeredOn: null,
  opinion: null,
  reason: '',
  notifiedOn: null,
}
const on = (today: string, facts: Partial<Consultation> = {}) => askedOption({ ...asked, ...facts }, plainDate(today))

test('art. 32: while a third party may still answer, no answer rests on its silence', () => {
  expect(on('2026-09-28')).toMatchObject({ disabled: true, label: expect.stringContaining('等待中') })
  expect(on('2026-09-29')).toMatchObject({ disabled: false, label: expect.stringContaining('逾期未答复') })
})

test('what it said is told with its day', () => {
  const said = on('2026-09-20', { answeredOn: plainDate('2026-09-18'), opinion: 'objects' })
  expect(said).toEqual({ value: 2, disabled: false, label: '第三方乙（示例机械厂）：9月18日（周五）不同意公开' })
})

test('a last day that is reckoned from sending says so', () => {
  expect(on('2026-09-20', { deliveredOn: null }).label).toContain('按发出之日推算')
  expect(on('2026-09-20').label).not.toContain('推算')
})
