import { describe, expect, test } from 'vitest'
import { nationalCalendar } from '../calendar/calendar.ts'
import { afterAnswer } from './after-answer.ts'
import { foldHistory } from './history.ts'
import type { ServiceResultId, ServiceWayId } from './service/ways.ts'
import { aDraft, type Told, told } from './testing/a-history.ts'

const answered: Told[] = [
  ['2025-09-01', 'received', {}],
  ['2025-09-03', 'answerDrafted', aDraft([])],
  ['2025-09-10', 'concluded', { outcome: 'granted', letterNumber: '1号', service: '' }],
]
const tried = (on: string, way: ServiceWayId): Told => [
  on,
  'serviceAttempted',
  { of: answered.length, way, mailNumber: '', receivedBy: null, proof: '', correction: '' },
]
const became = (on: string, result: ServiceResultId): Told => [
  on,
  'serviceResult',
  { attempt: 4, result, receivedBy: null, cause: null, note: '', correction: '' },
]
const paragraph = '你如对本答复书不服，可以申请行政复议，也可以提起行政诉讼。'
const letters = [{ seq: answered.length, number: '1号', letter: { paragraphs: ['现予公开。', paragraph] } }]
const remediesAfter = (...lines: Told[]) =>
  afterAnswer(nationalCalendar, foldHistory(told(...answered, ...lines)), letters)

describe('复议法 20: sixty days from the day on which the applicant knew', () => {
  test.for([
    ['signed for at the counter', [tried('2025-09-10', 'counter')], '2025-09-10', '2025-11-10'],
    [
      'served over the internet, whenever it is opened',
      [tried('2025-09-10', 'online'), became('2025-09-30', 'opened')],
      '2025-09-10',
      '2025-11-10',
    ],
    [
      'posted and received',
      [tried('2025-09-10', 'post'), became('2025-09-12', 'received')],
      '2025-09-12',
      '2025-11-11',
    ],
  ] as const)('%s: the last day is told; one of rest runs on to the next working day', ([, lines, on, until]) => {
    expect(remediesAfter(...lines)).toEqual({ paragraph, arrivedOn: on, reviewUntil: until })
  })

  test('only posted, or come back: nobody says from which day', () => {
    expect(remediesAfter(tried('2025-09-10', 'post'))).toEqual({ paragraph, arrivedOn: null, reviewUntil: null })
    expect(remediesAfter(tried('2025-09-10', 'post'), became('2025-09-20', 'returned'))?.arrivedOn).toBeNull()
  })
})

test('an answer that tells no remedies, or none at all, has none', () => {
  expect(afterAnswer(nationalCalendar, foldHistory(told(...answered)), [])).toBeNull()
  expect(afterAnswer(nationalCalendar, foldHistory(told(...answered.slice(0, 2))), letters)).toBeNull()
})
