import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { plainDate } from '../../days/plain-date.ts'
import { countsIn, equationOf, registerTerms, standingOn, type Term } from './register.ts'
import { aDocumentHistory } from './testing/a-document-history.ts'

const term = (
  issued: string,
  effective: string,
  until: string | null = null,
  repealed: string | null = null,
): Term => ({
  issuedOn: plainDate(issued),
  effectiveFrom: plainDate(effective),
  validUntil: until === null ? null : plainDate(until),
  repealedOn: repealed === null ? null : plainDate(repealed),
})

describe('how a document stands on a day', () => {
  test.for([
    { law: 'not there before it was issued', on: '2025-01-31', term: term('2025-02-01', '2025-02-01'), is: undefined },
    {
      law: 'issued but not yet in effect',
      on: '2025-03-31',
      term: term('2025-02-01', '2025-04-01'),
      is: 'notYetEffective',
    },
    {
      law: 'in force from the day it takes effect',
      on: '2025-04-01',
      term: term('2025-02-01', '2025-04-01'),
      is: 'inForce',
    },
    {
      law: 'in effect since before it was issued: in force from its issue',
      on: '2025-02-01',
      term: term('2025-02-01', '2025-01-01'),
      is: 'inForce',
    },
    {
      law: 'in force on its last day',
      on: '2026-12-31',
      term: term('2024-01-01', '2024-01-01', '2026-12-31'),
      is: 'inForce',
    },
    {
      law: 'expired, not repealed, on the next',
      on: '2027-01-01',
      term: term('2024-01-01', '2024-01-01', '2026-12-31'),
      is: 'expired',
    },
    {
      law: 'repealed from the day of repeal',
      on: '2025-06-01',
      term: term('2024-01-01', '2024-01-01', '2026-12-31', '2025-06-01'),
      is: 'repealed',
    },
    {
      law: 'repealed it stays when its time would have been up',
      on: '2027-06-01',
      term: term('2024-01-01', '2024-01-01', '2026-12-31', '2025-06-01'),
      is: 'repealed',
    },
    {
      law: 'expired it stays when somebody repeals it later',
      on: '2027-06-01',
      term: term('2024-01-01', '2024-01-01', '2026-12-31', '2027-05-01'),
      is: 'expired',
    },
    {
      law: 'repealed before it took effect',
      on: '2025-05-01',
      term: term('2025-02-01', '2025-06-01', null, '2025-03-01'),
      is: 'repealed',
    },
  ])('$law', ({ on, term, is }) => {
    expect(standingOn(term, plainDate(on))).toBe(is)
  })
})

test('an amended document stays in force and is counted apart from issue and repeal, once a year', () => {
  const amendments = ['2025-03-01', '2025-09-01'].map((day) => ({ amendedOn: plainDate(day) }))
  const document = { ...term('2023-01-01', '2023-02-01'), amendments }
  expect(equationOf([document], 2025)).toMatchObject({
    inForceBefore: 1,
    issued: 0,
    repealed: 0,
    amended: 1,
    inForce: 1,
  })
  expect(countsIn(document, 'amended', 2024)).toBe(false)
})

test('for any history of issue, repeal and expiry: 上年现行有效 + 制发 − 废止 − 失效 = 本年现行有效, with what is said beside', () => {
  fc.assert(
    fc.property(fc.array(aDocumentHistory, { maxLength: 30 }), (documents) => {
      for (const year of [2022, 2023, 2024, 2025, 2026]) {
        const equation = equationOf(documents, year)
        const sum = registerTerms.reduce((total, { id, sign }) => total + sign * equation[id], 0)
        expect(sum).toBe(equation.inForce)
        expect(equation.inForceBefore).toBe(equationOf(documents, year - 1).inForce)
        expect(equation.pendingBefore).toBe(equationOf(documents, year - 1).pendingAfter)
      }
    }),
    { numRuns: 300 },
  )
})
