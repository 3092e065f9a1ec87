import { expect, test } from 'vitest'
import { nationalCalendar } from '../calendar/calendar.ts'
import { plainDate } from '../days/plain-date.ts'
import { lastDayToAnswer } from './clock.ts'
import { foldHistory } from './history.ts'
import { isLate } from './late.ts'
import { type Told, told } from './testing/a-history.ts'

const received: Told[] = [
  ['2025-03-03', 'arrived', {}],
  ['2025-03-03', 'received', {}],
]
// Twenty working days after 3 March 2025: 31 March.
test.for<[string, Told[], string, boolean]>([
  ['answered on the last day', [['2025-03-31', 'concluded', { outcome: 'granted' }]], '2025-12-31', false],
  ['answered a day after it', [['2025-04-01', 'concluded', { outcome: 'granted' }]], '2025-12-31', true],
  ['open on the last day', [], '2025-03-31', false],
  ['open after it', [], '2025-04-01', true],
  ['answered late, and looked at before', [['2025-04-01', 'concluded', { outcome: 'granted' }]], '2025-03-31', false],
  [
    'extended in time',
    [
      ['2025-03-20', 'extended', { days: 20 }],
      ['2025-04-10', 'concluded', { outcome: 'granted' }],
    ],
    '2025-12-31',
    false,
  ],
  ['waiting for the applicant', [['2025-03-05', 'supplementRequested', {}]], '2025-12-31', false],
  [
    'delayed (art. 35) until a day',
    [['2025-03-20', 'delayed', { until: plainDate('2025-06-30'), reason: '数量巨大', letter: null }]],
    '2025-06-30',
    false,
  ],
  [
    'delayed (art. 35), and the day is over',
    [['2025-03-20', 'delayed', { until: plainDate('2025-06-30'), reason: '数量巨大', letter: null }]],
    '2025-07-01',
    true,
  ],
])('art. 33: %s', ([, then, day, late]) => {
  expect(isLate(nationalCalendar, foldHistory(told(...received, ...then)), plainDate(day))).toBe(late)
})

test('what was not received, or before the Regulation of 2019, has no period to be late by', () => {
  const late = (...lines: Told[]) => isLate(nationalCalendar, foldHistory(told(...lines)), plainDate('2025-12-31'))
  expect(late(['2025-03-03', 'arrived', {}])).toBe(false)
  expect(late(['2019-05-14', 'arrived', {}], ['2019-05-14', 'received', {}])).toBe(false)
  expect(late(['2019-05-15', 'arrived', {}], ['2019-05-15', 'received', {}])).toBe(true)
})

test('art. 35: the last day to answer is the one that was fixed, where the answer was delayed', () => {
  const last = (...then: Told[]) =>
    lastDayToAnswer(nationalCalendar, foldHistory(told(...received, ...then)), plainDate('2025-03-21'))
  expect(last()).toBe('2025-03-31')
  expect(last(['2025-03-20', 'delayed', { until: plainDate('2025-06-30'), reason: '数量巨大', letter: null }])).toBe(
    '2025-06-30',
  )
})
