import { describe, expect, test } from 'vitest'
import { nationalCalendar } from '../calendar/calendar.ts'
import { plainDate } from '../days/plain-date.ts'
import { answerClock } from './clock.ts'
import { nextDue } from './due.ts'
import { foldHistory } from './history.ts'
import { pausedWords } from './pause.ts'
import { type Told, told } from './testing/a-history.ts'

const received: Told = ['2025-09-01', 'received', {}]
const explained: Told = ['2025-09-10', 'reasonsReceived', { text: '课题研究' }]
const asked = (clock?: 'stops'): Told => [
  '2025-09-03',
  'reasonsRequested',
  { facts: '', dueOn: plainDate('2025-09-12'), letter: null, ...(clock ? { clock } : {}) },
]

function clockOf(today: string, ...lines: Told[]) {
  const clock = answerClock(nationalCalendar, foldHistory(told(received, ...lines)), plainDate(today))
  if (!clock) throw new Error('no clock')
  return clock
}

describe('art. 35: the time in which an applicant explains', () => {
  test.for<{ law: string; lines: Told[]; by: string }>([
    { law: 'counts where the notice does not say otherwise', lines: [asked(), explained], by: '2025-09-28' },
    {
      law: 'does not count where it does, until the reasons came',
      lines: [asked('stops'), explained],
      by: '2025-10-11',
    },
    { law: 'counts again once the time to explain is over', lines: [asked('stops')], by: '2025-10-14' },
    {
      law: 'and late reasons stop nothing',
      lines: [asked('stops'), ['2025-09-16', 'reasonsReceived', { text: '' }]],
      by: '2025-10-14',
    },
    {
      law: 'is left out once, whoever is consulted meanwhile',
      lines: [
        asked('stops'),
        ['2025-09-03', 'consultationSent', { consultation: 1, party: 'thirdParty', label: '第三方甲' }],
        ['2025-09-10', 'consultationAnswered', { consultation: 1, opinion: 'agrees', reason: '' }],
        explained,
      ],
      by: '2025-10-11',
    },
    {
      law: 'of a notice that went out on the day of receipt begins after it',
      lines: [
        ['2025-09-01', 'reasonsRequested', { facts: '', dueOn: plainDate('2025-09-02'), letter: null, clock: 'stops' }],
      ],
      by: '2025-09-29',
    },
  ])('$law', ({ lines, by }) => {
    expect(clockOf('2025-09-20', ...lines).dueOn).toBe(by)
  })

  test('while it is waited for the clock stands still, and says for what', () => {
    const clock = clockOf('2025-09-08', asked('stops'))
    expect([clock.isPaused, clock.usedDays, pausedWords(clock)]).toEqual([true, 2, '等待申请人说明理由'])
    expect(clock.days.find(({ isToday }) => isToday)).toMatchObject({
      kind: 'excluded',
      number: null,
      label: '等待申请人说明理由，不计入',
    })
    expect(clockOf('2025-09-15', asked('stops')).isPaused).toBe(false)
    expect(clockOf('2025-09-08', asked()).isPaused).toBe(false)
  })

  test('what is due says whether the answer period goes on', () => {
    const why = (today: string, ...lines: Told[]) =>
      nextDue(nationalCalendar, foldHistory(told(received, ...lines)), plainDate(today))?.why
    expect(why('2025-09-08', asked())).toContain('答复期限继续计算')
    expect(why('2025-09-08', asked('stops'))).toContain('答复期限停止计算')
    expect(why('2025-09-11', asked('stops'), explained)).toContain('，申请人说明理由的时间不计入')
  })
})
