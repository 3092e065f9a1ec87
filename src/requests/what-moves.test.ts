import { describe, expect, test } from 'vitest'
import { nationalCalendar } from '../calendar/calendar.ts'
import { plainDate } from '../days/plain-date.ts'
import type { Due } from './case-view.ts'
import { answerClock } from './clock.ts'
import { foldHistory } from './history.ts'
import { aLetter, levelsOf, type Told, told } from './testing/a-history.ts'
import { waitsFor, whatCorrectionMoves, whatMoves } from './what-moves.ts'

const today = plainDate('2025-05-06')
const history = (...events: Told[]) => foldHistory(told(...events))
const received: Told[] = [
  ['2025-03-03', 'arrived', {}],
  ['2025-03-03', 'received', {}],
]
const due = (on: string, kind: Due['kind'] = 'answer'): Due => ({
  kind,
  on: plainDate(on),
  why: '缘由',
  leftDays: 3,
  isOver: false,
  isToday: false,
})

describe('what a step does to the due day, in one sentence', () => {
  const said = (before: Due | null, after: Due | null, isProvisional?: boolean) =>
    whatMoves('extendReply', before, after, history(...received), isProvisional)
  test.for<[string, Due | null, Due | null, string]>([
    ['of what is concluded nothing moves', null, null, '办理“同意延期”后，办结的情况不变。'],
    ['it ends there', due('2025-03-31'), null, '办理“同意延期”后，申请办结，不再计算期限（条例第三十三条）。'],
    ['it begins', null, due('2025-03-31'), '办理“同意延期”后，应于2025年3月31日前办理：缘由。'],
    [
      'it stays',
      due('2025-03-31'),
      due('2025-03-31'),
      '办理“同意延期”后，办理期限不变，仍为2025年3月31日；申请处于“办理中”。',
    ],
    ['it moves', due('2025-03-31'), due('2025-04-29'), '办理期限由2025年3月31日变为2025年4月29日，因为缘由。'],
    [
      'the same day for something else',
      due('2025-03-31'),
      due('2025-03-31', 'delayedAnswer'),
      '办理期限由2025年3月31日变为2025年3月31日，因为缘由。',
    ],
  ])('%s', ([, before, after, words]) => expect(said(before, after)).toBe(words))

  test('a year whose holidays are not announced is told', () => {
    expect(said(due('2025-03-31'), due('2025-04-29'), true)).toContain('变为2025年4月29日（暂定')
    expect(said(due('2025-03-31'), due('2025-04-29'), true)).toContain('由2025年3月31日变为')
    expect(said(due('2025-03-31'), due('2025-04-29'))).not.toContain('暂定')
  })
})

describe('what a corrected registration does to the answer period', () => {
  const clock = (on: string) =>
    answerClock(nationalCalendar, history(['2025-03-03', 'arrived', {}], [on, 'received', {}]), today)
  const [before, after] = [clock('2025-03-03'), clock('2025-03-04')]
  const said = (...events: Told[]) => whatCorrectionMoves(before, after, history(...received, ...events))
  const moved = '答复期限由2025年3月31日变为2025年4月1日，因为收到申请之日由2025年3月3日更正为2025年3月4日。'

  test('it moves with the day of receipt', () => expect(said()).toBe(moved))
  test('the term fixed for a delayed answer stays', () => {
    const until = plainDate('2025-06-30')
    expect(said(['2025-03-20', 'delayed', { until, reason: '数量巨大', letter: null }])).toBe(
      `${moved}已经确定的延迟答复期限（2025年6月30日）不变。`,
    )
  })
  test('an answer that turns out to have been late is told', () => {
    expect(said(['2025-04-02', 'concluded', { outcome: 'granted' }])).toBe(
      `${moved}这件申请2025年4月2日办结，按更正后的日期已经逾期。`,
    )
    expect(said(['2025-04-01', 'concluded', { outcome: 'granted' }])).toBe(moved)
  })
  test('the same last day, or no receipt, moves nothing', () => {
    expect(whatCorrectionMoves(before, before, history(...received))).toBe('更正后，答复期限不变，仍为2025年3月31日。')
    const none = '更正后，答复期限不受影响：尚未确认收到申请。'
    expect(whatCorrectionMoves(undefined, after, history(...received))).toBe(none)
    expect(whatCorrectionMoves(before, undefined, history(...received))).toBe(none)
  })
})

test('a correction of a letter moves neither the due day nor what is concluded', () => {
  for (const day of [null, due('2025-03-31')])
    expect(whatMoves('correctLetter', day, day, history(...received))).toContain(
      '答复期限、办结的情况和年度报告的数字都不变',
    )
})

describe('a step that does not yet take effect says whose say it waits for', () => {
  test('a withdrawal: one of the two who may confirm it', () => {
    const proof = { on: null, evidence: '', fileIds: [] }
    const said = waitsFor([{ kind: 'withdrawalProposed', happenedOn: today, data: { reason: '', proof } }])
    expect(said).toContain('须由科室负责人或者政府信息公开工作机构负责人核对确认')
  })
  test('a letter: everybody who approves it, in order', () => {
    const data = {
      step: 'consult',
      input: {},
      letter: aLetter,
      hash: '',
      levels: levelsOf('unitHead', 'leader'),
    } as const
    const said = waitsFor([{ kind: 'letterDrafted', happenedOn: today, data: { ...data, levels: [...data.levels] } }])
    expect(said).toContain('文书先送科室负责人、')
    expect(said).toContain('审批，全部同意后才发出')
  })
  test('any other says nothing', () => {
    expect(waitsFor([{ kind: 'noted', happenedOn: today, data: { text: '' } }])).toBe('')
    expect(waitsFor([])).toBe('')
  })
})
