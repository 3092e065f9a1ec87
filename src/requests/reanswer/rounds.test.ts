import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { nationalCalendar as calendar } from '../../calendar/calendar.ts'
import { addDays, type PlainDate, plainDate } from '../../days/plain-date.ts'
import { answerClock } from '../clock.ts'
import { nextDue } from '../due.ts'
import { foldHistory, type RequestHistory } from '../history.ts'
import { isLate } from '../late.ts'
import { countsFrom } from '../refold.ts'
import { reportCells } from '../report-cells.ts'
import { aDraft, anOrder, type Told, told } from '../testing/a-history.ts'
import { limitEndsOn } from './due.ts'
import { openRound } from './fold-rounds.ts'

const draft = aDraft()
const answered: Told[] = [
  ['2025-09-01', 'arrived', {}],
  ['2025-09-02', 'received', {}],
  ['2025-09-03', 'answerDrafted', { ...draft, fileIds: ['first'] }],
]
/** The first answer, in time or late. */
const concluded = (on: string): Told => [
  on,
  'concluded',
  { outcome: 'denied.stateSecret', letterNumber: '示统公复〔2025〕1号', hash: draft.hash, service: '邮寄' },
]

/** What happens in rounds, well formed or not. */
const rounds: fc.Arbitrary<Told[]> = fc
  .array(
    fc.record({
      gap: fc.integer({ min: 0, max: 60 }),
      what: fc.constantFrom('order', 'draft', 'approve', 'consult', 'opinion', 'answer', 'cancel', 'note'),
    }),
    { maxLength: 24 },
  )
  .map((acts) => {
    let [day, round, asked] = [plainDate('2026-01-05'), 0, 0]
    return acts.map(({ gap, what }): Told => {
      day = addDays(day, gap)
      switch (what) {
        case 'order':
          round += 1
          return [day, 'reanswerOrdered', anOrder({ round })]
        case 'draft':
          return [day, 'answerDrafted', { ...aDraft(['ogiHead'], 'granted'), fileIds: [`file ${round}`] }]
        case 'approve':
          return [day, 'answerApproved', { level: 1, hash: draft.hash, opinion: '' }, 'head']
        case 'consult':
          asked += 1
          return [
            day,
            'consultationSent',
            { consultation: asked, party: 'thirdParty', label: '第三方', about: '', letter: null },
          ]
        case 'opinion':
          return [day, 'consultationAnswered', { consultation: asked, opinion: 'agrees' }]
        case 'answer':
          return [day, 'reanswered', { round, outcome: 'granted', letterNumber: `重${round}`, service: '' }]
        case 'cancel':
          return [day, 'reanswerCancelled', { round, reason: '' }]
        default:
          return [day, 'noted', { text: '' }]
      }
    })
  })

/** Everything of a request that a report, a list of late answers or a letter of its time rests on. */
function counted(history: RequestHistory, day: PlainDate) {
  const { conclusion } = history
  const row = {
    applicantKind: 'naturalPerson' as const,
    receivedOn: countsFrom(history),
    concludedOn: conclusion?.on ?? null,
    outcome: conclusion?.outcome ?? null,
  }
  const years = [2025, 2026, 2027, 2028]
  return {
    conclusion,
    cells: years.map((year) => reportCells(row as Parameters<typeof reportCells>[0], year)),
    late: isLate(calendar, history, day),
    clock: answerClock(calendar, history, day),
    extension: history.extension,
    fee: history.fee,
  }
}

describe('an answer that is given again leaves the first one as it was', () => {
  test('条例 33, 年度报告第三部分: whatever happens in rounds, its result, its day, its clock and where it counts are those of before', () => {
    const ends = fc.constantFrom('2025-09-10', '2025-09-28', '2025-10-30', '2025-12-31')
    fc.assert(
      fc.property(ends, rounds, fc.integer({ min: 0, max: 900 }), (on, later, after) => {
        const day = addDays(plainDate('2026-01-05'), after)
        const before = foldHistory(told(...answered, concluded(on)))
        const now = foldHistory(told(...answered, concluded(on), ...later))
        expect(counted(now, day)).toEqual(counted(before, day))
        expect(now.given.slice(0, 1)).toEqual(['first'])
      }),
    )
  })

  test('it is open exactly while its last order has neither been answered nor taken back', () => {
    fc.assert(
      fc.property(rounds, (later) => {
        const history = foldHistory(told(...answered, concluded('2025-09-10'), ...later))
        const isOpen = history.rounds.some(({ answer }) => answer === null)
        expect(history.status === 'concluded').toBe(!isOpen)
        expect(nextDue(calendar, history, plainDate('2026-03-02'))?.kind ?? null).toBe(isOpen ? 'reanswer' : null)
        expect(openRound(history) !== undefined).toBe(isOpen)
      }),
    )
  })

  test('a round that is taken back leaves the draft, its approvals and its files as they were', () => {
    const before = foldHistory(told(...answered, concluded('2025-09-10')))
    const after = foldHistory(
      told(
        ...answered,
        concluded('2025-09-10'),
        ['2026-01-05', 'reanswerOrdered', anOrder()],
        ['2026-01-06', 'answerDrafted', aDraft()],
        ['2026-01-07', 'reanswerCancelled', { round: 1, reason: '记错' }],
      ),
    )
    expect({ ...after, lastSeq: before.lastSeq }).toEqual(before)
  })
})

describe('复议法 88, 行诉法 96: until when', () => {
  test.each([
    ['an order names a day', { unit: 'day', on: plainDate('2026-05-03') }, '2026-05-03'],
    ['working days leave holidays out', { unit: 'workingDays', count: 5 }, '2026-05-09'],
    [
      'days of the calendar end on the first working day after rest days',
      { unit: 'calendarDays', count: 4 },
      '2026-05-06',
    ],
  ] as const)('%s', (_, limit, dueOn) => {
    expect(limitEndsOn(calendar, plainDate('2026-04-29'), limit)).toBe(dueOn)
  })
})
