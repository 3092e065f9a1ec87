import { describe, expect, test } from 'vitest'
import { foldHistory } from './history.ts'
import { lostByWithdrawal, lostWords, overtaken } from './overtaken.ts'
import { take } from './take.ts'
import { aDraft, levelsOf, type Told, told } from './testing/a-history.ts'
import { aMatter, received } from './testing/a-matter.ts'
import { waitsFor } from './what-moves.ts'

const draft = aDraft()
const drafted: Told = ['2025-09-04', 'answerDrafted', draft]
const approved = (level: number, by: string): Told => [
  '2025-09-05',
  'answerApproved',
  { level, hash: draft.hash, opinion: '' },
  by,
]
const corrected = (to: Record<string, string>): Told => [
  '2025-09-06',
  'registrationCorrected',
  { reason: '', from: {}, to, personal: null, proposedBy: '' },
]
const named: Told = [
  '2025-09-06',
  'registrationCorrected',
  { reason: '', from: {}, to: {}, personal: { from: { name: '张三' }, to: { name: '张山' } }, proposedBy: '' },
]

describe('what a step makes void is told before it is taken and stands in the history', () => {
  const ready = [...received, drafted, approved(1, 'zhao'), approved(2, 'li')]
  const words = '已拟的答复作废，已有的2项审批同意同时失效，须重新拟答复、重新审批。'
  test('a corrected name: the draft and its approvals', () => {
    const events = told(...ready, named)
    expect(lostWords(foldHistory(events.slice(0, -1)), foldHistory(events))).toBe(words)
    expect(overtaken(events)).toEqual([{ seq: events.length, words }])
  })
  test('what no letter says leaves them standing', () =>
    expect(overtaken(told(...ready, corrected({ note: '补记' })))).toEqual([]))
  test('a supplement that comes after all', () => {
    const late: Told = ['2025-09-06', 'supplementReceived', { text: '' }]
    expect(overtaken(told(...received, drafted, late)).map((each) => each.words)).toEqual([
      '已拟的答复作废，须重新拟答复、重新审批。',
    ])
  })
  test('a letter that waits', () => {
    const { letter, hash } = draft
    const data = { step: 'requestSupplement' as const, input: {}, letter, hash, levels: levelsOf('ogiHead') }
    const up: Told = ['2025-09-04', 'letterDrafted', data]
    expect(overtaken(told(...received, up, named)).map((each) => each.words)).toEqual([
      '正在审批的文书1件作废，须重新送审。',
    ])
  })
})

describe('what ends with a withdrawal is told before it and stands in the history', () => {
  const { letter, hash } = draft
  const data = { step: 'requestSupplement' as const, input: {}, letter, hash, levels: levelsOf('ogiHead') }
  const back: Told[] = [
    ['2025-09-08', 'withdrawn', { reason: '' }],
    ['2025-09-08', 'concluded', { outcome: 'withdrawn' }],
  ]
  const endsIn = (...before: Told[]) => {
    const events = told(...received, ...before, ...back)
    const [was, is] = [foldHistory(events.slice(0, -2)), foldHistory(events)]
    expect(lostWords(was, is)).toBe(lostByWithdrawal(was))
    expect(is).toMatchObject({ draft: null, returned: null, approvals: [], waiting: [], returnedLetters: [] })
    expect(overtaken(events).map(({ words }) => words)).toEqual([lostByWithdrawal(was)].filter(Boolean))
    return lostWords(was, is)
  }
  test('the draft and its approvals', () =>
    expect(endsIn(drafted, approved(1, 'zhao'))).toBe('已拟的答复作废，已有的1项审批同意同时失效，不再发出。'))
  test('a letter that waits', () =>
    expect(endsIn(['2025-09-04', 'letterDrafted', data])).toBe('正在审批的文书1件作废，不再发出。'))
  test('an extension that was asked for', () =>
    expect(endsIn(['2025-09-04', 'extensionProposed', { days: 10, reason: '检索量大' }])).toBe('提请的延期不再办理。'))
  test('what was sent back is not written anew', () =>
    expect(endsIn(drafted, ['2025-09-05', 'answerReturned', { level: 1, hash: draft.hash, reason: '请补充' }])).toBe(
      '',
    ))
  test('nothing where nothing was on its way', () => expect(endsIn()).toBe(''))
})

test('a withdrawal of what is overdue says that a head has to confirm it', () => {
  const paper = { reason: '', on: null, evidence: '', fileIds: ['00000000-0000-4000-8000-000000000001'] }
  const long: Told[] = [
    ['2025-07-01', 'arrived', {}],
    ['2025-07-01', 'received', {}],
  ]
  expect(waitsFor(take('withdraw', aMatter('clerk', long), paper))).toMatch(/^须由科室负责人或者.+核对确认后才办结/)
  expect(waitsFor(take('withdraw', aMatter('clerk', received), paper))).toBe('')
})
