import { describe, expect, test } from 'vitest'
import { unreadOf } from '../finding.ts'
import { newDraft } from './draft.ts'
import { pageFromText } from './from-text.ts'
import { piecesOf } from './pieces.ts'
import { findRows } from './table-rows.ts'
import { html, reasonsOf, row, text } from './testing/small-pages.ts'

const requests = '三、收到和处理政府信息公开申请情况'
const usual = ['自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计']
const first = '一、本年新收政府信息公开申请数量'
const seven = [1, 2, 3, 4, 5, 6, 21]
const bars = (...cells: (string | number)[]) => `${cells.join(' | ')} |`

describe('a header that the form does not know, in flattened text', () => {
  const read = (headers: readonly string[]) => text(requests, bars(...headers), bars(first, ...seven))
  test.for<[string, string[]]>([
    ['stands in the place of a column', usual.with(3, '外国企业')],
    ['stands in the place of the first column', usual.with(0, '申请者')],
    ['stands in the place of a column, beside a remark', [...usual.with(3, '外国企业'), '备注']],
    ['is one of two in the place of one', usual.toSpliced(3, 1, '外国企业', '新闻媒体')],
    ['is one of two, and more headers are lost', ['自然人', '外国企业', '新闻媒体', '总计']],
  ])('%s: refused', ([, headers]) => {
    const reading = read(headers)
    expect(reading.report.requests).toEqual({})
    expect(reasonsOf(reading, 'requests')[0]).toContain('认不全')
  })
  test.for<[number, string]>([
    [0, '自某人'],
    [3, '社会组织'],
    [3, '社会公益团体'],
    [5, '其某'],
    [6, '某计'],
  ])('column %i printed as %s is that column misprinted', ([at, header]) => {
    expect(Object.values(read(usual.with(at, header)).report.requests.newReceived ?? {})).toEqual(seven)
  })
})

describe('a row that the form does not know, in a real table', () => {
  const other = '外国人提出的申请'
  const told = (reading: ReturnType<typeof html>) =>
    reading.findings.filter(({ code }) => code === 'EXTRA_ROW').map(({ actual }) => actual)
  test('is told before the first row that it knows', () => {
    const reading = html(requests, row('', ...usual), row(other, ...seven), row(first, ...seven))
    expect(told(reading)).toEqual([other])
    expect(Object.keys(reading.report.requests)).toEqual(['newReceived'])
  })
  test('before the first row that it knows may be one that lacks, which is not called the report’s fault', () => {
    const reading = html(
      '二、主动公开政府信息情况',
      row('信息内容', '本年处理决定数量'),
      row('许可和备案', 7),
      row('行政处罚', 8),
      row('行政强制', 9),
    )
    expect(told(reading)).toEqual(['许可和备案'])
    const missing = reading.findings.filter(({ code, row: id }) => code === 'MISSING_ROW' && id === 'licensing')
    expect(missing.map(({ about }) => about)).toEqual(['reading'])
  })
  test('is told before the first row where its first cell is blank', () => {
    const cells = ['', ...seven.slice(1)]
    expect(told(html(requests, row('', ...usual), row(other, ...cells), row(first, ...seven)))).toEqual([other])
  })
  test('is told behind the last row that it knows', () => {
    expect(told(html(requests, row('', ...usual), row(first, ...seven), row(other, ...seven)))).toEqual([other])
  })
  test.for<[string, string[]]>([
    ['lines above the headers', [row('填报单位代码', 320_829), row('', ...usual), row(first, ...seven)]],
    [
      'who filled it in, behind the last row',
      [row('', ...usual), row(first, ...seven), row('联系电话号码', 83_112_345)],
    ],
    ['numbers of the columns', [row('', ...usual), row('栏次', 1, 2, 3, 4, 5, 6, 7), row(first, ...seven)]],
    ['another table', [row('', ...usual), row(first, ...seven), '</table><p>附表</p><table>', row(other, ...seven)]],
  ])('%s: no row', ([, rows]) => {
    const reading = html(requests, ...rows)
    expect(told(reading)).toEqual([])
    expect(Object.values(reading.report.requests.newReceived ?? {})).toEqual(seven)
  })
})

describe('words added to a label make it another one, of which the row of the form may only be a part', () => {
  test('其中：属于国家秘密 is not the row 属于国家秘密', () => {
    const reading = html(
      requests,
      row('', ...usual),
      row('（一）予以公开', ...seven),
      row('其中：属于国家秘密', ...seven),
      row('2.其他法律行政法规禁止公开', ...seven),
    )
    expect(Object.keys(reading.report.requests)).toEqual(['granted', 'denied.prohibitedByLaw'])
    expect([...unreadOf(reading.findings)]).toContain('denied.stateSecret')
  })
  const among = '其中'
  const secret = '1.属于国家秘密'
  const banned = '2.其他法律行政法规禁止公开'
  const caption = '（三）不予公开'
  const granted = '（一）予以公开'
  const upright = (...words: string[]) => words.map((line) => `${line}  ${seven.join('  ')}`)
  test.for<[string, ReturnType<typeof html>]>([
    [
      'as a cell of its own in a real table',
      html(requests, row('', '', ...usual), row(granted, '', ...seven), row(among, secret, ...seven)),
    ],
    [
      'as a cell over several rows, which are all of its group',
      html(
        requests,
        row('', '', ...usual),
        row(granted, '', ...seven),
        `<tr><td rowspan="2">${among}</td><td>${secret}</td>${seven.map((cell) => `<td>${cell}</td>`).join('')}</tr>`,
        row(banned, ...seven),
      ),
    ],
    [
      'as a row without figures above',
      html(requests, row('', ...usual), row(granted, ...seven), row(`${among}：`), row(secret, ...seven)),
    ],
    [
      'as a cell of a flattened table',
      text(requests, bars(...usual), bars(granted, ...seven), bars(among, secret, ...seven)),
    ],
    [
      'as the end of the words before',
      text(requests, bars(...usual), bars(granted, ...seven), bars('予以公开的，其中', secret, ...seven)),
    ],
    [
      'on a line of its own',
      text(requests, bars(...usual), bars(granted, ...seven), `${among}：`, bars(secret, ...seven)),
    ],
    ['apart by a space', text(requests, bars(...usual), ...upright(granted, `其 中 ${secret}`))],
    [
      'set upright beside the rows',
      text(requests, bars(...usual), ...upright(granted, secret, `其  ${banned}`, '中  3.危及“三安全一稳定”')),
    ],
    [
      'in the row that stands under the caption, but not behind it',
      text(
        requests,
        bars(...usual),
        bars(granted, ...seven),
        bars(caption, secret, ...seven),
        bars(among, banned, ...seven),
      ),
    ],
  ])('其中 before a label, %s: the rows are not read', ([, reading]) => {
    expect(reading.report.requests.granted?.total).toBe(21)
    expect(Object.keys(reading.report.requests)).toEqual(['granted'])
    expect(reasonsOf(reading, 'denied.stateSecret')[0]).toContain(among)
  })
  test.for<[string, ReturnType<typeof html>]>([
    [
      'a real table',
      html(
        requests,
        row('', '', '', ...usual),
        row(granted, '', '', ...seven),
        `<tr><td rowspan="2">${caption}</td><td rowspan="2">${among}</td><td>${secret}</td>${seven.map((cell) => `<td>${cell}</td>`).join('')}</tr>`,
        row(banned, ...seven),
      ),
    ],
    [
      'flattened text',
      text(
        requests,
        bars(...usual),
        bars(granted, ...seven),
        bars(caption, among, secret, ...seven),
        bars(banned, ...seven),
      ),
    ],
  ])('right behind the caption of their own group 其中 says nothing new, in %s', ([, { report, findings }]) => {
    expect(Object.keys(report.requests)).toEqual(['granted', 'denied.stateSecret', 'denied.prohibitedByLaw'])
    expect(findings.filter(({ code }) => code === 'AMBIGUOUS_ROW')).toEqual([])
  })
  test('其中 before a row of section two: not read, and the rows beside it are', () => {
    const { report } = html(
      '二、主动公开政府信息情况',
      row('', '信息内容', '本年处理决定数量'),
      row('', '行政许可', 7),
      row(among, '行政处罚', 8),
      row('', '行政强制', 9),
    )
    expect(report.proactive).toMatchObject({ 'licensing.decisions': 7, 'compulsion.decisions': 9 })
    expect(report.proactive['penalty.decisions'] ?? null).toBeNull()
  })
  test('行政许可事项 is not the row 行政许可, nor 行政处罚事项 行政处罚', () => {
    const reading = html(
      '二、主动公开政府信息情况',
      row('信息内容', '本年处理决定数量'),
      row('行政许可', 7),
      row('行政处罚事项', 8),
      row('行政强制', 9),
    )
    expect(reading.report.proactive).toEqual({ 'licensing.decisions': 7, 'compulsion.decisions': 9 })
    expect([...unreadOf(reading.findings)]).toContain('penalty')
    const first = html('二、主动公开政府信息情况', row('信息内容', '本年处理决定数量'), row('行政许可事项', 7))
    expect(first.report.proactive).toEqual({})
  })
})

describe('a line of figures between the rows of a table, whose words no form knows', () => {
  const second = '二、上年结转政府信息公开申请数量'
  const rowsOf = (...lines: readonly string[]) => {
    const draft = newDraft()
    const { rows } = findRows(piecesOf(pageFromText(`${lines.join('\n')}\n`)), draft)
    const told = draft.findings.map(({ code, actual }) => (code === 'EXTRA_ROW' ? actual : code))
    return { told, hasStrangers: draft.hasStrangers, ids: rows.map(({ label }) => label.id) }
  }
  const between = (...lines: readonly string[]) => rowsOf(bars(first, ...seven), ...lines, bars(second, ...seven)).told
  const longest = '甲'.repeat(40)

  test.for<[string, string[], string[]]>([
    ['four letters', [bars('外国人数', 7)], ['外国人数']],
    ['forty letters', [bars(longest, 7)], [longest]],
    ['beside words on the line before', ['甲乙丙丁', bars('外国人数', 7)], ['外国人数']],
    ['as many as five', Array.from({ length: 6 }, () => bars('外国人数', 7)), Array(5).fill('外国人数')],
  ])('is told: %s', ([, lines, told]) => expect(between(...lines)).toEqual(told))
  test.for<[string, string[]]>([
    ['three letters', [bars('外国人', 7)]],
    ['more than forty letters', [bars(`${longest}甲`, 7)]],
    ['a blank before the figures', [bars('外国人数', ' ', 7)]],
    ['words wrapped over two lines', ['外国', bars('人数', 7)]],
  ])('is not: %s', ([, lines]) => expect(between(...lines)).toEqual([]))
  test('nor before the first row or behind the last', () => {
    const outside = rowsOf(bars('外国人数', 7), bars(first, ...seven), bars(second, ...seven), bars('外国人数', 7))
    expect(outside).toMatchObject({ told: [], hasStrangers: false })
    expect(rowsOf(bars('外国人数', 7)).told).toEqual([])
  })
  test('a row that is only like one of the form stands where it stands', () => {
    const lines = [first, '1.属于国象秘密', '四、结转下年度继续办理'].map((label) => bars(label, ...seven))
    expect(rowsOf(...lines)).toMatchObject({ told: [], ids: ['newReceived', 'denied.stateSecret', 'carriedForward'] })
  })
})
