import { describe, expect, test } from 'vitest'
import { foldHistory } from './history.ts'
import { lostWords, overtaken } from './overtaken.ts'
import { take } from './take.ts'
import { aDraft, type Told, told } from './testing/a-history.ts'
import { aMatter, received } from './testing/a-matter.ts'
import { waitsFor } from './what-moves.ts'

const draft = aDraft()
const drafted: Told = ['2025-09-04', 'answerDrafted', draft]
const approved = (level: number, by: string): Told => [
  ...(['2025-09-05', 'answerApproved', { level, hash: draft.hash, opinion: '' }, by] as const),
]
const corrected = (to: Record<string, string>): Told => [
  ...(['2025-09-06', 'registrationCorrected', { reason: '', from: {}, to, personal: null, proposedBy: '' }] as const),
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
    const data = { step: 'requestSupplement' as const, input: {}, letter, hash, levels: ['ogiHead' as const] }
    const up: Told = ['2025-09-04', 'letterDrafted', data]
    expect(overtaken(told(...received, up, named)).map((each) => each.words)).toEqual([
      '正在审批的文书1件作废，须重新送审。',
    ])
  })
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
