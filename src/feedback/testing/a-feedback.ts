import { nationalCalendar } from '../../calendar/calendar.ts'
import { plainDate } from '../../days/plain-date.ts'
import type { Feedback } from '../feedback.ts'

export const calendar = nationalCalendar

/** Feedback that has come and waits. */
export const aFeedback = (facts: Partial<Feedback> = {}): Feedback => ({
  organId: 1,
  id: '01890000-0000-7000-8000-000000000001',
  number: '意见2026-00001',
  kind: 'correction',
  pagePath: '/shili-tjj/records/2026-00001',
  pageTitle: '统计公告',
  pageUnitId: null,
  status: 'open',
  unitId: null,
  handlerId: null,
  arrivedOn: plainDate('2026-03-02'),
  dueOn: plainDate('2026-03-09'),
  concludedOn: null,
  usedDays: null,
  lastSeq: 1,
  ...facts,
})
