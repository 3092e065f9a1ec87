import { expect, test } from 'vitest'
import { plainDate } from '../days/plain-date.ts'
import { type Term, validityIds, validityLabel, validityOn, validityReason } from './validity.ts'

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

test('every validity has its word', () => {
  expect(validityIds).toEqual(['inForce', 'notYetEffective', 'repealed', 'expired'])
  expect(validityIds.map(validityLabel)).toEqual(['现行有效', '尚未施行', '废止', '失效'])
})

test.for<[string, Parameters<typeof validityReason>[0], string | null]>([
  [
    'its own term ran out',
    term('2020-01-01', '2024-12-31', '2025-06-01'),
    '自2025年1月1日起失效：有效期至2024年12月31日，已经届满',
  ],
  [
    'it was declared lapsed',
    { ...term('2020-01-01', '2024-12-31', null), lapsedBy: '清理决定' },
    '自2025年1月1日起失效：由清理决定宣布失效',
  ],
  [
    'it was repealed',
    { ...term('2020-01-01', null, '2024-06-01'), repealedBy: '新办法' },
    '自2024年6月1日起废止（新办法）',
  ],
  ['it is not yet effective', term('2026-05-01', null, null), '自2026年5月1日起施行'],
  ['it is in force', term('2020-01-01', '2026-12-31', null), null],
])('since which day and why: %s', ([, ending, words]) => {
  expect(validityReason(ending, validityOn(ending, plainDate('2026-01-01')))).toBe(words)
})
