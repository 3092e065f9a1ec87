import { describe, expect, test } from 'vitest'
import type { AnnualReport } from '../report.ts'
import { aSection, aSoundReport, fillRow, saying, withSection } from '../testing/a-sound-report.ts'
import { checkReport } from './check-report.ts'
import { rulesPowerOf } from './rules-power.ts'

const codes = (
  report: AnnualReport,
  ...context: Parameters<typeof checkReport> extends [unknown, ...infer Rest] ? Rest : never
) => checkReport(report, ...context).map(({ code, severity }) => `${code} ${severity}`)

test('a report without fault has no finding', () => expect(checkReport(aSoundReport())).toEqual([]))

test('a report of figures only is judged by its figures only', () => {
  expect(checkReport(aSoundReport({ sections: [], title: null }))).toEqual([])
})

describe('art. 50: the unified format of the year', () => {
  test.for([
    [{ format: 'mixed' }, ['MIXED_FORMAT error']],
    [{ format: '2019' }, ['OUTDATED_FORMAT error']],
    [{ format: '2019', year: null }, []],
    [
      { sections: [aSection('intro', '报告。')], proactive: {}, requests: {}, remedies: {} },
      ['MISSING_SECTION error', 'MISSING_SECTION error', 'MISSING_SECTION error'],
    ],
  ] as [Partial<AnnualReport>, string[]][])('%j', ([changes, expected]) =>
    expect(codes(aSoundReport(changes))).toEqual(expected),
  )
})

describe('C5: 规章 belong to organs that may make them', () => {
  test.for([
    ['国家市场监督管理总局', 'has'],
    ['教育部', 'has'],
    ['海关总署', 'has'],
    ['示例省人民政府', 'has'],
    ['上海市人民政府办公厅', 'has'],
    ['示例自治州人民政府', 'has'],
    ['示例市人民政府', 'unknown'],
    ['示例县人民政府', 'hasNot'],
    ['示例市城北区人民政府办公室', 'hasNot'],
    ['示例市档案局', 'hasNot'],
    ['示例省教育厅', 'hasNot'],
    ['国家税务总局示例市税务局', 'hasNot'],
    ['示例镇人民政府', 'hasNot'],
    ['示例市城北区和平街道办事处', 'hasNot'],
    ['市场监督管理局', 'probablyNot'],
    ['某海关关区', 'unknown'],
  ] as const)('%s: %s', ([organ, power]) => expect(rulesPowerOf(organ)).toBe(power))

  const report = aSoundReport({ proactive: { 'rules.inForce': 6 } })
  test('a bureau with 规章 is an error', () => expect(codes(report)).toEqual(['RULES_POWER error']))
  test('what the organ’s record says decides', () => expect(codes(report, { canMakeRules: true })).toEqual([]))
  test('an unnamed township speaks of 我镇', () => {
    expect(codes(saying({ ...report, organ: null }, '我镇加强公开。'))).toEqual(['RULES_POWER error'])
  })
})

describe('what must follow from last year', () => {
  const last = aSoundReport({ year: 2023, title: null, sections: [], proactive: { 'normativeDocuments.inForce': 8 } })
  fillRow(last, 'newReceived', 3, 1)
  fillRow(last, 'carriedForward', 3, 1)

  test('X1: 上年结转 in every column', () => {
    const report = aSoundReport({ proactive: { 'normativeDocuments.inForce': 8 } })
    fillRow(report, 'carriedOver', 1, 3)
    fillRow(report, 'carriedForward', 1, 3)
    expect(checkReport(report, { previous: last })).toMatchObject([
      { code: 'CARRY_OVER', column: 'naturalPerson', expected: 3, actual: 1 },
      { code: 'CARRY_OVER', column: 'enterprise', expected: 1, actual: 3 },
    ])
  })

  test('C1: 现行有效 = last year + 制发 − 废止 − lapsed', () => {
    const report = aSoundReport({
      proactive: { 'normativeDocuments.issuedThisYear': 2, 'normativeDocuments.inForce': 9 },
    })
    fillRow(report, 'carriedOver', 3, 1)
    fillRow(report, 'carriedForward', 3, 1)
    expect(checkReport(report, { previous: last })).toMatchObject([{ code: 'IN_FORCE', expected: 10, actual: 9 }])
    expect(checkReport(report, { previous: last, lapsed: { normativeDocuments: 1 } })).toEqual([])
  })

  test('without last year only the impossible is reported', () => {
    expect(codes(aSoundReport({ proactive: { 'normativeDocuments.issuedThisYear': 2 } }))).toEqual(['IN_FORCE warning'])
  })

  test('a report of another year than the year before is not compared', () => {
    expect(codes(aSoundReport(), { previous: { ...last, year: 2022 } })).toEqual(['YEAR_MISMATCH error'])
  })

  test('C7: section five may not repeat last year’s', () => {
    const text =
      '一是公开的主动性不强，二是更新不够及时，三是队伍专业化水平有待提高，下一步将加强培训，完善制度，落实责任。'
    const previous = { ...withSection('problems', text), year: 2023 }
    expect(codes(withSection('problems', text), { previous })).toEqual(['REPEATED_TEXT warning'])
  })
})

describe('section one covers five parts', () => {
  test('依申请公开 is missing', () => {
    const report = withSection(
      'overview',
      '（一）组织领导。',
      '（二）信息公开。',
      '（三）信息管理。',
      '（四）平台建设。',
      '（五）监督保障。',
    )
    expect(checkReport(report)).toMatchObject([{ code: 'OVERVIEW_PART_MISSING', expected: '依申请公开' }])
  })
  test('a text that breaks off inside section one is not judged', () => {
    const report = { ...aSoundReport(), sections: [aSection('overview', '主动公开政府信息12条。')] }
    expect(codes(report)).not.toContain('OVERVIEW_PART_MISSING warning')
  })
})

describe('section six states the fee', () => {
  test.for([
    ['无其他需要报告的事项。', ['FEE_STATEMENT_MISSING warning']],
    ['无。行政事业性收费按标准执行。', ['FEE_STATEMENT_MISSING warning']],
    ['2024年度，本局未收取信息处理费。', []],
    ['未发生收费情况。', []],
  ] as const)('%s', ([text, expected]) => expect(codes(withSection('otherMatters', text))).toEqual(expected))

  test('stated in section one it is only in the wrong place', () => {
    const report = saying(withSection('otherMatters', '无。'), '未收取政府信息公开费用。')
    expect(codes(report)).toEqual(['FEE_STATEMENT_MISSING note'])
  })
})

describe('C8: years', () => {
  test.for([
    ['title', '示例市档案局2023年政府信息公开工作年度报告'],
    ['intro', '本报告所列数据的统计期限自2023年1月1日起至2023年12月31日止。'],
    ['intro', '统计期限为2024年1月1日至2023年12月31日。'],
    ['intro', '现公布示例市档案局2023年政府信息公开工作年度报告。'],
    ['narrative', '2023年，我局加强组织领导，公开力度加大。'],
  ])('%s: %s', ([row, text = '']) => {
    const report =
      row === 'title'
        ? { ...aSoundReport(), title: text }
        : row === 'intro'
          ? withSection('intro', text)
          : saying(aSoundReport(), text)
    expect(checkReport(report)).toMatchObject([{ code: 'YEAR_MISMATCH' }])
  })

  test.for([
    '印发《2025年政务公开工作计划》。',
    '较2023年增长12%。',
    '2023年以来，我局坚持公开。',
    '2023年，我局改版网站；2024年，继续完善。',
    '按照国办公开办函〔2019〕60号要求办理。',
    '2025年，我局将进一步加强公开。',
    '门户网站2019年6月上线。',
    '按时发布2023年度政府信息公开工作年度报告。',
  ])('%s is a lawful mention of another year', (text) => expect(codes(saying(aSoundReport(), text))).toEqual([]))

  test.for([
    '本报告根据《关于做好2023年政府信息公开工作年度报告编制工作的通知》编制。',
    '统计期限自2024 年 1 月 1 日至 12 月 31 日。',
    '统计期限自20241月1日起至202412月31日止。',
  ])('%s', (text) => expect(codes(withSection('intro', text))).toEqual([]))
})

describe('words of the template', () => {
  test.for([
    ['请根据实际情况填写。', 'error'],
    ['请与示例县XX局办公室联系。', 'warning'],
    ['主动公开信息×××条。', 'warning'],
  ] as const)('%s', ([text, severity]) =>
    expect(codes(saying(aSoundReport(), text))).toEqual([`TEMPLATE_RESIDUE ${severity}`]),
  )
  test('an address is none', () =>
    expect(codes(saying(aSoundReport(), '网址http://www.example.cn/xxgk/index.html。'))).toEqual([]))
})

describe('fees are in 万元', () => {
  const report = aSoundReport({ proactive: { 'administrativeFees.amountWan': '2510' } })
  test.for([
    ['行政事业性收费2510元。', ['UNIT_SUSPECT warning']],
    ['行政事业性收费总金额3800万元。', ['NARRATIVE_MISMATCH warning']],
    ['行政事业性收费2510万元。', []],
    ['行政事业性收费25100000元。', []],
    ['行政事业性收费25万元。', []],
  ] as const)('%s', ([text, expected]) => expect(codes(saying(report, text))).toEqual(expected))
})
