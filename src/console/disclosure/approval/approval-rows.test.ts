import { expect, test } from 'vitest'
import type { RecordView } from '../../../disclosure/record-view.ts'
import { approvalRows } from './approval-rows.ts'

const who = (name: string) => ({ kind: 'staff' as const, id: name, name })
const secrecy = [{ item: 'text', opinion: 'mayPublish', basis: '不含国家秘密' }]
const submitted = {
  seq: 2,
  at: '2026-11-24T02:00:00Z',
  actor: who('李文'),
  kind: 'submitted',
  data: { hash: 'a', secrecy },
}
const signature = {
  level: 'firstReview',
  hash: 'a',
  at: '2026-11-25T17:00:00Z',
  by: who('王静'),
  checklist: [],
  secrecy,
}
const view = (facts: object): RecordView =>
  ({
    levels: [
      { id: 'firstReview', label: '初审', roleLabel: '科室负责人' },
      { id: 'finalReview', label: '终审', roleLabel: '机关负责人' },
    ],
    signatures: [{ ...signature, opinion: '', standsInFor: { name: '陈卫国' } }],
    secrecyItems: [{ id: 'text', label: '正文' }],
    hash: 'a',
    events: [submitted],
    publishedAt: null,
    urgentReason: null,
    statusLabel: '审核中',
    ...facts,
  }) as never

test('the sheet names drafter, opinions, stand-in and day in Beijing, and who has not signed', () => {
  expect(approvalRows(view({}))).toEqual([
    { label: '拟稿', role: '', words: ['保密自查：正文，可以公开（不含国家秘密）'], by: '李文', day: '2026年11月24日' },
    {
      label: '初审',
      role: '科室负责人',
      words: ['同意', '保密审查：正文，可以公开（不含国家秘密）'],
      by: '王静（代陈卫国）',
      day: '2026年11月26日',
    },
    { label: '终审', role: '机关负责人', words: [], by: null, day: '' },
    { label: '发布', role: '', words: ['还没有发布：审核中'], by: null, day: '' },
  ])
})

test('no signature over another text stands on the sheet, and who put up another text has not put up this one', () => {
  const saved = {
    seq: 3,
    at: '2026-11-26T02:00:00Z',
    actor: who('周明'),
    kind: 'saved',
    data: { revision: 2, hash: 'b' },
  }
  const [drafted, first] = approvalRows(view({ hash: 'b', events: [submitted, saved] }))
  expect(drafted).toMatchObject({ by: '周明', words: ['还没有送审'] })
  expect(first).toMatchObject({ by: null, words: [] })
})

test('an urgent publication says why it went before the signatures', () => {
  const data = { hash: 'a', urgentReason: '暴雪', standsInFor: null }
  const published = { seq: 4, at: '2026-11-27T02:00:00Z', actor: who('马建军'), kind: 'published', data }
  const facts = { events: [submitted, published], publishedAt: published.at, urgentReason: '暴雪', signatures: [] }
  expect(approvalRows(view(facts)).at(-1)).toMatchObject({
    words: ['紧急发布：暴雪'],
    by: '马建军',
    day: '2026年11月27日',
  })
  expect(approvalRows(view(facts))[1]?.by).toBeNull()
})
