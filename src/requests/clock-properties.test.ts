import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { nationalCalendar } from '../calendar/calendar.ts'
import { addDays, type PlainDate, plainDate } from '../days/plain-date.ts'
import type { ClockView } from './case-view.ts'
import { answerClock } from './clock.ts'
import { foldHistory } from './history.ts'
import { type Told, told } from './testing/a-history.ts'

const clockOf = (today: string, ...lines: Told[]): ClockView => {
  const clock = answerClock(nationalCalendar, foldHistory(told(...lines)), plainDate(today))
  if (!clock) throw new Error('no clock')
  return clock
}

const start = plainDate('2025-01-06')
const offset = (max: number) => fc.integer({ min: 0, max })
const day = (days: number): PlainDate => addDays(start, days)
const consultations = fc.array(
  fc.record({
    sent: offset(60),
    delivered: fc.option(offset(10), { nil: null }),
    answered: fc.option(offset(80), { nil: null }),
  }),
  { maxLength: 5 },
)
const history = fc.record({
  received: offset(30),
  supplement: fc.option(fc.record({ asked: offset(10), came: fc.option(offset(40), { nil: null }) }), { nil: null }),
  extension: fc.option(fc.record({ at: offset(30), days: fc.integer({ min: 1, max: 20 }) }), { nil: null }),
  consultations,
  today: offset(200),
})
type Drawn = typeof history extends fc.Arbitrary<infer T> ? T : never

function linesOf({ received, supplement, extension, consultations: asked }: Drawn): Told[] {
  const lines: Told[] = [[day(received), 'received', {}]]
  if (supplement) {
    lines.push([day(received + supplement.asked), 'supplementRequested', {}])
    if (supplement.came !== null)
      lines.push([day(received + supplement.asked + supplement.came), 'supplementReceived', {}])
  }
  if (extension) lines.push([day(received + extension.at), 'extended', { days: extension.days }])
  for (const [index, { sent, delivered, answered }] of asked.entries()) {
    const consultation = index + 1
    lines.push([
      day(received + sent),
      'consultationSent',
      { consultation, party: 'thirdParty', label: `${consultation}` },
    ])
    if (delivered !== null) lines.push([day(received + sent + delivered), 'consultationDelivered', { consultation }])
    if (answered !== null)
      lines.push([
        day(received + sent + answered),
        'consultationAnswered',
        { consultation, opinion: 'agrees', reason: '' },
      ])
  }
  return lines
}

describe('over any history', () => {
  const check = (property: (drawn: Drawn, clock: ClockView) => void) =>
    fc.assert(
      fc.property(history, (drawn) => property(drawn, clockOf(day(drawn.today), ...linesOf(drawn)))),
      { numRuns: 1_500 },
    )

  test('exactly the allowed days are counted between start and due day, on working days outside the consultations', () => {
    check((_, clock) => {
      const counted = clock.days.filter(({ number }) => number !== null)
      expect(counted).toHaveLength(clock.allowedDays)
      expect(counted.map(({ number }) => number)).toEqual(counted.map((_each, index) => index + 1))
      for (const each of counted)
        expect(clock.excluded.some(({ from, to }) => each.day >= from && each.day <= to)).toBe(false)
      expect(clock.days.at(-1)?.isDue).toBe(true)
      expect(clock.usedDays).toBeGreaterThanOrEqual(0)
      expect(clock.dueOn > clock.startedOn).toBe(true)
    })
  })
  test('consultations take the union of their days, never the sum', () => {
    check((drawn, clock) => {
      const doubled = clockOf(
        day(drawn.today),
        ...linesOf({ ...drawn, consultations: [...drawn.consultations, ...drawn.consultations] }),
      )
      expect(doubled.dueOn).toBe(clock.dueOn)
    })
  })
  test('a consultation never makes the answer due sooner, and none at all gives the plain count', () => {
    check((drawn, clock) => {
      const without = clockOf(day(drawn.today), ...linesOf({ ...drawn, consultations: [] }))
      expect(without.dueOn <= clock.dueOn).toBe(true)
    })
  })
  test('a longer extension is due later, day by day', () => {
    check((drawn, clock) => {
      if (!drawn.extension || drawn.extension.days === 20) return
      const longer = clockOf(
        day(drawn.today),
        ...linesOf({ ...drawn, extension: { ...drawn.extension, days: drawn.extension.days + 1 } }),
      )
      if (longer.allowedDays > clock.allowedDays) expect(longer.dueOn > clock.dueOn).toBe(true)
    })
  })
  test('a supplement that came starts at its own day with nothing used before it', () => {
    check((drawn, clock) => {
      const came = drawn.supplement?.came
      if (came === null || came === undefined || !drawn.supplement) return
      expect(clock.startedOn).toBe(day(drawn.received + drawn.supplement.asked + came))
      expect(clock.days[0]).toMatchObject({ kind: 'start', number: null })
    })
  })
})
