import { expect, test } from 'vitest'
import { plainDate } from '../../days/plain-date.ts'
import { identityProblem } from '../../requests/applicant/identity.ts'
import type { Applicant } from '../../requests/applicant.ts'
import { people } from './people.ts'

test('art. 36(6): nobody in the demo shares a number with somebody else, who would then be taken for the same applicant', () => {
  const all = Object.values<Applicant>(people).flatMap((each) => [each, ...(each.agent ? [each.agent] : [])])
  const numbers = all.map((each) => each.identityNumber || ('creditCode' in each ? each.creditCode : ''))
  expect(new Set(numbers).size).toBe(all.length)
  for (const { identityKind, identityNumber } of all)
    if (identityKind) expect(identityProblem(identityKind, identityNumber, plainDate('2026-11-29'))).toBeUndefined()
})
