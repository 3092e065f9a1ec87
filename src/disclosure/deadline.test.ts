import { expect, test } from 'vitest'
import { nationalCalendar } from '../calendar/calendar.ts'
import { plainDate } from '../days/plain-date.ts'
import { blankContent, type Content } from './content.ts'
import { clockDay, publishBy, publishDue, publishLeft, workingDaysLeft } from './deadline.ts'
import { type RecordTypeId, recordTypeOf } from './record-type.ts'

const aContent = (facts: Partial<Content>): Content => {
  const id = facts.type ?? 'notice'
  return { ...blankContent({ ...recordTypeOf(id), id }, '示例市统计局'), ...facts }
}

test.for<[RecordTypeId, string, string, string]>([
  ['notice', '2025-09-15', '2025-10-17', '条例 26: twenty working days, National Day not counted'],
  ['normativeDocument', '2026-02-02', '2026-03-06', 'make-up Saturdays are working days'],
  ['penaltyDecision', '2025-09-15', '2025-09-24', '双公示: seven working days from the decision'],
  ['licenceDecision', '2026-02-14', '2026-03-03', 'from a make-up Saturday'],
  ['budget', '2026-01-30', '2026-02-19', '预算法 14: twenty calendar days, holidays counted'],
  ['procurement', '2025-09-30', '2025-10-10', '采购法实施条例 43: two working days, over the holiday'],
])('%s formed on %s is public by %s (%s)', ([type, madeOn, due]) => {
  expect(publishBy(nationalCalendar, type, plainDate(madeOn))).toBe(due)
})

test.for<[RecordTypeId, string, string, { count: number; unit: string }, string]>([
  ['notice', '2025-09-15', '2025-09-15', { count: 20, unit: 'workingDays' }, 'all twenty on the day it was formed'],
  [
    'notice',
    '2025-09-15',
    '2025-09-30',
    { count: 8, unit: 'workingDays' },
    'the holiday is not counted, make-up days are',
  ],
  ['notice', '2025-09-15', '2025-10-17', { count: 0, unit: 'workingDays' }, 'nothing on the last day'],
  ['notice', '2025-09-15', '2025-10-20', { count: -1, unit: 'workingDays' }, 'a Monday later one'],
  [
    'notice',
    '2019-06-03',
    '2031-11-24',
    { count: -2507, unit: 'workingDays' },
    'what is very old is told as ten years',
  ],
  ['budget', '2026-01-30', '2026-02-14', { count: 5, unit: 'calendarDays' }, '预算法 14: days of the calendar'],
])('%s formed on %s, seen on %s: %o left (%s)', ([type, madeOn, today, left]) => {
  const last = publishBy(nationalCalendar, type, plainDate(madeOn))
  expect(last && publishLeft(nationalCalendar, type, last, plainDate(today))).toEqual(left)
})

test('what is left until a day from before the rule is counted in working days', () => {
  const [today, day] = [plainDate('2018-01-02'), plainDate('2018-01-03')]
  expect(publishLeft(nationalCalendar, 'notice', day, today)).toEqual({ count: 1, unit: 'workingDays' })
})

test('a step is due in working days', () => {
  const [friday, monday] = [plainDate('2026-11-27'), plainDate('2026-11-30')]
  expect(workingDaysLeft(nationalCalendar, friday, monday)).toEqual({ count: 1, unit: 'workingDays' })
  expect(workingDaysLeft(nationalCalendar, monday, friday)).toEqual({ count: -1, unit: 'workingDays' })
})

test.for<[Partial<Content>, string | null, string]>([
  [{ type: 'budget', fields: { approvedOn: '2026-02-05' } }, '2026-02-05', '预算法 14: from the approval'],
  [{ type: 'penaltyDecision', fields: { decidedOn: '2026-02-04' } }, '2026-02-04', '双公示: from the decision'],
  [{ type: 'licenceDecision', fields: { decidedOn: '无' } }, '2026-02-10', 'from its making while no day is there'],
  [{ type: 'notice', fields: {} }, '2026-02-10', '条例 26: from its forming'],
  [{ act: { kind: 'correct', reason: '错字' } }, null, 'a mistake that is mended has no clock'],
  [
    { act: { kind: 'correct', reason: '', changedOn: plainDate('2026-03-02') } },
    '2026-03-02',
    '条例 26: or its change',
  ],
  [{ act: { kind: 'withdraw', reason: '撤' } }, null, 'withdrawal has none'],
])('%o counts from %s (%s)', ([facts, day]) => {
  expect(clockDay(aContent({ madeOn: plainDate('2026-02-10'), ...facts }))).toBe(day)
})

test('what is not yet formed, or has no clock, is due on no day', () => {
  expect(publishDue(nationalCalendar, aContent({ madeOn: null }))).toBeNull()
  expect(publishDue(nationalCalendar, aContent({ act: { kind: 'withdraw', reason: '撤' } }))).toBeNull()
  expect(publishDue(nationalCalendar, aContent({ madeOn: plainDate('2025-09-15') }))).toBe('2025-10-17')
  expect(publishDue(nationalCalendar, aContent({ madeOn: plainDate('2025-09-15'), type: 'penaltyDecision' }))).toBe(
    '2025-09-24',
  )
})

test.for<[string, boolean]>([
  ['2019-05-14', false],
  ['2019-05-15', true],
  ['2049-12-31', true],
  ['2050-01-01', false],
])('from before the Regulation of 2019, or too far off, nothing is due: %s', ([madeOn, isDue]) => {
  expect(publishBy(nationalCalendar, 'notice', plainDate(madeOn)) !== null).toBe(isDue)
})
