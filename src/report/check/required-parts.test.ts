import { describe, expect, test } from 'vitest'
import type { AnnualReport, SectionKey } from '../report.ts'
import { aSection, aSoundReport, saying, withSection } from '../testing/a-sound-report.ts'
import { missingFeeStatement } from './fee-statement.ts'
import { missingOverviewParts } from './overview.ts'

describe('section one speaks of five things', () => {
  const said = {
    主动公开: '主动公开。',
    依申请公开: '办理申请。',
    政府信息管理: '审核。',
    政府信息公开平台建设: '网站。',
    监督保障: '培训。',
  } as const
  type Part = keyof typeof said
  const missing = (words: Partial<Record<Part, string>>, changes: Partial<AnnualReport> = {}) => {
    const report = withSection('overview', ...Object.values({ ...said, ...words }))
    return missingOverviewParts({ ...report, ...changes }).map(({ expected }) => expected)
  }
  test('all of them', () => expect(missing({})).toEqual([]))
  test.for(Object.keys(said) as Part[])('without %s it is told', (part) => {
    expect(missing({ [part]: '无。' })).toEqual([part])
  })
  test.for<[Part, string]>([
    ['主动公开', '公开各科室的有关工作信息。'],
    ['主动公开', '发布全县的各类工作动态和有关方面的信息。'],
    ['依申请公开', '公开有关申请。'],
    ['依申请公开', '申请有关公开。'],
    ['依申请公开', '答复了群众提出的各种各样的关于本局工作的申请。'],
    ['政府信息管理', '信息的日常管理。'],
    ['政府信息管理', '管理各类信息。'],
  ])('%s may be worded: %s', ([part, text]) => expect(missing({ [part]: text })).toEqual([]))
  test.for<[Part, string]>([
    ['主动公开', `公开${'各'.repeat(13)}信息。`],
    ['主动公开', `发布${'各'.repeat(21)}信息。`],
    ['依申请公开', `公开${'各'.repeat(7)}申请。`],
    ['依申请公开', `申请${'各'.repeat(7)}公开。`],
    ['依申请公开', `答复${'各'.repeat(31)}申请。`],
    ['政府信息管理', `信息${'各'.repeat(7)}管理。`],
    ['政府信息管理', `管理${'各'.repeat(7)}信息。`],
  ])('%s is not spoken of far apart: %s', ([part, text]) => expect(missing({ [part]: text })).toEqual([part]))
  test('is asked of reports for 2021 and later, by their year or else their form', () => {
    const none = { 监督保障: '无。' }
    expect(missing(none, { year: 2021 })).toHaveLength(1)
    expect(missing(none, { year: 2020 })).toEqual([])
    expect(missing(none, { year: null })).toHaveLength(1)
    expect(missing(none, { year: null, format: '2019' })).toEqual([])
  })
  test('what is told names the part and where', () => {
    expect(missingOverviewParts(withSection('overview', '主动公开。办理申请。审核。网站。'))).toMatchObject([
      { code: 'OVERVIEW_PART_MISSING', severity: 'warning', row: 'overview', expected: '监督保障', actual: null },
    ])
    expect(missingOverviewParts(withSection('overview'))).toEqual([])
  })
  test('where no later section is there, the text may break off inside section one', () => {
    const overview = aSection('overview', '主动公开。')
    const having = (...ids: SectionKey[]) =>
      missingOverviewParts({ ...aSoundReport(), sections: [overview, ...ids.map((id) => aSection(id))] }).length
    expect(having()).toBe(0)
    expect(having('intro')).toBe(0)
    for (const id of ['proactive', 'requests', 'remedies', 'problems', 'otherMatters'] as const)
      expect(having(id)).toBe(4)
  })
})

describe('section six states the fee for handling requests', () => {
  const found = (section: string, overview = '', changes: Partial<AnnualReport> = {}) =>
    missingFeeStatement({ ...saying(withSection('otherMatters', section), overview), ...changes }).map(
      ({ severity, row, code }) => `${code} ${row} ${severity}`,
    )
  const missing = ['FEE_STATEMENT_MISSING otherMatters warning']
  test.for(['收取信息处理费0元。', '未收费。', '未收取任何款项。', '未产生费用。'])('%s', (text) =>
    expect(found(text)).toEqual([]),
  )
  test.for([
    '行政事业性收费、涉企收费已清理。',
    '整治乱收费。',
    '公布收费标准、收费目录、收费项目、收费清单。',
    '三公经费已公开。',
  ])('other charges say nothing of it: %s', (text) => expect(found(text)).toEqual(missing))
  test.for([
    '未收取信息处理费。',
    '办理信息公开未发生收费。',
    '答复申请未产生任何费用。',
    '收取政府信息公开的费0元。',
    '收取办理申请所需的费0元。',
  ])('stated elsewhere it is only in the wrong place: %s', (text) => {
    expect(found('无。', text)).toEqual(['FEE_STATEMENT_MISSING otherMatters note'])
  })
  test.for([
    `答复申请${'各'.repeat(21)}收费。`,
    `收取${'各'.repeat(21)}申请费。`,
    `收取申请${'各'.repeat(11)}费。`,
    '公开信息公开收费标准。',
    '收取群众申请“三公”经费信息的意见。',
    '收取群众申请三公经费信息的意见。',
  ])('nor is it stated by: %s', (text) => expect(found('无。', text)).toEqual(missing))
  test('since the reports for 2021, by their year or else their form', () => {
    expect(found('无。', '', { year: 2021 })).toEqual(missing)
    expect(found('无。', '', { year: 2020 })).toEqual([])
    expect(found('无。', '', { year: null })).toEqual(missing)
    expect(found('无。', '', { year: null, format: '2019' })).toEqual([])
    expect(found('无。', '', { sections: [aSection('overview', '无。')] })).toEqual([])
  })
})
