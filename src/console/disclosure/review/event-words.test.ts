import { expect, test } from 'vitest'
import type { EditionEvent } from '../../../disclosure/edition-event.ts'
import type { RecordView } from '../../../disclosure/record-view.ts'
import { eventWords } from './event-words.ts'

const view = {
  type: 'notice',
  content: { attachments: [{ fileId: 'f1', name: '名单.pdf' }] },
} as unknown as RecordView
const confirmations = [
  { gate: 'coveredText', place: 'attachment:f1', reason: '打印件如此' },
  { gate: 'mobileNumber', place: 'text:2', reason: '对外公布的电话' },
  { gate: 'ofFormerTimes', place: 'attachment:gone', reason: '已核对' },
]

test.each(['submitted', 'scheduled', 'published'])('a reason is told with what it answers for: %s', (kind) => {
  const data = {
    hash: 'a'.repeat(64),
    at: '2026-12-01T01:30:00Z',
    urgentReason: null,
    standsInFor: null,
    confirmations,
  }
  const words = eventWords({ kind, data } as unknown as EditionEvent, view)
  expect(words).toContain('保留名单.pdf的“被色块、图片遮住的文字”，理由：打印件如此')
  expect(words).toMatch(/保留正文第3段.*，理由：对外公布的电话/)
  expect(words).toContain('保留附件，理由：已核对')
})
