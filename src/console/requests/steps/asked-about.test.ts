import { expect, test } from 'vitest'
import { plainDate } from '../../../days/plain-date.ts'
import type { CaseView } from '../../../requests/case-view.ts'
import { askedAbout } from './asked-about.ts'

type Consultation = CaseView['consultations'][number]

const day = plainDate('2026-09-05')
const sent = (id: number, facts: Partial<Consultation> = {}): Consultation => ({
  id,
  party: 'thirdParty',
  label: `第三方${id}`,
  name: '示例机械厂',
  about: '合同',
  sentOn: day,
  deliveredOn: null,
  lapsesOn: plainDate('2026-09-26'),
  answeredOn: null,
  opinion: null,
  reason: '',
  notifiedOn: null,
  ...facts,
})
const said = (id: number, opinion: Consultation['opinion'], facts: Partial<Consultation> = {}) =>
  sent(id, { deliveredOn: day, answeredOn: day, opinion, ...facts })
const ids = (all: readonly Consultation[]) => all.map(({ id }) => id)

test('delivery is registered of what was neither delivered nor answered', () => {
  const all = [sent(1), sent(2, { deliveredOn: day }), said(3, 'agrees'), sent(4, { answeredOn: day })]
  expect(ids(askedAbout(all, 'undelivered'))).toEqual([1])
})

test('an opinion is taken down once, and put right where there is one', () => {
  const all = [sent(1), sent(2, { deliveredOn: day }), said(3, 'agrees')]
  expect(ids(askedAbout(all, 'unanswered'))).toEqual([1, 2])
  expect(ids(askedAbout(all, 'answered'))).toEqual([3])
})

test('art. 32: only a third party that did not agree to all of it is told of the decision, and once', () => {
  const all = [
    said(1, 'objects'),
    said(2, 'agreesInPart'),
    said(3, 'agrees'),
    said(4, 'objects', { notifiedOn: day }),
    said(5, 'objects', { party: 'coOrgan' }),
    sent(6),
  ]
  expect(ids(askedAbout(all, 'objecting'))).toEqual([1, 2])
})
