import { describe, expect, test } from 'vitest'
import { pageFromHtml } from './from-html.ts'
import { pageFromText } from './from-text.ts'
import { readPage } from './read-page.ts'

const read = (text: string) => readPage(pageFromText(text))
const sevenOf = (text: string, row: string) => Object.values(read(text).report.requests[row] ?? {})
const codes = (text: string) => read(text).findings.map(({ code, row }) => `${code} ${row ?? ''}`.trim())

describe('rows are known by the path of labels', () => {
  test.for([
    { what: 'a label with characters left out', label: '2.其他法律行政止公开', row: 'denied.prohibitedByLaw' },
    { what: 'a label cut off', label: '2.没有现成信息需', row: 'unableToProvide.needsCreation' },
    { what: 'a label in Traditional characters', label: '1.屬于國家秘密', row: 'denied.stateSecret' },
    { what: 'a label with pinyin', label: '2.重(chóng)复申请', row: 'notProcessed.repeat' },
    { what: 'a label broken over lines', label: '4.无正当理由大\n量反复\n申请', row: 'notProcessed.massiveRepeated' },
    {
      what: 'the carried-forward row, whose ordinal is that of section four',
      label: '四、结转下年度继续办理',
      row: 'carriedForward',
    },
    { what: 'full-width ordinal and spaces', label: '８． 属于行政查询　事项', row: 'denied.administrativeInquiry' },
  ])('$what', ({ label, row }) => {
    const text = `三、收到和处理政府信息公开申请情况\n一、本年新收政府信息公开申请数量\n1\n2\n3\n4\n5\n6\n21\n${label}\n7\n0\n0\n0\n0\n0\n7\n五、存在的主要问题及改进情况\n无。\n`
    const expected = { newReceived: [1, 2, 3, 4, 5, 6, 21], [row]: [7, 0, 0, 0, 0, 0, 7] }
    const { requests } = read(text).report
    expect(Object.fromEntries(Object.entries(requests).map(([id, cells]) => [id, Object.values(cells)]))).toEqual(
      expected,
    )
  })

  test('其他 is the third row under 其他处理, not a column and not a guess', () => {
    const rows =
      '（六）其他处理 | 1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请 | 1 | 0 | 0 | 0 | 0 | 0 | 1 |\n2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请 | 2 | 0 | 0 | 0 | 0 | 0 | 2 |\n3.其他 | 3 | 0 | 0 | 0 | 0 | 0 | 3 |\n'
    const text = `三、收到和处理政府信息公开申请情况\n商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 |\n${rows}（七）总计 | 6 | 0 | 0 | 0 | 0 | 0 | 6 |\n`
    expect(sevenOf(text, 'other.otherMisc')).toEqual([3, 0, 0, 0, 0, 0, 3])
    expect(sevenOf(text, 'resultsTotal')).toEqual([6, 0, 0, 0, 0, 0, 6])
  })

  test('an ordinal alone decides nothing', () => {
    const text =
      '三、收到和处理政府信息公开申请情况\n一、本年新收政府信息公开申请数量\n1\n0\n0\n0\n0\n0\n1\n（一）某某事项数\n5\n0\n0\n0\n0\n0\n5\n四、结转下年度继续办理\n0\n0\n0\n0\n0\n0\n0\n'
    expect(Object.keys(read(text).report.requests)).toEqual(['newReceived', 'carriedForward'])
    expect(codes(text)).toContain('EXTRA_ROW')
  })

  test('labels and figures torn apart are not read where no sum proves their order', () => {
    const text =
      '三、收到和处理政府信息公开申请情况\n一、本年新收政府信息公开申请数量\n二、上年结转政府信息公开申请数量\n1 2 3 4 5 6 21\n0 0 0 1 0 0 1\n'
    expect(read(text).report.requests).toEqual({})
    expect(read(text).findings.filter(({ row }) => row === 'carriedOver')).toMatchObject([
      { severity: 'error', about: 'reading' },
    ])
  })
})

describe('section two', () => {
  const block = (text: string) => read(`二、主动公开政府信息情况\n${text}\n三、收到和处理政府信息公开申请情况\n`)

  test('changes against last year are signed in many ways', () => {
    const { report } = block(
      '信息内容 | 上一年项目数量 | 本年增/减 | 处理决定数量 |\n行政许可 | 16 | +3 | 780 |\n其他对外管理服务事项 | +22 | 减4 | 889 |\n行政处罚 | 253 | --253 | 0 |\n行政强制 | 3 | －3 | 0 |',
    )
    expect(report.proactive).toMatchObject({
      'licensing.itemsDelta': 3,
      'otherServices.itemsLastYear': 22,
      'otherServices.itemsDelta': -4,
      'penalty.itemsDelta': -253,
      'compulsion.itemsDelta': -3,
    })
  })

  test('a purchase stands as printed, an amount is in 万元 whatever its unit', () => {
    expect(block('政府集中采购 | 9 | 103.3879万元 |').report.proactive['procurement.amountPrinted']).toBe(
      '103.3879万元',
    )
    const { report, findings } = block('信息内容 | 本年收费金额（单位：元） |\n行政事业性收费 | 12500 |')
    expect(report.proactive['administrativeFees.amountWan']).toBe('1.25')
    expect(findings.map(({ code }) => code)).toContain('UNIT_SUSPECT')
    expect(
      block('本年收费金额（单位：万元）\n行政事业性收费\n007730.2800\n').report.proactive[
        'administrativeFees.amountWan'
      ],
    ).toBe('7730.28')
  })

  test('2019 and 2021 blocks in one table are a mixture', () => {
    const { report, findings } = block(
      '本年制发件数 | 本年废止件数 | 现行有效件数 |\n规章 | 0 | 0 | 0 |\n上一年项目数量 | 本年增/减 | 处理决定数量 |\n行政许可 | 1 | 0 | 2 |',
    )
    expect(report.format).toBe('mixed')
    expect(findings.map(({ code }) => code)).toContain('MIXED_FORMAT')
    expect(report.proactive).toMatchObject({ 'rules.inForce': 0, 'licensing.decisions': 2 })
  })

  test('what is no number is said, not guessed', () => {
    const { report, findings } = block('本年制发件数 | 本年废止件数 | 现行有效件数 |\n行政规范性文件 | 若干 | 0 | 3 |')
    expect(report.proactive['normativeDocuments.issuedThisYear']).toBeNull()
    expect(report.proactive['normativeDocuments.inForce']).toBe(3)
    expect(findings).toContainEqual(
      expect.objectContaining({
        code: 'NOT_A_NUMBER',
        row: 'normativeDocuments',
        column: 'issuedThisYear',
        actual: '若干',
      }),
    )
  })

  test('labels quoted in a sentence are no rows', () => {
    const { report } = block(
      '2022年，我局无行政许可、行政处罚，行政强制 3\n信息内容 | 本年处理决定数量 |\n行政许可 | 0 |\n行政处罚 | 5 |\n行政强制 | 0 |',
    )
    expect(report.proactive).toEqual({ 'licensing.decisions': 0, 'penalty.decisions': 5, 'compulsion.decisions': 0 })
  })
})

describe('section four', () => {
  const header =
    '四、政府信息公开行政复议、行政诉讼情况\n行政复议 | 行政诉讼 |\n结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 未经复议直接起诉 | 复议后起诉 |\n'
  test('fifteen figures, blanks staying blank', () => {
    const { remedies } = read(
      `${header}5 |  |  | 2 | 7 | 8 |  |  | 1 | 9 |  |  |  |  |  |\n五、存在的主要问题及改进情况\n`,
    ).report
    expect(remedies.review).toEqual({ upheld: 5, corrected: null, otherResult: null, pending: 2, total: 7 })
    expect(remedies.suitAfterReview?.total).toBeNull()
  })
  test('fourteen are refused', () => {
    const { report, findings } = read(`${header}${'0 | '.repeat(14)}\n五、存在的主要问题及改进情况\n`)
    expect(report.remedies).toEqual({})
    expect(findings.filter(({ code }) => code === 'AMBIGUOUS_ROW').map(({ row }) => row)).toEqual([
      'review',
      'suitDirect',
      'suitAfterReview',
    ])
  })
})

describe('what stands around the tables', () => {
  const text = [
    '首页 > 年报',
    '示例市某区园林局',
    '2023 年政府信息公开工作年度报告',
    '   本报告由示例市某区园林局根据《中华人民共和国政府信息公开条例》编制，统计期限自 2023 年',
    '1 月 1 日起至 2023 年 12 月 31 日止。如有疑问，请与示例市某区园林局联系（地址：园林大道九',
    '号，电话：0000-1234567）。',
    '   一、总体情况',
    '   （一）主动公开政府信息情况',
    '   2023 年，我局通过政府网站和政务新媒体主动公开各类政府信息，全年共公开政府信息共计 11',
    '36 条，其中动态 21 条。我局还通过公报、宣传栏和新闻发布会等渠道，及时公开重点领域的信息，全年',
    '编发公报十二期，召开新闻发布会三场，在政务服务大厅设立宣传栏二处，公众可以随时查阅，不断扩大',
    '公开的范围。',
    '   二、主动公开政府信息情况',
    '   行政许可            3',
    '                                                   -1-',
    '   六、其他需要报告的事项',
    '   本年度收取信息处理费 0 元。',
    '',
  ].join('\n')

  test('title over two lines, organ, year', () => {
    expect(read(text).report).toMatchObject({
      title: '示例市某区园林局2023年政府信息公开工作年度报告',
      organ: '示例市某区园林局',
      year: 2023,
    })
  })

  test('paragraphs are joined where the line was full, page numbers and tables are left out', () => {
    const sections = read(text).report.sections
    expect(sections.map(({ id }) => id)).toEqual(['intro', 'overview', 'proactive', 'otherMatters'])
    expect(sections[1]?.paragraphs.join('\n')).toContain('全年共公开政府信息共计1136条，其中动态21条。')
    expect(sections[2]?.paragraphs).toEqual([])
    expect(sections[3]?.paragraphs).toEqual(['本年度收取信息处理费0元。'])
  })

  test('我局 names no organ', () => {
    expect(read('一、总体情况\n2024年，我局认真贯彻落实条例。\n').report).toMatchObject({ organ: null, year: 2024 })
  })

  test('one finding for each missing part, not one for each missing row', () => {
    expect(codes('一、总体情况\n2024年，我局认真贯彻落实条例。\n')).toEqual([
      'MISSING_SECTION proactive',
      'MISSING_SECTION requests',
      'MISSING_SECTION remedies',
      'MISSING_SECTION problems',
      'MISSING_SECTION otherMatters',
    ])
  })

  test('script and hidden parts of a web page are no text', () => {
    const page = pageFromHtml(
      '<script>一、总体情况</script><div style="display:none">五、存在的主要问题及改进情况</div><p>六、其他需要报告的事项</p>',
    )
    expect(page.lines.map(({ cells }) => cells)).toEqual([['六、其他需要报告的事项']])
  })
})
