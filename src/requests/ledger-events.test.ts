import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, plainDate } from '../days/plain-date.ts'
import type { RequestEvent } from './event.ts'
import { effectiveEvents } from './history.ts'
import { courseOf, eventsToAppend, type LedgerEvent } from './ledger-events.ts'
import type { RequestCourse } from './ledger-request.ts'

const recorded = (event: LedgerEvent) =>
  ({ ...event, data: {}, recordedAt: null, actor: { kind: 'operator', id: null, name: '' } }) as RequestEvent

const start = plainDate('2025-03-03')
const day = fc.integer({ min: 0, max: 300 }).map((count) => addDays(start, count))
const maybe = fc.option(day, { nil: null })
const money = fc.option(
  fc.record({ on: day, amount: fc.integer({ min: 0, max: 99_999 }).map((cents) => (cents / 100).toFixed(2)) }),
  { nil: null },
)
const course: fc.Arbitrary<RequestCourse> = fc.record({
  receivedOn: day,
  supplementRequestedOn: maybe,
  supplementReceivedOn: maybe,
  extendedOn: maybe,
  consultations: fc
    .array(fc.record({ sentOn: day, answeredOn: maybe }), { maxLength: 3 })
    // Those that were answered stand first, as in the history.
    .map((all) => [...all.filter((each) => each.answeredOn), ...all.filter((each) => !each.answeredOn)]),
  feeNotified: money,
  feePaid: money,
  concludedOn: maybe,
})

test('whatever was recorded before, the history tells the last course, and grows by nothing when told again', () => {
  fc.assert(
    fc.property(fc.array(course, { minLength: 1, maxLength: 5 }), (courses) => {
      const events: RequestEvent[] = []
      for (const each of courses) {
        events.push(...eventsToAppend(events, each).map(recorded))
        expect(courseOf(events)).toEqual(each)
        expect(eventsToAppend(events, each)).toEqual([])
      }
      expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index + 1))
    }),
  )
})

test('a corrected consultation keeps its answer', () => {
  const event = (seq: number, kind: LedgerEvent['kind'], happenedOn: string, supersedes: number | null = null) =>
    recorded({ seq, kind, happenedOn: plainDate(happenedOn), amount: null, supersedes })
  const events = [
    event(1, 'received', '2025-03-03'),
    event(2, 'consultationSent', '2025-03-04'),
    event(3, 'consultationSent', '2025-03-05'),
    event(4, 'consultationAnswered', '2025-03-20'),
    event(5, 'consultationSent', '2025-03-06', 2),
  ]
  expect(courseOf(events)?.consultations).toEqual([
    { sentOn: '2025-03-06', answeredOn: '2025-03-20' },
    { sentOn: '2025-03-05', answeredOn: null },
  ])
})

test('a voided event is gone, and with it the request that was never received', () => {
  const received = recorded({ seq: 1, kind: 'received', happenedOn: start, amount: null, supersedes: null })
  const voided = recorded({ seq: 2, kind: 'voided', happenedOn: start, amount: null, supersedes: 1 })
  expect(effectiveEvents([received, voided])).toEqual([])
  expect(courseOf([received, voided])).toBeUndefined()
})
