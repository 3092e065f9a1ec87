import { expect, test } from 'vitest'
import { plainDate } from '../days/plain-date.ts'
import type { Deadline } from './deadline.ts'
import { type DeadlineId, deadlines, findDeadline } from './deadlines.ts'

const today = plainDate('2026-11-01')

test.each([
  ['answer', 'workingDays', 20],
  ['answerExtended', 'workingDays', 20],
  ['answerRestart', 'workingDays', 20],
  ['supplementNotice', 'workingDays', 7],
  ['thirdPartyOpinion', 'workingDays', 15],
  ['coOrganOpinion', 'workingDays', 15],
  ['feePayment', 'workingDays', 20],
  ['proactivePublish', 'workingDays', 20],
  ['dualPublicity', 'workingDays', 7],
  ['penaltyWithdrawal', 'workingDays', 3],
  ['procurementResult', 'workingDays', 2],
  ['budgetPublish', 'calendarDays', 20],
  ['reviewApply', 'calendarDays', 60],
  ['reviewReply', 'workingDays', 10],
  ['reviewReplySummary', 'workingDays', 5],
  ['sueDirect', 'months', 6],
  ['sueInaction', 'months', 6],
  ['sueAfterReview', 'calendarDays', 15],
  ['suitDefence', 'calendarDays', 15],
] as const)('%s: %s, %i', (id, unit, count) => {
  expect(findDeadline(id, today)?.length).toEqual({ unit, count })
})

test('a third party’s silence leaves the decision to the organ; a co-making organ’s silence is consent', () => {
  expect(findDeadline('thirdPartyOpinion', today)?.onExpiry).toBe('organDecides')
  expect(findDeadline('coOrganOpinion', today)?.onExpiry).toBe('deemedConsent')
})

test('only the clocks of the answer stop for a consultation', () => {
  const pausable: DeadlineId[] = deadlines.filter((each: Deadline) => each.pausable).map(({ id }) => id)
  expect(pausable).toEqual(['answer', 'answerExtended', 'answerRestart', 'feeNotice', 'answerAfterPayment'])
})

test('the annual report is due on fixed days, whatever day of the week', () => {
  expect(findDeadline('annualReportDepartment', today)?.length).toEqual({ unit: 'yearly', date: '01-31' })
  expect(findDeadline('annualReportGovernment', today)?.length).toEqual({ unit: 'yearly', date: '03-31' })
})

test('the law is that of the day', () => {
  expect(findDeadline('feePayment', plainDate('2020-12-31'))).toBeUndefined()
  expect(findDeadline('reviewApply', plainDate('2023-12-31'))?.article).toBe('复议法 9')
  expect(findDeadline('reviewApply', plainDate('2024-01-01'))).toMatchObject({
    article: '复议法 20',
    caps: { notTold: 1, absolute: 5 },
  })
})
