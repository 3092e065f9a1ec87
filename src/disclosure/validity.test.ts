import { expect, test } from 'vitest'
import { plainDate } from '../days/plain-date.ts'
import { hasValidity } from './validity.ts'

test('documents have a validity, news only where a date says so', () => {
  const none = { effectiveFrom: null, validUntil: null, repealedOn: null }
  for (const type of ['normativeDocument', 'policyDocument', 'institution'] as const)
    expect(hasValidity(type, none)).toBe(true)
  expect(hasValidity('news', none)).toBe(false)
  for (const field of ['effectiveFrom', 'validUntil', 'repealedOn'])
    expect(hasValidity('notice', { ...none, [field]: plainDate('2026-01-01') })).toBe(true)
})
