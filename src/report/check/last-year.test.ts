import { describe, expect, test } from 'vitest'
import { declaredFormat } from '../declared-format.ts'
import { type AnnualReport, setFigure } from '../report.ts'
import { aSoundReport, fillRow } from '../testing/a-sound-report.ts'
import { carryOverFindings, inForceFindings, suitsWithoutReview } from './last-year.ts'

describe('what must follow from last year', () => {
  const format = declaredFormat({ format: '2021', requests: {} })
  const last = aSoundReport({ year: 2023, proactive: { 'normativeDocuments.inForce': 8, 'rules.inForce': 2 } })
  fillRow(last, 'carriedForward', 3)

  test('上年结转 is compared in every column that both reports state', () => {
    const report = aSoundReport()
    report.requests.carriedOver = { naturalPerson: 2, enterprise: null, total: 3 }
    expect(carryOverFindings(report, format, last)).toEqual([
      {
        code: 'CARRY_OVER',
        severity: 'error',
        row: 'carriedOver',
        column: 'naturalPerson',
        expected: 3,
        actual: 2,
        message:
          '第三部分“二、上年结转政府信息公开申请数量”行“自然人”列填的是2，上一年度报告的“结转下年度继续办理”是3，两者应相等。',
      },
    ])
    expect(carryOverFindings(report, format, { ...last, requests: {} })).toEqual([])
    expect(carryOverFindings({ ...report, requests: {} }, format, last)).toEqual([])
  })

  const inForce = (
    figures: Readonly<Record<string, number | null>>,
    previous: AnnualReport | undefined = last,
    lapsed?: Parameters<typeof inForceFindings>[3],
  ) => {
    const stated = { 'rules.inForce': 2, 'normativeDocuments.inForce': 8, ...figures }
    const report = { ...aSoundReport(), proactive: { ...aSoundReport().proactive, ...stated } }
    return inForceFindings(report, format, previous, lapsed)
  }
  const issued = { 'normativeDocuments.issuedThisYear': 3, 'normativeDocuments.repealedThisYear': 1 }

  test('现行有效 = last year + 制发 − 废止 − lapsed, of 规章 and of documents apart', () => {
    expect(inForce({ ...issued, 'normativeDocuments.inForce': 10 })).toEqual([])
    expect(inForce({ ...issued, 'normativeDocuments.inForce': 9 })).toEqual([
      {
        code: 'IN_FORCE',
        severity: 'warning',
        row: 'normativeDocuments',
        column: 'inForce',
        expected: 10,
        actual: 9,
        message:
          '第二部分“行政规范性文件”行“现行有效件数”列填的是9，按上年现行有效8件、本年制发3件、本年废止1件推算应为10；如有自行失效或者尚未施行的文件，请说明。',
      },
    ])
    expect(inForce({ 'rules.inForce': 3 })).toMatchObject([{ row: 'rules', expected: 2, actual: 3 }])
    expect(inForce({ 'rules.inForce': 1 }, last, { rules: 1 })).toEqual([])
    expect(inForce({ 'rules.inForce': 1 }, last, { normativeDocuments: 1 })).toHaveLength(2)
  })

  test('without last year’s figure only fewer than were issued and not repealed is impossible', () => {
    expect(inForceFindings(aSoundReport({ proactive: issued }), format, undefined, undefined)).toMatchObject([
      {
        expected: 2,
        actual: 0,
        message:
          '第二部分“行政规范性文件”行“现行有效件数”列填的是0，不应少于本年制发3件减去本年废止1件；如有自行失效或者尚未施行的文件，请说明。',
      },
    ])
    const unstated = { ...last, proactive: {} }
    expect(inForce({ ...issued, 'normativeDocuments.inForce': 2 }, unstated)).toEqual([])
    expect(inForce({ ...issued, 'normativeDocuments.inForce': 20 }, unstated)).toEqual([])
    expect(inForce({ ...issued, 'normativeDocuments.inForce': 1 }, unstated)).toHaveLength(1)
  })

  test.for(['inForce', 'issuedThisYear', 'repealedThisYear'])('a row without its %s proves nothing', (column) => {
    expect(inForce({ ...issued, 'normativeDocuments.inForce': 9, [`normativeDocuments.${column}`]: null })).toEqual([])
  })
  test('a figure below nought is told as such, and not twice', () => {
    expect(inForce({ 'normativeDocuments.inForce': -1 })).toEqual([])
    expect(inForce({ 'normativeDocuments.inForce': 0 })).toHaveLength(1)
  })

  test('suits after reconsideration presuppose one, this year or last', () => {
    const report = aSoundReport()
    setFigure(report, { table: 'remedies', row: 'suitAfterReview', column: 'total' }, 2)
    expect(suitsWithoutReview(report, last)).toEqual([
      {
        code: 'SUIT_WITHOUT_REVIEW',
        severity: 'note',
        row: 'suitAfterReview',
        column: 'total',
        actual: 2,
        message: '第四部分“复议后起诉”有2件，但本年度和上一年度的行政复议都是0件，请核对。',
      },
    ])
    expect(suitsWithoutReview(aSoundReport(), last)).toEqual([])
    expect(suitsWithoutReview(report, { ...last, remedies: {} })).toEqual([])
    expect(suitsWithoutReview(report, { ...last, remedies: { review: { total: 1 } } })).toEqual([])
    expect(suitsWithoutReview({ ...report, remedies: {} }, last)).toEqual([])
  })
})
