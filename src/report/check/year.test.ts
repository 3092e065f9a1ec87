import { describe, expect, test } from 'vitest'
import type { SectionKey } from '../report.ts'
import { aSoundReport, withSection } from '../testing/a-sound-report.ts'
import { yearFindings } from './year.ts'

describe('C8: the year of title and opening', () => {
  test('another year in the title is told with both', () => {
    expect(yearFindings(aSoundReport({ title: '示例市档案局2023年度政府信息公开年报' }))).toEqual([
      {
        code: 'YEAR_MISMATCH',
        severity: 'error',
        row: 'title',
        expected: 2024,
        actual: 2023,
        message: '标题写的是2023年的报告，与报告年度2024年不一致，请核对。',
      },
    ])
  })
  test.for([
    '2023年政务信息公开工作年度报告',
    '2023年信息公开报告',
    '2023年示例市某某管理局某某办公室政府信息公开年度报告',
  ])('a title: %s', (title) => expect(yearFindings(aSoundReport({ title }))).toHaveLength(1))
  test.for([
    '2023年，政府信息公开工作年度报告',
    '2023年示例市某某管理局某某某某某某某某办公室政府信息公开年度报告',
    '2023政府信息公开工作年度报告',
    '2024年政府信息公开工作年度报告（附2025年计划）',
  ])('no title of another year: %s', (title) => expect(yearFindings(aSoundReport({ title }))).toEqual([]))
  test('a report without title or year is not judged by them', () => {
    expect(yearFindings(aSoundReport({ title: null }))).toEqual([])
    expect(yearFindings(aSoundReport({ year: null, title: '2023年政府信息公开年度报告' }))).toEqual([])
  })
  test('one opening is told once, and what it cites not at all', () => {
    const text = '现公布2023年政府信息公开年度报告和2022年政府信息公开年度报告。'
    expect(yearFindings(withSection('intro', text))).toMatchObject([{ row: 'intro', actual: 2023 }])
    expect(yearFindings(withSection('intro', '按照《2023年政府信息公开年度报告》编写。'))).toEqual([])
    const own = '现公布2024年政府信息公开年度报告和2022年政府信息公开年度报告。'
    expect(yearFindings(withSection('intro', own))).toMatchObject([{ row: 'intro', actual: 2022 }])
  })
})

describe('C8: the period of the statistics', () => {
  const period = (id: SectionKey, text: string) =>
    yearFindings(withSection(id, text)).map(({ row, actual, severity }) => [row, actual, severity])
  test.for<[string, number]>([
    ['统计期限自2023年1月1日起至12月31日止。', 2023],
    ['统计期限自2023年1月1日至12月31日。', 2023],
    ['统计期限自20231月1日起至2023年12月31日止。', 2023],
    ['所列数据自2024年1月1日到2025年12月31日。', 2025],
    ['所列数据自2024年1月1到2025年12月31日。', 2025],
    ['统计期限为2023年1月1日（含当日）至本年度2024年12月31日。', 2023],
    ['时限：2023年1月1日-2023年12月31日。', 2023],
  ])('%s', ([text, actual]) => {
    expect(period('intro', text)).toEqual([['intro', actual, 'error']])
    expect(period('overview', text)).toEqual([['overview', actual, 'error']])
  })
  test.for([
    '统计期限自2024年1月1日起至12月31日止。',
    '2023年1月1日至2023年12月31日，共公开信息3条。',
    '统计期限见下；2023年1月1日至2023年12月31日共公开3条。',
    '统计期限自2023年1月1日零时零分起算起至2023年12月31日止。',
    '统计期限自2023年1月1日起至上一年度2023年12月31日止。',
    '统计期限自2023年1月1日。至2023年12月31日。',
  ])('%s is no wrong period', (text) => expect(period('intro', text)).toEqual([]))
  test('is quoted with what it should be', () => {
    expect(yearFindings(withSection('intro', '统计期限自2023年1月1日至2023年12月31日。'))[0]).toMatchObject({
      expected: 2024,
      message: '统计期限写的是“2023年1月1日至2023年12月31日”，应为2024年1月1日至2024年12月31日。',
    })
  })
})

describe('C8: what was left over from another year', () => {
  const leftovers = (id: SectionKey, text: string) => yearFindings(withSection(id, text))
  test('is told with its beginning', () => {
    expect(leftovers('otherMatters', '2023年，我局未收取信息处理费。')).toEqual([
      {
        code: 'YEAR_MISMATCH',
        severity: 'warning',
        row: 'otherMatters',
        expected: 2024,
        actual: 2023,
        message: '“2023年,我局未收取信息处理费……”写的是2023年的情况，报告年度是2024年，请核对。',
      },
    ])
    const long = `2023年，我局${'公开'.repeat(20)}。`
    expect(leftovers('overview', long)[0]?.message).toContain(`“2023年,我局${'公开'.repeat(8)}……”`)
  })
  test.for<[string, number]>([
    ['（一）主动公开情况：2023年，我局加强公开。', 2023],
    ['2023年度我局加强公开。', 2023],
    ['2023年全县加强公开。', 2023],
    ['2023年：加强公开。', 2023],
    ['加强公开；2023年本局加强公开。', 2023],
    ['按《2024年要点》办理。2023年，我局加强公开。', 2023],
    ['2025年，我局改版了网站。', 2025],
  ])('%s', ([text, actual]) => {
    for (const id of ['overview', 'requests', 'remedies', 'otherMatters'] as const)
      expect(leftovers(id, text)).toMatchObject([{ row: id, actual }])
    expect(leftovers('problems', text)).toEqual([])
  })
  test.for([
    '截至2023年，我局加强公开。',
    '2023年政府加强公开。',
    '2022年，我局加强公开。',
    '2026年，我局改版了网站。',
    '2023年，我局加强公开，2024年继续。',
    '2023年，受理数增长一成。',
    '2025年，受理数比上年增长。',
    '2025年，我局将改版网站。',
    '（一）主动公开各类政府信息的有关情况如下所述：2023年，我局加强公开。',
  ])('%s is none', (text) => expect(leftovers('overview', text)).toEqual([]))
})
