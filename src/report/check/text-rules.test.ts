import { describe, expect, test } from 'vitest'
import { declaredFormat } from '../declared-format.ts'
import type { AnnualReport, SectionKey } from '../report.ts'
import { aSection, aSoundReport, saying } from '../testing/a-sound-report.ts'
import { feeAmountFindings } from './fee-amount.ts'
import { missingFeeStatement } from './fee-statement.ts'
import { missingOverviewParts } from './overview.ts'
import { paragraphsOf, plainText, reportText, withoutTitles } from './plain-text.ts'
import { repeatedProblems, sentencesOf } from './repeated.ts'
import { templateResidue } from './template-residue.ts'
import { yearFindings } from './year.ts'

const withSection = (id: SectionKey, ...paragraphs: string[]): AnnualReport => {
  const report = aSoundReport()
  return { ...report, sections: report.sections.map((old) => (old.id === id ? aSection(id, ...paragraphs) : old)) }
}

describe('text as the checks compare it', () => {
  test('without spaces, in half-width signs and simplified characters', () => {
    expect(plainText('平 臺（網站）　沒有，２１ 件')).toBe('平台(网站)没有,21件')
  })
  test('without what stands in titles and numbers of documents', () => {
    expect(withoutTitles('按《2023年要点》和国办函〔2019〕60号、[2020]7号办理3件')).toBe(
      '按《》和国办函60号、7号办理3件',
    )
    expect(withoutTitles(`〔${'一'.repeat(21)}〕`)).toHaveLength(23)
    expect(withoutTitles(`《${'一'.repeat(201)}》`)).toHaveLength(203)
  })
  test('paragraphs that hold only spaces are none; a section that is not there has none', () => {
    expect(paragraphsOf(withSection('problems', ' ', '一 二', ''), 'problems')).toEqual(['一二'])
    expect(paragraphsOf({ ...aSoundReport(), sections: [] }, 'problems')).toEqual([])
  })
  test('all sections together, a paragraph a line', () => {
    const sections = [aSection('intro', '甲 一', '乙'), aSection('problems', '丙')]
    expect(reportText({ ...aSoundReport(), sections })).toBe('甲一\n乙\n丙')
  })
})

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
  ])('nor is it stated by: %s', (text) => expect(found('无。', text)).toEqual(missing))
  test('since the reports for 2021, by their year or else their form', () => {
    expect(found('无。', '', { year: 2021 })).toEqual(missing)
    expect(found('无。', '', { year: 2020 })).toEqual([])
    expect(found('无。', '', { year: null })).toEqual(missing)
    expect(found('无。', '', { year: null, format: '2019' })).toEqual([])
    expect(found('无。', '', { sections: [aSection('overview', '无。')] })).toEqual([])
  })
})

describe('fees are in 万元', () => {
  const found = (printed: string | null, text: string, id: SectionKey = 'overview', organ: string | null = null) => {
    const report = withSection(id, text)
    const proactive = { ...report.proactive, 'administrativeFees.amountWan': printed }
    return feeAmountFindings({ ...report, proactive, organ }, declaredFormat(report))
  }
  const where = '第二部分“行政事业性收费”行“本年收费金额（单位：万元）”列'
  test('the figure of the text in 元 is a unit mistaken', () => {
    expect(found('2510.50', '行政事业性收费总金额2510.5元。')).toEqual([
      {
        code: 'UNIT_SUSPECT',
        severity: 'warning',
        row: 'administrativeFees',
        column: 'amountWan',
        actual: '2510.50',
        message: `${where}填的是2510.50，正文写的是2510.5元；表中单位是万元，请换算后填写。`,
      },
    ])
  })
  test('another amount is told with both', () => {
    expect(found('12', '行政事业性收费共计3800万元。')).toEqual([
      {
        code: 'NARRATIVE_MISMATCH',
        severity: 'warning',
        row: 'administrativeFees',
        column: 'amountWan',
        expected: '12',
        actual: '3800万元',
        message: `正文“行政事业性收费共计3800万元”与${where}的12万元不一致，请核对。`,
      },
    ])
  })
  test.for<[string, string, SectionKey]>([
    ['0', '行政事业性收费300万元。', 'proactive'],
    ['12', '行政事业性收费25100000元。', 'otherMatters'],
    ['12', '行政事业性收费为:25.5万元。', 'overview'],
    ['12', '行政事业性收费12万元。行政事业性收费总额为13.5万元。', 'overview'],
  ])('%s in the table, %s in the text', ([printed, text, id]) => {
    const [, second = ''] = text.split('。')
    const report = second === '' ? found(printed, text, id) : found(printed, second, id)
    expect(report.map(({ code }) => code)).toEqual(['NARRATIVE_MISMATCH'])
  })
  test('each paragraph is compared, not only the first', () => {
    const report = withSection('overview', '行政事业性收费12万元。', '加强收费管理。', '行政事业性收费13万元。')
    const proactive = { ...report.proactive, 'administrativeFees.amountWan': '12' }
    expect(feeAmountFindings({ ...report, proactive }, declaredFormat(report))).toMatchObject([{ actual: '13万元' }])
  })
  test.for<[string | null, string, SectionKey]>([
    ['0', '行政事业性收费6元。', 'overview'],
    ['12', '行政事业性收费12.00万元。', 'overview'],
    ['12.3456', '行政事业性收费123456元。', 'overview'],
    ['12.3456', '行政事业性收费12.3万元。', 'overview'],
    ['12', '《行政事业性收费13万元的通知》已公开。', 'overview'],
    ['12', '行政事业性收费13万元。', 'problems'],
    ['12', '行政事业性收费1234567890123万元。', 'overview'],
    ['12', '行政事业性收费13户。', 'overview'],
    [null, '行政事业性收费13万元。', 'overview'],
    ['-3', '行政事业性收费13万元。', 'overview'],
    ['不详', '行政事业性收费13万元。', 'overview'],
  ])('%s beside “%s” is no contradiction', ([printed, text, id]) => expect(found(printed, text, id)).toEqual([]))
  test('an amount beyond what the organ can collect was entered in 元', () => {
    expect(found('10001', '无。', 'overview', '示例镇人民政府')).toMatchObject([
      { code: 'UNIT_SUSPECT', actual: '10001', message: expect.stringContaining('填的是10001万元，乡镇、街道一年') },
    ])
    expect(found('10000', '无。', 'overview', '示例镇人民政府')).toEqual([])
    expect(found('10001', '无。')).toEqual([])
  })
})

describe('words of the template', () => {
  const residue = (text: string, id: SectionKey = 'overview') =>
    templateResidue(withSection(id, text)).map(({ actual, severity, row }) => [actual, severity, row])
  test.for<[string, string]>([
    ['请根据实际情况填写', '请根据实际情况填写'],
    ['根据实际填报', '根据实际填报'],
    ['结合本单位实际撰写', '结合本单位实际撰写'],
    ['请结合机关实际情况修改', '请结合机关实际情况修改'],
    ['【此处填写名称】', '【此处填写名称】'],
    ['（请写明）', '(请写明)'],
  ])('an instruction is an error: %s', ([text, actual]) => {
    expect(residue(text)).toEqual([[actual, 'error', 'overview']])
    expect(residue(text, 'problems')).toEqual([[actual, 'error', 'problems']])
  })
  test.for(['XX局', '某某单位', 'xxx年', '**条', '××××', '〇〇〇', '____'])(
    'a placeholder is a warning: %s',
    (text) => {
      expect(residue(`公布${text}。`)).toMatchObject([[expect.any(String), 'warning', 'overview']])
    },
  )
  test.for(['根据实际需要公开', `【此处${'略'.repeat(31)}】`, '此处填写', 'X光机', '__', '〇〇', '附件（已公开）'])(
    '%s is none',
    (text) => expect(residue(text)).toEqual([]),
  )
  test('is quoted with six characters on each side', () => {
    const [found] = templateResidue(withSection('overview', '一二三四五六七某某局一二三四五六七'))
    expect(found?.message).toBe('正文留有模板文字“二三四五六七某某局一二三四五六”，请改为本机关的实际内容。')
    expect(templateResidue(withSection('overview', '一某某局'))[0]?.message).toContain('“一某某局”')
  })
  test('the title is looked at too', () => {
    expect(templateResidue(aSoundReport({ title: 'XX局2024年报告' }))).toMatchObject([{ row: 'title', actual: 'XX局' }])
    expect(templateResidue(aSoundReport({ title: null }))).toEqual([])
  })
})

describe('C7: the words of last year in section five', () => {
  test('sentences are compared without what heads and numbers them', () => {
    const one = '公开目录还需进一步细化完善'
    const texts = [
      ...[one, `存在的主要问题：${one}`, `一是${one}`, `（一）${one}`, `1.${one}`, `二、${one}`, `问题: 十一、${one}`],
      ...[`${one}。`, `！${one}；`, `(3)${one}`, `12、${one}`],
    ]
    for (const text of texts) expect(sentencesOf([text]), text).toEqual([one])
    expect(sentencesOf(['甲'.repeat(9), `${'甲'.repeat(10)}；${one}`])).toEqual(['甲'.repeat(10), one])
    for (const text of [`第1.${one}`, `${one}第二十条:${one}`, `甲:${one}`]) expect(sentencesOf([text])).toEqual([text])
  })
  const problems = (...paragraphs: string[]) => withSection('problems', ...paragraphs)
  const found = (now: string[], before: string[], grounded?: string[]) =>
    repeatedProblems(problems(...now), problems(...before), grounded).map(({ severity, message }) => [
      severity,
      message,
    ])
  const section = '“五、存在的主要问题及改进情况”'
  const sentences = ['甲', '乙', '丙', '丁'].map((sign) => `${sign}${'公开还需细化完善'.repeat(2)}`)

  test('three are quoted, of more it is told how many', () => {
    expect(found([...sentences, '新的问题是更新不及时。'], sentences)).toEqual([
      [
        'note',
        `${section}中的${sentences
          .slice(0, 3)
          .map((text) => `“${text}”`)
          .join('、')}等4句与上一年度报告相同，请确认仍是本年度的情况。`,
      ],
    ])
    expect(found(['别的问题也还有不少需要改进。', ...sentences.slice(0, 3)], sentences)[0]?.[1]).toContain(
      `${sentences[2]}”与上一年度报告相同`,
    )
  })
  test('a sentence that is said twice is quoted once', () => {
    const [one = ''] = sentences
    expect(found([`${one}。${one}。另有新的问题没有解决。`], [one])[0]?.[1]).toBe(
      `${section}中的“${one}”与上一年度报告相同，请确认仍是本年度的情况。`,
    )
  })
  test('the whole section, figures and punctuation aside, is told as such from forty characters on', () => {
    const text = (length: number) => '更'.repeat(length)
    expect(found([`${text(20)}，3件${text(19)}。`], [`${text(20)}4件，${text(19)}；`])[0]?.[0]).toBe('warning')
    expect(found([`${text(19)}，3件${text(19)}。`], [`${text(19)}4件，${text(19)}；`])).toEqual([])
    expect(found([text(40)], [text(41)])).toEqual([])
  })
  test('what the year’s own records do not say is an error, before anything else', () => {
    expect(found(sentences, sentences, sentences.slice(1))).toEqual([
      [
        'error',
        `${section}中的“${sentences[0]}”与上一年度报告相同，本年度的台账和平台记录反映的不是这些，请按本年度的情况改写。`,
      ],
    ])
    expect(found(sentences, sentences, sentences)[0]?.[0]).toBe('warning')
    expect(repeatedProblems(problems(...sentences), problems(...sentences))[0]).toMatchObject({
      code: 'REPEATED_TEXT',
      row: 'problems',
    })
  })
})
