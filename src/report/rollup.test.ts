import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDecimals, parseDecimal, printDecimal } from '../money/decimal.ts'
import { gatherFindings } from './finding-list.ts'
import { findingText } from './finding-text.ts'
import { rollUp } from './rollup.ts'
import { rollupText } from './rollup-text.ts'
import { aSoundReport, fillRow } from './testing/a-sound-report.ts'

const entry = (organ: string | null, changes: Parameters<typeof aSoundReport>[0] = {}) => {
  const report = aSoundReport({ organ, ...changes })
  return { file: `${organ}.json`, report }
}

describe('C6: a roll-up adds cell by cell', () => {
  test('counts as numbers and amounts as exact decimals', () => {
    const one = entry('甲局', { proactive: { 'administrativeFees.amountWan': '0.1', 'penalty.decisions': 3 } })
    const two = entry('乙局', { proactive: { 'administrativeFees.amountWan': '0.2', 'penalty.decisions': 4 } })
    fillRow(one.report, 'newReceived', 2)
    fillRow(one.report, 'granted', 2)
    fillRow(one.report, 'resultsTotal', 2)
    const { report, notStated, incomplete, disagreements, findings } = rollUp([one, two])
    expect(report).toMatchObject({
      format: '2021',
      year: 2024,
      proactive: { 'administrativeFees.amountWan': '0.3', 'penalty.decisions': 7 },
      requests: { granted: { naturalPerson: 2, total: 2 } },
    })
    expect({ notStated, incomplete, disagreements, findings }).toEqual({
      notStated: {},
      incomplete: [],
      disagreements: [],
      findings: [],
    })
  })

  test('a cell not stated is counted as such and never as 0', () => {
    const silent = entry('乙局')
    silent.report.proactive['penalty.decisions'] = null
    const alone = rollUp([silent])
    expect(alone.report?.proactive['penalty.decisions']).toBeNull()
    const both = rollUp([entry('甲局', { proactive: { 'penalty.decisions': 5 } }), silent])
    expect(both.report?.proactive['penalty.decisions']).toBe(5)
    expect(both.notStated).toEqual({ 'proactive/penalty/decisions': 1 })
    expect(rollupText(2, both)).toContain('第二部分“行政处罚”行“本年处理决定数量”列：5（1个机关未载明：乙局）')
  })

  test('a sum that lacks what was not read is not whole, and names the organ and the cells', () => {
    const unread = entry('乙局')
    unread.report.proactive['penalty.decisions'] = null
    for (const column of Object.keys(unread.report.requests.granted ?? {}))
      unread.report.requests.granted = { ...unread.report.requests.granted, [column]: null }
    const findings = (['penalty', 'granted'] as const).map(
      (row) => ({ code: 'AMBIGUOUS_ROW', severity: 'error', about: 'reading', row, message: '未读取。' }) as const,
    )
    const sum = rollUp([entry('甲局'), { ...unread, findings }])
    expect(sum.incomplete).toMatchObject([{ organ: '乙局', blank: [] }])
    expect(sum.incomplete[0]?.unread).toEqual(
      expect.arrayContaining(['proactive/penalty/decisions', 'requests/granted/total']),
    )
    const text = rollupText(2, sum)
    expect(text).toContain('行“本年处理决定数量”列：0（合计不完整，未能读出：乙局）')
    expect(text).toContain('以下1个报告有数字未能读出')
    expect(text).toContain('乙局（乙局.json）：第二部分“行政处罚”行“本年处理决定数量”列、')
    expect(text).not.toContain('均平衡')
  })

  test('a file of two organs is refused once, and nothing is said of its year', () => {
    const several = { code: 'SEVERAL_REPORTS', severity: 'error', about: 'reading', message: '两份。' } as const
    const { report, findings } = rollUp([entry('甲局'), { ...entry(null, { year: null }), findings: [several] }])
    expect([report, findings.map(({ code }) => code)]).toEqual([null, ['SEVERAL_REPORTS']])
  })

  test('the three rows of 其他处理 go into the single row of another report', () => {
    const single = entry('甲局', { format: 'mixed' })
    fillRow(single.report, 'other', 1)
    const three = entry('乙局')
    fillRow(three.report, 'other.feeUnpaid', 2)
    fillRow(three.report, 'other.otherMisc', 3)
    expect(rollUp([single, three]).report).toMatchObject({ format: 'mixed', requests: { other: { naturalPerson: 6 } } })
  })

  test('who disagrees with its own arithmetic is named', () => {
    const wrong = entry('甲局')
    wrong.report.remedies.review = { upheld: 1, corrected: 0, otherResult: 0, pending: 0, total: 0 }
    const sum = rollUp([wrong, entry('乙局')])
    expect(sum.disagreements).toMatchObject([{ organ: '甲局', findings: [{ code: 'REMEDY_TOTAL' }] }])
    expect(rollupText(2, sum)).toContain('以下1个报告自身数据有误')
  })

  test('an organ twice and several years are refused', () => {
    const twice = rollUp([entry('甲局'), entry('甲局')])
    expect(twice.report).toBeNull()
    expect(twice.findings).toMatchObject([{ code: 'DUPLICATE_REPORT', severity: 'error' }])
    const years = rollUp([entry('甲局'), entry('乙局', { year: 2023 })])
    expect(years.findings.map(({ message }) => message)).toEqual([
      '报告分属2023、2024年度，只能汇总同一年度的报告，请分开汇总。',
    ])
  })
})

test('decimals add exactly', () => {
  const cents = fc.integer({ min: -1e9, max: 1e9 })
  const decimal = (value: number) => parseDecimal((value / 100).toFixed(2)) ?? { digits: 0n, scale: 0 }
  fc.assert(
    fc.property(cents, cents, (left, right) => {
      expect(addDecimals(decimal(left), decimal(right))).toEqual({ digits: BigInt(left + right), scale: 2 })
    }),
  )
  expect(
    ['7730.280', '12', '-0.5', '0.00'].map((text) => printDecimal(parseDecimal(text) ?? { digits: 9n, scale: 0 })),
  ).toEqual(['7730.28', '12', '-0.5', '0'])
  expect(['1e3', '', '1.2.3', '约3'].map(parseDecimal)).toEqual([undefined, undefined, undefined, undefined])
})

describe('findings for people', () => {
  const error = {
    code: 'BALANCE',
    severity: 'error',
    about: 'report',
    row: 'resultsTotal',
    column: 'total',
    actual: 1,
    message: '不平衡。',
  } as const
  const note = { code: 'FEE_STATEMENT_MISSING', severity: 'note', about: 'report', message: '写在别处。' } as const
  const mixed = { code: 'MIXED_FORMAT', severity: 'error', about: 'report', message: '混用。' } as const

  test('errors come first, and a fault seen by reader and checks is told once', () => {
    expect(gatherFindings([note, mixed], [{ ...mixed, message: '又说一遍。' }, error])).toEqual([mixed, error, note])
  })
  test('the head, the groups and the counts', () => {
    expect(findingText('a.txt', { organ: null, year: 2024, format: 'mixed' }, [error, note])).toBe(
      '文件：a.txt\n机关：未载明　年度：2024　格式：新旧格式混用\n错误：\n  1. 不平衡。\n说明：\n  1. 写在别处。\n共发现：错误1处，说明1处',
    )
    expect(findingText('a.txt', { organ: '甲局', year: null, format: null }, [])).toContain('未发现问题')
  })
})
