import { expect, test } from 'vitest'
import { plainDate } from '../../../days/plain-date.ts'
import type { CaseView } from '../../../requests/case-view.ts'
import { answersLate, correctsTerm } from './when-asked.ts'

const day = plainDate('2026-11-24')
const due = { kind: 'reply', on: day }
const view = (facts: object): CaseView => ({ due, draft: null, letters: [], ...facts }) as never

test('art. 33: after the last day an answer asks why it is late, on the last day it does not', () => {
  expect(answersLate(view({}), {}, plainDate('2026-11-25'))).toBe(true)
  expect(answersLate(view({}), {}, day)).toBe(false)
  expect(answersLate(view({ due: null }), {}, plainDate('2026-12-31'))).toBe(false)
})

test('art. 30: what the applicant has not supplemented is not late by the organ’s doing', () => {
  const draft = { outcome: 'other.supplementOverdue' }
  expect(answersLate(view({ draft }), {}, plainDate('2026-11-25'))).toBe(false)
})

test('a new last day is asked for where the corrected letter set a term that still runs', () => {
  const letters = [
    { seq: 3, kind: 'supplementNotice' },
    { seq: 5, kind: 'reasonsNotice' },
    { seq: 7, kind: 'answer' },
  ]
  const asks = (status: string, letter: unknown) => correctsTerm(view({ letters, status }), { letter }, day)
  expect([asks('supplementing', 3), asks('explaining', 5)]).toEqual([true, true])
  expect([asks('processing', 3), asks('explaining', 3), asks('supplementing', 7)]).toEqual([false, false, false])
})
