import { describe, expect, test } from 'vitest'
import { plainDate } from '../days/plain-date.ts'
import { outcomesOn } from './outcomes.ts'
import { type ChallengedAct, remedyRuleOn, remedyRules } from './remedies.ts'
import { remedyResultClass, remedyResults } from './remedy-results.ts'

const today = plainDate('2026-11-01')
const routeOn = (act: ChallengedAct, day: string) => remedyRuleOn(act, plainDate(day))?.route

describe('which way an applicant must go', () => {
  test.each(['2019-06-01', '2023-12-31', '2024-01-01', '2026-06-30', '2026-07-01'])(
    'every answer of %s has one rule',
    (text) => {
      const day = plainDate(text)
      for (const { id } of outcomesOn(day)) {
        const rules = remedyRules.filter(
          ({ acts, from, to }) => acts.includes(id) && day >= from && (to === null || day <= to),
        )
        expect(rules, id).toHaveLength(1)
      }
    },
  )

  test('refusals under arts. 14–16 go to reconsideration first, since 2024', () => {
    const denials = outcomesOn(today).filter(({ exemption }) => exemption)
    for (const { id } of denials) {
      expect(routeOn(id, '2023-12-31'), id).toBe('optional')
      expect(routeOn(id, '2024-01-01'), id).toBe('mandatoryReconsideration')
    }
  })

  test('an administrative inquiry is printed among the refusals but is no art. 14–16 refusal', () => {
    expect(routeOn('denied.administrativeInquiry', '2025-01-01')).toBe('optional')
  })

  test('unable to provide and not processed may be sued at once', () => {
    for (const { id, row } of outcomesOn(today)) {
      if (/^(unableToProvide|notProcessed)/.test(row)) expect(routeOn(id, '2025-07-01'), id).toBe('optional')
    }
  })

  test('the withheld part of a partial disclosure goes to reconsideration first: surely only since July 2026', () => {
    expect(remedyRuleOn('partiallyGranted', plainDate('2025-01-01'))).toMatchObject({
      route: 'mandatoryReconsideration',
      confidence: 'unsure',
      setting: 'partialDisclosureRoute',
    })
    expect(remedyRuleOn('partiallyGranted', today)?.article).toBe('复议法实施条例 31')
  })

  test('what is disputed names its setting', () => {
    for (const { confidence, setting, acts } of remedyRules) {
      expect(confidence === 'unsure', acts.join()).toBe(setting !== undefined)
    }
  })

  test('a notice to supplement or to extend cannot be challenged by itself', () => {
    expect(routeOn('proceduralNotice', '2025-01-01')).toBe('notAccepted')
    expect(routeOn('noProactiveDisclosure', '2025-07-01')).toBe('applicationFirst')
  })
})

describe('how a case ended, and its column', () => {
  test('every column is reached in both forums', () => {
    for (const forum of ['administrativeReconsideration', 'administrativeLitigation']) {
      const classes = new Set(remedyResults.filter((result) => result.forum === forum).map((result) => result.class))
      expect([...classes].sort()).toEqual(['corrected', 'otherResult', 'pending', 'upheld'])
    }
  })

  test('a place may map what differs from province to province', () => {
    expect(remedyResultClass('review.claimDismissed')).toBe('upheld')
    expect(remedyResultClass('review.claimDismissed', { 'review.claimDismissed': 'otherResult' })).toBe('otherResult')
    expect(remedyResultClass('suit.dismissed', { 'review.claimDismissed': 'otherResult' })).toBe('otherResult')
  })

  test('an unknown result is refused', () => {
    expect(() => remedyResultClass('toString' as never)).toThrow('没有“toString”这种')
  })
})
