import { expect, test } from 'vitest'
import { plainDate } from '../days/plain-date.ts'
import { outcomesOn } from '../law/outcomes.ts'
import { requestsLedger } from './ledger.ts'
import { outcomeChoices, rowChoices } from './outcome-choices.ts'

const sound = {
  ...Object.fromEntries(requestsLedger.columns.map(({ id }) => [id, null])),
  number: '1号',
  channel: 'online',
  applicantKind: 'naturalPerson',
  arrivedOn: '2025-03-03',
  receivedOn: '2025-03-04',
}
const findings = (changes: Record<string, string>) =>
  requestsLedger.rules
    .filter((rule) => rule.broken({ ...sound, ...changes }))
    .map(({ column, article }) => [column, article])

test('a request that is still open obeys every rule', () => expect(findings({})).toEqual([]))

const concluded = { outcome: 'granted', concludedOn: '2025-04-20' }
const fee = { feeNotifiedOn: '2025-03-10', feeNotifiedAmount: '300.00' }
test.for([
  ['31: received before it arrived', { receivedOn: '2025-03-02' }, 'receivedOn', 31],
  ['31: in person, the day of submission counts', { channel: 'inPerson' }, 'receivedOn', 31],
  ['an outcome without its day', { outcome: 'granted' }, 'concludedOn', undefined],
  ['a day without an outcome', { concludedOn: '2025-04-20' }, 'outcome', undefined],
  ['concluded before it was received', { ...concluded, concludedOn: '2025-03-03' }, 'concludedOn', undefined],
  ['30: a supplement nobody asked for', { supplementReceivedOn: '2025-03-09' }, 'supplementReceivedOn', 30],
  [
    '30: a supplement before it was asked for',
    { supplementRequestedOn: '2025-03-09', supplementReceivedOn: '2025-03-08' },
    'supplementReceivedOn',
    30,
  ],
  [
    '30: asked for before the request was received',
    { supplementRequestedOn: '2025-03-03' },
    'supplementRequestedOn',
    30,
  ],
  ['33: extended after the end', { ...concluded, extendedOn: '2025-04-21' }, 'concludedOn', 33],
  ['32: an answer without a letter', { consultationAnsweredOn: '2025-03-20' }, 'consultationAnsweredOn', 32],
  ['42: a notice without an amount', { feeNotifiedOn: '2025-03-10' }, 'feeNotifiedAmount', 42],
  ['42: paid before the notice', { ...fee, feePaidOn: '2025-03-09', feePaidAmount: '300.00' }, 'feePaidOn', 42],
  ['42: paid more than asked', { ...fee, feePaidOn: '2025-03-11', feePaidAmount: '300.01' }, 'feePaidAmount', 42],
  ['42: unpaid without a notice', { ...concluded, outcome: 'other.feeUnpaid' }, 'outcome', 42],
  [
    '42: unpaid and paid',
    { ...concluded, ...fee, outcome: 'other.feeUnpaid', feePaidOn: '2025-03-11', feePaidAmount: '300.00' },
    'outcome',
    42,
  ],
  ['30: overdue supplement that nobody asked for', { ...concluded, outcome: 'other.supplementOverdue' }, 'outcome', 30],
  [
    '30: unclear after a supplement that never came',
    { ...concluded, outcome: 'unableToProvide.unclearAfterSupplement' },
    'outcome',
    30,
  ],
] as const)('art. %s', ([, changes, column, article]) => {
  expect(findings(changes)).toEqual([[column, article]])
})

test('the outcomes are the result leaves of the form, by a label without number and note', () => {
  expect(rowChoices).toHaveLength(21)
  expect(new Set(outcomeChoices.map(({ label }) => label)).size).toBe(outcomeChoices.length)
  expect(outcomeChoices.map(({ id }) => id)).toEqual(
    expect.arrayContaining(outcomesOn(plainDate('2026-01-01')).map(({ id }) => id)),
  )
  expect(outcomeChoices.slice(0, 3).map(({ label }) => label)).toEqual([
    '予以公开',
    '部分公开',
    '不予公开—属于国家秘密',
  ])
})
