import { describe, expect, test } from 'vitest'
import { plainDate } from '../../calendar/plain-date.ts'
import { stateOf } from '../../ledgers/years/state.ts'
import { declaredFormat } from '../declared-format.ts'
import { type AnnualReport, setFigure } from '../report.ts'
import { aSection, aSoundReport, fillRow, saying } from '../testing/a-sound-report.ts'
import { arithmeticFindings } from './arithmetic.ts'
import { checkReport } from './check-report.ts'
import { formFindings, missingSections } from './form.ts'
import { groundFindings } from './ground.ts'
import { carryOverFindings, inForceFindings, suitsWithoutReview } from './last-year.ts'
import { rulesPowerFindings, rulesPowerOf } from './rules-power.ts'
import { notCompared, whyNotCompared } from './why-not-compared.ts'

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
      ...['overview', 'proactive', 'requests', 'remedies', 'otherMatters'],
    ])
    expect(missing({ sections })[0]?.[1]).toBe('缺少“一、总体情况”，年度报告应有六个部分，请补上。')
    const figures = { requests: { granted: { total: 0 } }, remedies: { review: { total: null } } }
    expect(missing({ sections, ...figures }, 'overview').map(([row]) => row)).toEqual([
      ...['proactive', 'remedies', 'otherMatters'],
    ])
    expect(missing({ sections: [] })).toEqual([])
  })
})

describe('what keeps a report of the year in the house', () => {
  const ledger = (rows: number) =>
    stateOf({
      ...{ ledger: 'penalty', year: 2025, rows, enteredHere: rows, standing: null },
      ...{ keptSince: plainDate('2024-01-01'), imported: null, confirmation: null },
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

describe('who may make 规章', () => {
  test.for([
    ['北京市人民政府', 'has'],
    ['上海市政府', 'has'],
    ['新上海市人民政府', 'unknown'],
    ['示例省人民政府办公厅', 'has'],
    ['示例省政府', 'has'],
    ['示例自治区人民政府', 'has'],
    ['示例自治区政府办公厅', 'has'],
    ['示例省人民政府驻沪办事处', 'hasNot'],
    ['示例市政府办公厅', 'unknown'],
    ['示例市人民政府办公室', 'unknown'],
    ['示例市人民政府驻京办', 'hasNot'],
    ['甲市乙市人民政府', 'hasNot'],
    ['甲市乙市政府办公室', 'hasNot'],
    ['甲区市政府', 'unknown'],
    ['甲市乙市人民政府公报室', 'unknown'],
    ['示例旗政府', 'hasNot'],
    ['示例县政府办公室', 'hasNot'],
    ['示例苏木', 'hasNot'],
    ['和平街道办', 'hasNot'],
    ['示例镇人民政府办公室', 'hasNot'],
    ['示例镇联合社', 'unknown'],
    ['示例市档案局（示例市史志办）', 'hasNot'],
    ['国家税务总局（机关）', 'has'],
    [' 教育部 ', 'has'],
    ['中国气象局', 'has'],
    ['国务院国有资产监督管理委员会', 'has'],
    ['驻国务院办公室', 'probablyNot'],
    ['公安部门管理局', 'probablyNot'],
    ['市场发展中心', 'probablyNot'],
    ['中心医院', 'unknown'],
  ] as const)('%s: %s', ([organ, power]) => expect(rulesPowerOf(organ)).toBe(power))

  const withRules = (value: number | string, changes: Partial<AnnualReport> = {}) =>
    aSoundReport({ proactive: { 'rules.issuedThisYear': value, 'normativeDocuments.inForce': 1 }, ...changes })
  const found = (report: AnnualReport, canMakeRules?: boolean) =>
    rulesPowerFindings(report, declaredFormat(report), canMakeRules)

  test('each figure above nought is told with its cell and what it should be', () => {
    expect(found(withRules(1))).toEqual([
      {
        code: 'RULES_POWER',
        severity: 'error',
        row: 'rules',
        column: 'issuedThisYear',
        expected: 0,
        actual: 1,
        message:
          '第二部分“规章”行“本年制发件数”列填的是1，示例市档案局没有规章制定权，应为0；如系规范性文件，请填入规范性文件一行。',
      },
    ])
    expect(found(withRules(0))).toEqual([])
    expect(found(withRules('1'))).toEqual([])
  })
  test('the record of the organ decides, before its name', () => {
    expect(found(withRules(1, { organ: '教育部' }))).toEqual([])
    expect(found(withRules(1, { organ: '教育部' }), false)).toMatchObject([{ severity: 'error' }])
    expect(found(withRules(1), true)).toEqual([])
  })
  test.for([
    ['我局持续公开。', ['warning']],
    ['本局持续公开。', ['warning']],
    ['全县持续公开。', ['error']],
    ['本街道持续公开。', ['error']],
    ['持续公开。', []],
  ] as const)('an organ that is not named speaks of itself: %s', ([text, severities]) => {
    const report = saying(withRules(1, { organ: null }), text)
    expect(found(report).map(({ severity }) => severity)).toEqual(severities)
    for (const { message } of found(report)) expect(message).toContain('，本机关没有规章制定权')
  })
})
