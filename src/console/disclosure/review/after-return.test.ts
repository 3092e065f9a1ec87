import { expect, test } from 'vitest'
import type { EditionEvent } from '../../../disclosure/edition-event.ts'
import { afterReturn } from './after-return.ts'

const sentBack = (quoted: string, paragraph: number | null = 1): EditionEvent => ({
  seq: 3,
  at: '2026-11-24T02:00:00.000Z',
  actor: { kind: 'staff', id: null, name: '陈卫国' },
  kind: 'sentBack',
  data: {
    hash: 'a'.repeat(64),
    from: 'firstReview',
    to: 'drafting',
    reason: 'wording',
    paragraph,
    quoted,
    note: '请写明日期',
    suggested: '',
    standsInFor: null,
  },
})
const view = (hash: string, ...paragraphs: string[]) => ({
  events: [sentBack('本通知自发布之日起施行。')],
  sentBack: null,
  status: 'reviewing' as const,
  hash: hash.repeat(64),
  paragraphs,
})

test('a text that is put up again as it was is told as that', () => {
  const same = view('a', '一、总体要求', '本通知自发布之日起施行。')
  expect(afterReturn(same)).toMatchObject({ isSame: true, isParagraphSame: true })
})

test('where other words were changed the paragraph of the return is told as it stood', () => {
  const elsewhere = view('b', '一、要求', '本通知自发布之日起施行。')
  expect(afterReturn(elsewhere)).toMatchObject({ isSame: false, isParagraphSame: true })
  const there = view('b', '一、总体要求', '本通知自2026年12月1日起施行。')
  expect(afterReturn(there)).toMatchObject({ isSame: false, isParagraphSame: false })
  expect(afterReturn({ ...there, events: [sentBack('', null)] })).toMatchObject({ isParagraphSame: null })
})

test('nothing is told where none was sent back, where the return stands, and once it is out', () => {
  const put = view('b', '一')
  expect(afterReturn({ ...put, events: [] })).toBeUndefined()
  expect(afterReturn({ ...put, status: 'live' })).toBeUndefined()
})
