import { expect, test } from 'vitest'
import type { MovedDay } from '../../calendar/notices/moved-day.ts'
import { plainDate } from '../../days/plain-date.ts'
import { movedWords } from './moved-words.ts'

const moved = (of: MovedDay['of'], id: string): MovedDay => ({
  of,
  id,
  name: id,
  what: 'due',
  label: '答复期限',
  from: plainDate('2026-12-25'),
  to: plainDate('2026-12-28'),
})

test('a notice tells how many requests and how many records it moved, each apart', () => {
  const days = [moved('request', 'a'), moved('record', 'b'), moved('request', 'c')]
  expect(movedWords(days)).toEqual(['2件申请的期限变动', '1条信息的期限变动'])
})

test('of what stayed nothing is said', () => {
  expect(movedWords([])).toEqual([])
  expect(movedWords([moved('record', 'b')])).toEqual(['1条信息的期限变动'])
})
