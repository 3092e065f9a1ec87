import { expect, test } from 'vitest'
import type { Reading } from '../read/reading.ts'
import { unreadable } from '../read/reading.ts'
import { aSoundReport } from '../testing/a-sound-report.ts'
import { openingOf } from './opening.ts'

const organ = '示例市统计局'
const read = (changes: Partial<Reading['report']> = {}): Reading => {
  const report = aSoundReport({ organ, year: 2024 })
  const carriedForward = { naturalPerson: 3, enterprise: 1, researchInstitution: 0, publicInterestOrg: 0 }
  const requests = {
    ...report.requests,
    carriedForward: { ...carriedForward, legalServiceOrg: 0, otherOrg: 0, total: 4 },
  }
  return { report: { ...report, requests, ...changes }, findings: [], readable: true }
}

test('what last year’s report carries forward is this year’s 上年结转, class by class; the sum follows by itself', () => {
  const { cells, missing } = openingOf(read(), organ, 2025)
  expect(cells.map(({ cell, value }) => `${cell} ${value}`)).toEqual([
    'carriedOver/naturalPerson 3',
    'carriedOver/enterprise 1',
    'carriedOver/researchInstitution 0',
    'carriedOver/publicInterestOrg 0',
    'carriedOver/legalServiceOrg 0',
    'carriedOver/otherOrg 0',
  ])
  expect(missing).toEqual([])
})

test('a cell that the report does not state, or that was not read for certain, is no nought', () => {
  const { report } = read()
  const gone = { ...report.requests, carriedForward: { naturalPerson: 3, enterprise: null } }
  const opening = openingOf({ report: { ...report, requests: gone }, findings: [], readable: true }, organ, 2025)
  expect(opening.cells).toHaveLength(1)
  expect(opening.missing).toHaveLength(5)
  const doubtful = {
    ...read(),
    findings: [{ code: 'UNRELIABLE', severity: 'error', about: 'reading', row: 'requests', message: '' } as const],
  }
  expect(openingOf(doubtful, organ, 2025).cells).toEqual([])
})

test.for<[string, Reading, string]>([
  ['no report', unreadable('文件已损坏'), '不能读作年度报告：文件已损坏'],
  ['another year’s', read({ year: 2023 }), '这是2023年度的报告'],
  ['of no known year', read({ year: null }), '没有读出这份报告是哪一年度的'],
  ['another organ’s', read({ organ: '示例市教育局' }), '这是示例市教育局的报告'],
])('%s is refused', ([, reading, why]) => {
  expect(() => openingOf(reading, organ, 2025)).toThrow(why)
})
