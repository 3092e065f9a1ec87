import { expect, test } from 'vitest'
import { plainDate } from '../../days/plain-date.ts'
import type { CaseView } from '../../requests/case-view.ts'
import { dueIcs, hasDueDay } from './due-ics.ts'

const due = { kind: 'answer', on: plainDate('2026-12-31'), why: '20个工作日内答复（条例第三十三条）' } as const
const seen = { id: 'x', number: '示建依申请〔2026〕1号', due, status: 'processing' } as unknown as CaseView
const now = new Date('2026-11-24T01:02:03.004Z')

test('the last day is one whole day, the next one not included, in lines that every calendar reads', () => {
  const text = dueIcs(seen, '示例市住房和城乡建设局，政务公开科;', now) ?? ''
  expect(text).toContain('DTSTART;VALUE=DATE:20261231\r\nDTEND;VALUE=DATE:20270101\r\n')
  expect(text).toContain('DTSTAMP:20261124T010203Z\r\n')
  expect(text.replaceAll('\r\n ', '')).toContain('政务公开科\\;，示建依申请〔2026〕1号。20个工作日内答复')
  for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
})

test('a day that is still to be agreed, and one of a case that has ended, is none to note', () => {
  const agreed = { ...seen, due: { ...due, kind: 'confirmReceipt' } } as unknown as CaseView
  expect([hasDueDay(seen), hasDueDay(agreed), dueIcs(agreed, '', now)]).toEqual([true, false, undefined])
  expect(hasDueDay({ ...seen, status: 'concluded' })).toBe(false)
})
