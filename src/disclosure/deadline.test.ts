import { expect, test } from 'vitest'
import { nationalCalendar } from '../calendar/calendar.ts'
import { plainDate } from '../calendar/plain-date.ts'
import { publishBy } from './deadline.ts'
import type { RecordTypeId } from './record-type.ts'

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
