import { describe, expect, test } from 'vitest'
import { type PlainDate, plainDate } from '../days/plain-date.ts'
import { reportCells, reportYear } from './report-cells.ts'

type Counted = Parameters<typeof reportCells>[0]
const day = (text: string | null): PlainDate | null => (text ? plainDate(text) : null)
const counted = (receivedOn: string | null, concludedOn: string | null = null, outcome: string | null = null) =>
  ({ applicantKind: 'naturalPerson', receivedOn: day(receivedOn), concludedOn: day(concludedOn), outcome }) as Counted
const rows = (request: Counted, year: number) => reportCells(request, year).map(({ row }) => row)

describe('a request counts in the year in which it came and in each that it was carried into', () => {
  test('received and answered in the year: new, and in the row of its outcome', () => {
    expect(reportCells(counted('2025-03-03', '2025-03-20', 'denied.stateSecret'), 2025)).toEqual([
      {
        year: 2025,
        row: 'newReceived',
        rowLabel: '一、本年新收政府信息公开申请数量',
        column: 'naturalPerson',
        columnLabel: '自然人',
      },
      {
        year: 2025,
        row: 'denied.stateSecret',
        rowLabel: '（三）不予公开 1.属于国家秘密',
        column: 'naturalPerson',
        columnLabel: '自然人',
      },
    ])
  })
  test('an answer that shares its row is counted in that row', () => {
    expect(rows(counted('2025-03-03', '2025-03-20', 'notResponsible'), 2025)).toEqual([
      'newReceived',
      'unableToProvide.notHeld',
    ])
  })
  test('open at the end of the year: carried forward, and carried over into the next', () => {
    const open = counted('2025-12-20')
    expect(rows(open, 2025)).toEqual(['newReceived', 'carriedForward'])
    expect(rows(open, 2026)).toEqual(['carriedOver', 'carriedForward'])
  })
  test('answered in the next year: carried forward in the first, counted by its outcome in the second', () => {
    const late = counted('2025-12-20', '2026-01-08', 'granted')
    expect(rows(late, 2025)).toEqual(['newReceived', 'carriedForward'])
    expect(rows(late, 2026)).toEqual(['carriedOver', 'granted'])
    expect(rows(late, 2027)).toEqual([])
  })
  test('not before it came, and not before it counts as received', () => {
    expect(rows(counted('2026-01-02'), 2025)).toEqual([])
    expect(rows(counted(null), 2025)).toEqual([])
  })
  test('a concluded one whose ledger names no outcome counts as carried forward, so that the balance shows it', () => {
    expect(rows(counted('2025-03-03', '2025-03-20'), 2025)).toEqual(['newReceived', 'carriedForward'])
  })
  test('the form for 2019 and 2020 has one row for the other endings, that from 2021 has three', () => {
    expect(rows(counted('2020-03-03', '2020-03-20', 'withdrawn'), 2020)).toEqual(['newReceived', 'other'])
    expect(rows(counted('2025-03-03', '2025-03-20', 'withdrawn'), 2025)).toEqual(['newReceived', 'other.otherMisc'])
  })
  test('an outcome that the form of that year does not know has no row', () => {
    expect(rows(counted('2020-03-03', '2020-03-20', 'other.feeUnpaid'), 2020)).toEqual(['newReceived'])
  })
  test('before 2019 there is no form', () => expect(rows(counted('2018-03-03'), 2018)).toEqual([]))
})

test('organisations count in the column of their kind, which is named with its heading', () => {
  const column = (applicantKind: Counted['applicantKind']) =>
    reportCells({ ...counted('2025-03-03'), applicantKind }, 2025)[0]
  expect(column('enterprise')).toMatchObject({ column: 'enterprise', columnLabel: '法人或其他组织—商业企业' })
  expect(column('otherOrg')).toMatchObject({ column: 'otherOrg', columnLabel: '法人或其他组织—其他' })
})

test('the rows of results are named without the heading of all results', () => {
  const label = (outcome: string) => reportCells(counted('2025-03-03', '2025-03-20', outcome), 2025)[1]?.rowLabel
  expect(label('granted')).toBe('（一）予以公开')
  expect(label('other.otherMisc')).toBe('（六）其他处理 3.其他')
})

test('it counts now in the year of its answer, an open one in the year of today', () => {
  expect(reportYear(counted('2024-12-30', '2025-01-02'), plainDate('2026-11-24'))).toBe(2025)
  expect(reportYear(counted('2025-12-30'), plainDate('2026-11-24'))).toBe(2026)
})
