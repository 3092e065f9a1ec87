import { expect, test } from 'vitest'
import { plainDate } from '../calendar/plain-date.ts'
import { hasValidity, type Term, validityIds, validityLabel, validityOn } from './validity.ts'

const term = (effectiveFrom: string, validUntil: string | null, repealedOn: string | null): Term => ({
  effectiveFrom: plainDate(effectiveFrom),
  validUntil: validUntil === null ? null : plainDate(validUntil),
  repealedOn: repealedOn === null ? null : plainDate(repealedOn),
})

test.for<[string, Term, string, ReturnType<typeof validityOn>]>([
  ['the day before it takes effect', term('2026-05-01', null, null), '2026-04-30', 'notYetEffective'],
  ['the day on which it takes effect', term('2026-05-01', null, null), '2026-05-01', 'inForce'],
  ['its last day', term('2020-01-01', '2024-12-31', null), '2024-12-31', 'inForce'],
  ['the day after its last', term('2020-01-01', '2024-12-31', null), '2025-01-01', 'expired'],
  ['the day before its repeal', term('2020-01-01', null, '2024-06-01'), '2024-05-31', 'inForce'],
  ['the day of its repeal', term('2020-01-01', null, '2024-06-01'), '2024-06-01', 'repealed'],
  ['repealed before it ran out', term('2020-01-01', '2024-12-31', '2024-06-01'), '2026-01-01', 'repealed'],
  ['repealed on its last day', term('2020-01-01', '2024-12-31', '2024-12-31'), '2026-01-01', 'repealed'],
  ['run out before it was repealed', term('2020-01-01', '2024-12-31', '2025-06-01'), '2026-01-01', 'expired'],
  ['repealed before it took effect', term('2026-05-01', null, '2026-04-01'), '2026-04-15', 'repealed'],
])('%s', ([, each, day, validity]) => {
  expect(validityOn(each, plainDate(day))).toBe(validity)
})

test('documents have a validity, news only where a date says so', () => {
  const none = { effectiveFrom: null, validUntil: null, repealedOn: null }
  for (const type of ['normativeDocument', 'policyDocument', 'institution'] as const)
    expect(hasValidity(type, none)).toBe(true)
  expect(hasValidity('news', none)).toBe(false)
  for (const field of ['effectiveFrom', 'validUntil', 'repealedOn'])
    expect(hasValidity('notice', { ...none, [field]: plainDate('2026-01-01') })).toBe(true)
})

test('every validity has its word', () => {
  expect(validityIds).toEqual(['inForce', 'notYetEffective', 'repealed', 'expired'])
  expect(validityIds.map(validityLabel)).toEqual(['现行有效', '尚未施行', '废止', '失效'])
})
