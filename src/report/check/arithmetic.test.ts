import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { applicantKinds } from '../../law/report-format-2021.ts'
import { declaredFormat } from '../declared-format.ts'
import { type AnnualReport, figure, setFigure } from '../report.ts'
import { cellsOf } from '../sheet.ts'
import { aSoundReport, resultRows } from '../testing/a-sound-report.ts'
import { arithmeticFindings } from './arithmetic.ts'

const groups = ['review', 'suitDirect', 'suitAfterReview']
const parts = ['upheld', 'corrected', 'otherResult', 'pending']

/** A report whose leaves are drawn and whose totals follow. */
const consistent = fc
  .record({
    format: fc.constantFrom('2021' as const, '2019' as const, 'mixed' as const),
    leaves: fc.array(fc.nat(500), { minLength: 400, maxLength: 400 }),
  })
  .map(({ format, leaves }): AnnualReport => {
    const report = aSoundReport({ format })
    let drawn = 0
    const next = () => leaves[drawn++ % leaves.length] ?? 0
    const rows = resultRows(declaredFormat(report))
    const put = (row: string, column: string, value: number) =>
      setFigure(report, { table: 'requests', row, column }, value)
    const at = (row: string, column: string) => report.requests[row]?.[column] ?? 0
    for (const kind of applicantKinds) {
      for (const row of [...rows, 'carriedForward']) put(row, kind, next())
      const results = rows.reduce((sum, row) => sum + at(row, kind), 0)
      put('resultsTotal', kind, results)
      const carried = Math.min(next(), results)
      put('carriedOver', kind, carried)
      put('newReceived', kind, results + at('carriedForward', kind) - carried)
    }
    for (const row of [...rows, 'carriedForward', 'resultsTotal', 'carriedOver', 'newReceived']) {
      put(
        row,
        'total',
        applicantKinds.reduce((sum, kind) => sum + at(row, kind), 0),
      )
    }
    for (const row of groups) {
      for (const column of parts) setFigure(report, { table: 'remedies', row, column }, next())
      const total = parts.reduce((sum, column) => sum + (report.remedies[row]?.[column] ?? 0), 0)
      setFigure(report, { table: 'remedies', row, column: 'total' }, total)
    }
    return report
  })

const check = (report: AnnualReport) => arithmeticFindings(report, declaredFormat(report))

test('a consistent report has no arithmetic finding, in every format', () => {
  fc.assert(
    fc.property(consistent, (report) => {
      expect(check(report)).toEqual([])
    }),
    { numRuns: 60 },
  )
})

test('any single changed cell of sections three and four is caught', () => {
  fc.assert(
    fc.property(consistent, fc.nat(), fc.integer({ min: -400, max: 400 }), (report, at, by) => {
      fc.pre(by !== 0)
      const cells = cellsOf(declaredFormat(report)).filter(({ table }) => table !== 'proactive')
      const cell = cells[at % cells.length]
      if (!cell) throw new Error('no cell')
      setFigure(report, cell, Number(figure(report, cell)) + by)
      expect(check(report)).not.toEqual([])
    }),
    { numRuns: 300 },
  )
})

test('leaving any cells unstated never makes a false finding', () => {
  fc.assert(
    fc.property(consistent, fc.array(fc.nat(), { maxLength: 60 }), (report, blanks) => {
      const cells = cellsOf(declaredFormat(report)).filter(({ table }) => table !== 'proactive')
      for (const blank of blanks) {
        const cell = cells[blank % cells.length]
        if (cell) setFigure(report, cell, null)
      }
      expect(check(report)).toEqual([])
    }),
    { numRuns: 100 },
  )
})

test('a blank proves nothing, but stated parts that exceed the total do', () => {
  const report = aSoundReport()
  report.requests.granted = { naturalPerson: 5, enterprise: null, total: 3 }
  expect(check(report)[0]).toMatchObject({ code: 'ROW_TOTAL', row: 'granted', column: 'total', expected: 5, actual: 3 })
})

test('the message names table, row and column by their printed labels and gives both figures', () => {
  const report = aSoundReport()
  report.remedies.suitAfterReview = { upheld: 5, corrected: 0, otherResult: 0, pending: 0, total: 0 }
  expect(check(report).map(({ message }) => message)).toEqual([
    '第四部分“行政诉讼—复议后起诉”数据不平衡：总计填的是0，各项相加为5。总计应等于结果维持、结果纠正、其他结果、尚未审结之和。',
  ])
})

test('a negative count is an error, a negative change in the form of 2019 is not', () => {
  const report = aSoundReport({
    format: '2019',
    year: 2020,
    proactive: { 'licensing.itemsDelta': -3, 'penalty.decisions': -1 },
  })
  expect(check(report)).toMatchObject([{ code: 'NEGATIVE', row: 'penalty', column: 'decisions', actual: -1 }])
})

describe('the sums of sections three and four', () => {
  const sums = (report: AnnualReport, unread?: ReadonlySet<string>) =>
    arithmeticFindings(report, declaredFormat(report), unread)
  const messages = (report: AnnualReport) => sums(report).map(({ message }) => message)
  /** A report with one row of section three filled otherwise. */
  const having = (rows: Readonly<Record<string, Record<string, number | null>>>): AnnualReport => {
    const report = aSoundReport()
    for (const [row, cells] of Object.entries(rows))
      for (const [column, value] of Object.entries(cells)) setFigure(report, { table: 'requests', row, column }, value)
    return report
  }

  test('each that is broken says where, by row and column, and what both sides come to', () => {
    expect(sums(having({ granted: { enterprise: 2 } }))).toEqual([
      {
        code: 'ROW_TOTAL',
        severity: 'error',
        row: 'granted',
        column: 'total',
        expected: 2,
        actual: 0,
        message:
          '第三部分“（一）予以公开”行数据不平衡：总计填的是0，各项相加为2。总计应等于自然人与五类法人或其他组织之和。',
      },
      {
        code: 'RESULTS_TOTAL',
        severity: 'error',
        row: 'resultsTotal',
        column: 'enterprise',
        expected: 2,
        actual: 0,
        message:
          '第三部分“法人或其他组织—商业企业”列数据不平衡：总计填的是0，各项相加为2。（七）总计应等于（一）至（六）各项之和。',
      },
    ])
    expect(sums(having({ newReceived: { naturalPerson: 2, total: 2 } }))).toMatchObject([
      {
        code: 'BALANCE',
        row: 'resultsTotal',
        column: 'naturalPerson',
        message:
          '第三部分“自然人”列数据不平衡：第一、二项之和为2，第三项总计与第四项之和为0。第一项加第二项之和，应等于第三项加第四项之和。',
      },
      { code: 'BALANCE', row: 'resultsTotal', column: 'total' },
    ])
    const report = aSoundReport()
    setFigure(report, { table: 'remedies', row: 'review', column: 'total' }, 3)
    expect(sums(report)).toMatchObject([{ code: 'REMEDY_TOTAL', row: 'review', column: 'total', expected: 0 }])
  })

  test('cells that are blank count for nothing, and the message says that they were left out', () => {
    expect(messages(having({ granted: { naturalPerson: 5, enterprise: null, total: 3 } }))[0]).toBe(
      '第三部分“（一）予以公开”行数据不平衡：总计填的是3，各项相加为5（未填的格未计入）。总计应等于自然人与五类法人或其他组织之和。',
    )
    expect(messages(having({ resultsTotal: { otherOrg: null }, carriedForward: { otherOrg: 5, total: 5 } }))[0]).toBe(
      '第三部分“法人或其他组织—其他”列数据不平衡：第一、二项之和为0，第三项总计与第四项之和为5（未填的格未计入）。第一项加第二项之和，应等于第三项加第四项之和。',
    )
  })

  test('parts that stay below what they are compared with prove nothing, nor do two sides with blanks', () => {
    const less = { newReceived: { otherOrg: null, total: 5 }, resultsTotal: { otherOrg: 5, total: 5 } }
    expect(sums(having(less)).filter(({ code }) => code === 'BALANCE')).toEqual([])
    const both = { newReceived: { otherOrg: null }, carriedOver: { otherOrg: 9 }, resultsTotal: { otherOrg: null } }
    expect(sums(having(both)).filter(({ code }) => code === 'BALANCE')).toEqual([])
    expect(sums(having({ granted: { naturalPerson: null } }))).toEqual([])
  })

  test('no sum is broken when one of its cells could not be read, be it the row or the table', () => {
    const report = having({ resultsTotal: { otherOrg: null }, carriedForward: { otherOrg: 5, total: 5 } })
    const balances = (...unread: string[]) =>
      sums(report, new Set(unread)).filter(({ code, column }) => code === 'BALANCE' && column === 'otherOrg').length
    expect(balances()).toBe(1)
    expect(balances('resultsTotal')).toBe(0)
    expect(balances('requests')).toBe(0)
    expect(balances('granted')).toBe(1)
    // What is stated was read, whatever a finding says of its row.
    expect(balances('carriedForward')).toBe(1)
    const left = having({ newReceived: { otherOrg: null }, carriedOver: { otherOrg: 5, total: 5 } })
    expect(sums(left, new Set(['newReceived'])).filter(({ column }) => column === 'otherOrg')).toEqual([])
    expect(sums(left).filter(({ column }) => column === 'otherOrg')).toHaveLength(1)
  })

  test('an amount below nought is told with its cell', () => {
    const report = aSoundReport({ proactive: { 'administrativeFees.amountWan': '-2.5' } })
    expect(sums(report)).toEqual([
      {
        code: 'NEGATIVE',
        severity: 'error',
        row: 'administrativeFees',
        column: 'amountWan',
        actual: '-2.5',
        message: '第二部分“行政事业性收费”行“本年收费金额（单位：万元）”列填的是-2.5，数量和金额不能小于0。',
      },
    ])
  })
})
