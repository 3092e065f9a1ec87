import { describe, expect, test } from 'vitest'
import { plainDate } from '../../days/plain-date.ts'
import { stateOf } from '../../ledgers/years/state.ts'
import { declaredFormat } from '../declared-format.ts'
import type { AnnualReport } from '../report.ts'
import { aSection, aSoundReport } from '../testing/a-sound-report.ts'
import { checkReport } from './check-report.ts'
import { formFindings, missingSections } from './form.ts'
import { groundFindings } from './ground.ts'
import { notCompared, whyNotCompared } from './why-not-compared.ts'

describe('the form of the year', () => {
  test('an old form is told with both notices', () => {
    expect(formFindings(aSoundReport({ format: '2019' }))).toEqual([
      {
        code: 'OUTDATED_FORMAT',
        severity: 'error',
        expected: '2021',
        actual: '2019',
        message: '2024年度的报告用了国办公开办函〔2019〕60号的格式，应使用国办公开办函〔2021〕30号的格式。',
      },
    ])
    expect(formFindings(aSoundReport({ format: 'mixed' }))).toMatchObject([
      { code: 'MIXED_FORMAT', severity: 'error', row: 'other' },
    ])
  })
  test.for<Partial<AnnualReport>>([
    { format: '2019', year: 2020 },
    { format: '2021', year: 2021 },
    { format: '2021', year: 2018 },
    { format: '2021', year: null },
    { format: null },
  ])('%j is no fault of form', (changes) => expect(formFindings(aSoundReport(changes))).toEqual([]))

  test('each of the six parts must be there; its figures, or a part that could not be read, stand for it', () => {
    const missing = (changes: Partial<AnnualReport>, ...unread: string[]) => {
      const empty = { ...aSoundReport(), proactive: {}, requests: {}, remedies: {}, ...changes }
      return missingSections(empty, declaredFormat(empty), new Set(unread)).map(({ row, message }) => [row, message])
    }
    const sections = [aSection('intro', '报告。'), aSection('problems')]
    expect(missing({ sections }).map(([row]) => row)).toEqual([
      'overview',
      'proactive',
      'requests',
      'remedies',
      'otherMatters',
    ])
    expect(missing({ sections })[0]?.[1]).toBe('缺少“一、总体情况”，年度报告应有六个部分，请补上。')
    const figures = { requests: { granted: { total: 0 } }, remedies: { review: { total: null } } }
    expect(missing({ sections, ...figures }, 'overview').map(([row]) => row)).toEqual([
      'proactive',
      'remedies',
      'otherMatters',
    ])
    expect(missing({ sections: [] })).toEqual([])
  })
})

describe('what keeps a report of the year in the house', () => {
  const ledger = (rows: number) =>
    stateOf({
      ledger: 'penalty',
      year: 2025,
      rows,
      enteredHere: rows,
      enteredInTime: rows,
      standing: null,
      keptSince: plainDate('2024-01-01'),
      imports: [],
      confirmation: null,
    })
  test('the year must be over', () => {
    expect(groundFindings(2025, plainDate('2025-12-31'), [])).toEqual([
      {
        code: 'YEAR_NOT_OVER',
        severity: 'error',
        about: 'report',
        message: '年度尚未结束：今天是2025-12-31，2025年度的数据只统计到今天，报告要到2026年才能公布。',
      },
    ])
    expect(groundFindings(2025, plainDate('2026-01-01'), [])).toEqual([])
  })
  test('of every ledger something must be known', () => {
    const found = groundFindings(2025, plainDate('2026-01-01'), [ledger(2), ledger(0)])
    expect(found).toMatchObject([{ code: 'LEDGER_NOT_KEPT', severity: 'error', about: 'report', row: 'penalty' }])
    expect(found[0]?.message).toMatch(/^“行政处罚”台账2025年没有登记.+。$/)
  })
})

describe('with which report this one is compared', () => {
  const of = (organ: string | null, year: number | null) => aSoundReport({ organ, year })
  test.for<[string, AnnualReport, AnnualReport, string | undefined]>([
    ['the year before of the same organ', of('示例市统计局', 2023), of('示例市统计局', 2024), undefined],
    ['the short name of the same organ', of('统计局', 2023), of('示例市统计局', 2024), undefined],
    ['the long name of the same organ', of('示例市统计局', 2023), of('统计局', 2024), undefined],
    ['the same name, spaced out', of('示例市 统计局', 2023), of('示例市统计局', 2024), undefined],
    ['another organ', of('示例市教育局', 2023), of('示例市统计局', 2024), 'OTHER_ORGAN'],
    ['a name within the name', of('示例市统计局', 2023), of('示例市统计局调查队', 2024), 'OTHER_ORGAN'],
    ['an organ that is not named', of(null, 2023), of('示例市统计局', 2024), undefined],
    ['this one not named', of('示例市统计局', 2023), of(null, 2024), undefined],
    ['the same year', of('示例市统计局', 2024), of('示例市统计局', 2024), 'YEAR_MISMATCH'],
    ['a year that is not known', of('示例市统计局', null), of('示例市统计局', 2024), undefined],
    ['this year not known', of('示例市统计局', 2024), of('示例市统计局', null), undefined],
  ])('%s', ([, previous, report, code]) => {
    const why = whyNotCompared(previous, report)
    expect(why?.code).toBe(code)
    if (why) expect(checkReport(report, { previous })).toContainEqual(why)
  })
  test('what is not compared is told about the reading, with both sides', () => {
    expect(whyNotCompared(of('示例市统计局', 2022), of('示例市统计局', 2024))).toEqual({
      code: 'YEAR_MISMATCH',
      severity: 'error',
      about: 'reading',
      expected: 2023,
      actual: 2022,
      message: '用来比对的上一年度报告是2022年的，应提供2023年的报告；本次未与上年比对。',
    })
    expect(whyNotCompared(of('甲县统计局', 2023), of('乙县统计局', 2024))).toMatchObject({
      severity: 'warning',
      about: 'reading',
      expected: '乙县统计局',
      actual: '甲县统计局',
    })
  })
  test('silence is not agreement', () => {
    expect(notCompared(of(null, 2023), { year: 2024 })).toEqual([])
    expect(notCompared(undefined, { year: 2024 })).toMatchObject([
      { code: 'NOT_COMPARED', severity: 'note', about: 'reading' },
    ])
    expect(notCompared(undefined, { year: 2024 })[0]?.message).toContain('没有2023年度的报告')
    expect(notCompared(undefined, { year: null })[0]?.message).toContain('没有上一年度的报告')
  })
})
