import { describe, expect, test } from 'vitest'
import { unreadOf } from '../finding.ts'
import { pageFromHtml } from './from-html.ts'
import { readPage } from './read-page.ts'
import { html, order, reasonsOf, row, text } from './testing/small-pages.ts'

describe('section two', () => {
  const proactive = '二、主动公开政府信息情况'
  const headers = ['本年制发件数', '本年废止件数', '现行有效件数']
  const figures = { 'rules.issuedThisYear': 1, 'rules.repealedThisYear': 2, 'rules.inForce': 3 }

  test.for([
    ['the usual order', order(0, 1, 2)],
    ['from behind', order(2, 1, 0)],
  ] as const)('each figure stands under its header: %s', ([, put]) => {
    const cells = put([1, 2, 3])
    expect(html(proactive, row('信息内容', ...put(headers)), row('规章', ...cells)).report.proactive).toEqual(figures)
    const flat = text(proactive, `信息内容 | ${put(headers).join(' | ')} |`, `规章 | ${cells.join(' | ')} |`)
    expect(flat.report.proactive).toEqual(figures)
  })
  test('headers that contradict each other are refused', () => {
    const reading = text(proactive, '信息内容 | 本年废止件数 | 本年制发件数 |', '规章 | 1 | 2 | 3 |')
    expect(reading.report.proactive).toEqual({})
    expect(reasonsOf(reading, 'rules')[0]).toContain('次序互相矛盾')
    expect(
      html(proactive, row('信息内容', headers[0] ?? '', headers[0] ?? '', headers[2] ?? ''), row('规章', 1, 2, 3))
        .report.proactive,
    ).toEqual({})
  })
  test('without headers nobody can say which form it is', () => {
    const reading = text(proactive, '规章 | 1 | 2 | 3 |')
    expect(reading.report.proactive).toEqual({})
    expect(reasonsOf(reading, 'rules')[0]).toContain('分不清是哪一种格式')
  })
  test('another number of figures than headers is refused', () => {
    const reading = text(proactive, `信息内容 | ${headers.join(' | ')} |`, '规章 | 1 | 2 |')
    expect(reading.report.proactive).toEqual({})
    expect(reasonsOf(reading, 'rules')[0]).toContain('与表头不符')
  })
  test('a row that stands there twice with other figures is not read', () => {
    const rows = [row('规章', 1, 2, 3), row('规章', 1, 2, 4)]
    const reading = html(proactive, row('信息内容', ...headers), ...rows)
    expect(Object.values(reading.report.proactive).every((value) => value === null)).toBe(true)
    expect([...unreadOf(reading.findings)]).toContain('rules')
    expect(
      html(proactive, row('信息内容', ...headers), ...rows.slice(0, 1), ...rows.slice(0, 1)).report.proactive,
    ).toEqual(figures)
  })
  test.for<[string, string, string | null]>([
    ['本年收费金额（单位：万元）', '12.50', '12.5'],
    ['本年收费金额（单位：元）', '12500', '1.25'],
    ['本年收费金额（元）', '12500', null],
    ['本年收费金额', '12.5', '12.5'],
    ['本年收费金额（单位：亿元）', '1', null],
  ])('the unit is the header’s: %s', ([header, printed, amount]) => {
    const { report } = text(proactive, `信息内容 | ${header} |`, `行政事业性收费 | ${printed} |`)
    if (header === '本年收费金额（元）') expect(report.proactive['administrativeFees.amountWan']).not.toBe('12500')
    else expect(report.proactive['administrativeFees.amountWan'] ?? null).toBe(amount)
  })
})

describe('section four', () => {
  const remedies = '四、政府信息公开行政复议、行政诉讼情况'
  const results = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计']
  const keys = ['upheld', 'corrected', 'otherResult', 'pending', 'total']
  const blocks = ['review', 'suitDirect', 'suitAfterReview'] as const
  const fives = [
    [1, 2, 3, 4, 10],
    [5, 0, 0, 1, 6],
    [0, 7, 0, 0, 7],
  ] as const
  const truth = Object.fromEntries(
    blocks.map((block, at) => [block, Object.fromEntries(keys.map((key, index) => [key, fives[at]?.[index]]))]),
  )
  const head = (names: readonly string[]) => [
    '<tr><td colspan="5" rowspan="2">行政复议</td><td colspan="10">行政诉讼</td></tr>',
    '<tr><td colspan="5">未经复议直接起诉</td><td colspan="5">复议后起诉</td></tr>',
    row(...names, ...names, ...names),
  ]
  const flat = (names: readonly string[]) => [
    '行政复议 | 行政诉讼 |',
    `${names.join(' | ')} | 未经复议直接起诉 | 复议后起诉 |`,
    `${names.join(' | ')} | ${names.join(' | ')} |`,
  ]

  test.for([
    ['the usual order', order(0, 1, 2, 3, 4)],
    ['the total first', order(4, 0, 1, 2, 3)],
    ['two exchanged', order(1, 0, 2, 3, 4)],
  ] as const)('the results stand under their headers: %s', ([, put]) => {
    const figures = fives.flatMap((five) => put(five))
    expect(html(remedies, ...head(put(results)), row(...figures)).report.remedies).toEqual(truth)
    expect(text(remedies, ...flat(put(results)), `${figures.join(' | ')} |`).report.remedies).toEqual(truth)
  })
  test('the captions exchanged: each five goes under its own', () => {
    const captions = ['复议后起诉', '行政复议', '未经复议直接起诉']
      .map((name) => `<td colspan="5">${name}</td>`)
      .join('')
    const figures = [fives[2], fives[0], fives[1]].flat()
    const { report } = html(remedies, `<tr>${captions}</tr>`, row(...results, ...results, ...results), row(...figures))
    expect(report.remedies).toEqual(truth)
  })
  test.for(['撤诉结案', '结果维持'])('a header that the form does not know, or one twice: refused (%s)', (other) => {
    const line = `${fives.flat().join(' | ')} |`
    expect(text(remedies, ...flat(results), line).report.remedies).toEqual(truth)
    expect(text(remedies, ...flat(results.with(1, other)), line).report.remedies).toEqual({})
  })
  test('fewer headers, and the totals stand elsewhere: refused', () => {
    const figures = fives.flatMap((five) => order(4, 0, 1, 2, 3)(five))
    const short = ['行政复议 | 行政诉讼 |', '未经复议直接起诉 | 复议后起诉 |']
    expect(text(remedies, ...short, `${fives.flat().join(' | ')} |`).report.remedies).toEqual(truth)
    const reading = text(remedies, ...short, `${figures.join(' | ')} |`)
    expect(reading.report.remedies).toEqual({})
    expect(reasonsOf(reading, 'remedies')[0]).toContain('错了列')
  })
  test('two versions with other figures: the one under this year, else none', () => {
    const zeros = Array<number>(15).fill(0)
    const named = (one: string, other: string, ...versions: readonly (readonly number[])[]) => {
      const tables = versions.map((cells) => `<table>${[...head(results), row(...cells)].join('')}</table>`)
      const title = '<p>示例市统计局2024年政府信息公开工作年度报告</p><p>一、总体情况</p>'
      const body = `<p>${remedies}</p><p>${one}</p>${tables[0]}<p>${other}</p>${tables[1]}<p>五、存在的主要问题及改进情况</p>`
      return readPage(pageFromHtml(title + body)).report.remedies
    }
    const mine = fives.flat()
    expect(named('2023年', '2024年', zeros, mine)).toEqual(truth)
    expect(named('2024年', '2023年', mine, zeros)).toEqual(truth)
    expect(named('2022年', '2023年', mine, zeros)).toEqual({})
    expect(named('', '', mine, zeros)).toEqual({})
    expect(named('', '', mine, mine)).toEqual(truth)
    expect(named('2022年', '2023年', mine, mine)).toEqual({})
  })
})

describe('section four, five cells under each caption', () => {
  const remedies = '四、政府信息公开行政复议、行政诉讼情况'
  const results = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计']
  const put = order(4, 0, 1, 2, 3)
  const fives = [
    ['行政复议', [1, 2, 3, 4, 10]],
    ['未经复议直接起诉', [5, 0, 0, 1, 6]],
    ['复议后起诉', [0, 7, 0, 0, 7]],
  ] as const
  const review = { upheld: 1, corrected: 2, otherResult: 3, pending: 4, total: 10 }
  const tables = (names: readonly string[], cells: (five: readonly number[]) => readonly number[]) =>
    fives.map(([caption, five]) => `<p>${caption}</p><table>${row(...names)}${row(...cells(five))}</table>`)
  const read = (parts: readonly string[]) =>
    readPage(pageFromHtml(`<p>${remedies}</p>${parts.join('')}<p>五、存在的主要问题及改进情况</p>`))

  test.for([
    ['in the usual order', results, (five: readonly number[]) => five],
    ['the total first', put(results), put],
  ] as const)('%s', ([, names, cells]) => {
    const { report } = read(tables(names, cells))
    expect(report.remedies.review).toEqual(review)
    expect(report.remedies.suitAfterReview).toMatchObject({ corrected: 7, total: 7 })
    const lines = fives.flatMap(([caption, five]) => [
      caption,
      `${names.join(' | ')} |`,
      `${cells(five).join(' | ')} |`,
    ])
    expect(text(remedies, ...lines).report.remedies).toEqual(report.remedies)
  })
  test('one of them twice, or with a cell too few: that one is not read', () => {
    const parts = tables(results, (five) => five)
    const twice = read([...parts, `<table>${row(...results)}${row(1, 1, 1, 1, 4)}</table>`])
    expect(twice.report.remedies.suitAfterReview).toBeUndefined()
    expect(reasonsOf(twice, 'suitAfterReview')).toHaveLength(1)
    const short = read(parts.with(1, parts[1]?.replace('<td>6</td>', '') ?? ''))
    expect(short.report.remedies.suitDirect).toBeUndefined()
    expect(reasonsOf(short, 'suitDirect')).toHaveLength(1)
  })
  test('headers that name a result twice tell nothing', () => {
    expect(read(tables(results.with(1, '结果维持'), (five) => five)).report.remedies).toEqual({})
  })
  test('without any figures nothing is read, and it is told', () => {
    const reading = text(remedies, '行政复议 | 行政诉讼 |', `${results.join(' | ')} |`)
    expect(reading.report.remedies).toEqual({})
    expect([...unreadOf(reading.findings)]).toContain('remedies')
  })
  test('fifteen of which one is no number for certain', () => {
    const captions = ['行政复议 | 行政诉讼 |', '未经复议直接起诉 | 复议后起诉 |']
    const reading = text(remedies, ...captions, `1x ${Array(15).fill(0).join(' ')}`)
    expect(reading.report.remedies).toEqual({})
    expect(reasonsOf(reading, 'review')[0]).toContain('不能确定')
  })
})
