import fc from 'fast-check'
import { expect, test } from 'vitest'
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
