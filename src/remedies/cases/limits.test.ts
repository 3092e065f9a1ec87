import { describe, expect, test } from 'vitest'
import { nationalCalendar as calendar } from '../../calendar/calendar.ts'
import { plainDate } from '../../days/plain-date.ts'
import { foldCase } from './case.ts'
import type { NewEvent, Opening } from './event.ts'
import { limitsOf, openLimits } from './limits.ts'
import { aHistory, anOpening, aSuit, decided, happened } from './testing/a-case.ts'

const limits = (opening: Opening, facts: readonly NewEvent[] = [], today = '2026-03-10') =>
  limitsOf(foldCase(aHistory(opening, facts)), calendar, plainDate(today))
const waiting = (opening: Opening, facts: readonly NewEvent[] = [], today?: string) =>
  openLimits(limits(opening, facts, today)).map(({ id, dueOn }) => `${id} ${dueOn}`)

describe('by when the organ answers', () => {
  test.each([
    ['复议法 48: ten working days in ordinary procedure', anOpening(), 'reply 2026-03-16'],
    ['复议法 54: five in summary procedure', anOpening({ procedure: 'summary' }), 'reply 2026-03-09'],
    ['行诉法 67: fifteen days after the copy of the complaint', aSuit(), 'reply 2026-03-17'],
    [
      '民诉法 85: of a period in days that ends on a rest day the next working day is the last',
      aSuit({ noticeOn: plainDate('2026-03-06'), filedOn: plainDate('2026-03-06') }),
      'reply 2026-03-23',
    ],
  ])('%s', (_, opening, due) => expect(waiting(opening)).toEqual([due]))

  test('复议法 55: of a case that goes over to ordinary procedure the period is that of the new one, from the same day', () => {
    const changed = happened('procedureChanged', '2026-03-05', { procedure: 'ordinary' })
    expect(waiting(anOpening({ procedure: 'summary' }), [changed])).toEqual(['reply 2026-03-16'])
  })

  test('the law of 2023 holds from 1 January 2024: before it this table knows no period', () => {
    const before = anOpening({ noticeOn: plainDate('2023-12-29'), filedOn: plainDate('2023-12-27') })
    expect(waiting(before, [], '2023-12-30')).toEqual([])
  })

  test('what was handed in is done, and says whether it was late; once there is a decision nobody waits for it', () => {
    const [late] = limits(anOpening(), [happened('replied', '2026-03-17')])
    expect(late).toMatchObject({ id: 'reply', dueOn: '2026-03-16', doneOn: '2026-03-17' })
    expect(waiting(anOpening(), [decided('2026-03-09', 'review.terminated', 'otherResult')])).toEqual([])
  })
})

describe('what else is due', () => {
  test('a hearing that was set is due on its day and over after it', () => {
    const set = happened('heard', '2026-03-12', { form: 'hearing' })
    expect(waiting(anOpening(), [set])).toEqual(['hearing 2026-03-12', 'reply 2026-03-16'])
    expect(waiting(anOpening(), [set], '2026-03-13')).toEqual(['reply 2026-03-16'])
  })

  test('行诉法 85: who lost decides within 15 days after a judgment whether to appeal', () => {
    const lost = decided('2026-05-08', 'suit.revoked', 'corrected', { performBy: '2026-06-30' })
    expect(waiting(aSuit(), [lost], '2026-05-11')).toEqual(['appeal 2026-05-25', 'perform 2026-06-30'])
    expect(waiting(aSuit(), [lost], '2026-05-26')).toEqual(['perform 2026-06-30'])
    expect(waiting(aSuit(), [decided('2026-05-08', 'suit.claimDismissed', 'upheld')], '2026-05-11')).toEqual([])
  })

  test('行诉法 86: an appeal of the other side is answered within 15 days', () => {
    const appealed = happened('instanceOpened', '2026-05-20', {
      instance: 'second',
      number: '（2026）示行终1号',
      body: '示例省高级人民法院',
      noticeOn: '2026-05-20',
      countsAgain: false,
    })
    const first = decided('2026-05-08', 'suit.claimDismissed', 'upheld')
    expect(waiting(aSuit(), [first, appealed], '2026-05-21')).toEqual(['reply 2026-06-04'])
  })

  test('复议法 76: what was done about an opinion letter is reported within 60 days', () => {
    const received = happened('opinionReceived', '2026-04-01', { number: '示政复意〔2026〕1号' })
    const answered = happened('opinionAnswered', '2026-05-06')
    const done = decided('2026-03-30', 'review.upheld', 'upheld')
    expect(waiting(anOpening(), [done, received])).toEqual(['opinion 2026-06-01'])
    expect(waiting(anOpening(), [done, received, answered])).toEqual([])
  })

  test('of a case that was registered by mistake nothing is due', () => {
    expect(waiting(anOpening(), [happened('cancelled', '2026-03-03', { reason: '重复' })])).toEqual([])
  })
})
