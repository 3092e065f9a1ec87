import { expect, test } from 'vitest'
import { type OpenQuestion, openQuestions } from './open-questions.ts'
import { remedyRules } from './remedies.ts'
import { remedyResultClass } from './remedy-results.ts'

const entries: [string, OpenQuestion][] = Object.entries(openQuestions)

test('every default is one of its choices', () => {
  for (const [id, question] of entries) if (question.choices) expect(question.choices, id).toContain(question.default)
})

test('the defaults are what the tables do', () => {
  expect(remedyResultClass('review.claimDismissed')).toBe(openQuestions.reviewClaimDismissedClass.default)
  expect(remedyResultClass('suit.dismissed')).toBe(openQuestions.suitDismissedClass.default)
  for (const { setting, route } of remedyRules) if (setting) expect(route).toBe(openQuestions[setting].default)
})
