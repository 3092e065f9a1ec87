import { expect, test } from 'vitest'
import { plainDate } from '../days/plain-date.ts'
import { copiedContent } from './copied.ts'
import { aContent } from './testing/a-record.ts'

const day = plainDate('2026-11-20')

test('a copy has the words and the classification, and nothing that belongs to the one document alone', () => {
  const first = aContent({
    type: 'budget',
    act: { kind: 'correct', reason: '数字有误' },
    documentNumber: '示统〔2026〕1号',
    madeOn: day,
    effectiveFrom: day,
    validUntil: day,
    keywords: ['普查'],
    sourceUrl: 'https://www.gov.cn/1',
    interprets: '0190a5d0-0000-7000-8000-000000000000',
    fields: { fiscalYear: '2026', approvedOn: '2026-02-01' },
    attachments: [
      {
        fileId: '0190a5d0-0000-7000-8000-000000000001',
        name: '表.xlsx',
        size: 1,
        contentType: '',
        sha256: 'a'.repeat(64),
        alternative: '',
      },
    ],
  })
  expect(copiedContent(first)).toEqual(
    aContent({ type: 'budget', madeOn: null, keywords: ['普查'], fields: { fiscalYear: '2026' } }),
  )
})
