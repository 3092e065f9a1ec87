import { describe, expect, test } from 'vitest'
import { html, order, reasonsOf, row, text } from './testing/small-pages.ts'

const requests = '三、收到和处理政府信息公开申请情况'
const usual = ['自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计']
const ids = ['naturalPerson', 'enterprise', 'researchInstitution', 'publicInterestOrg', 'legalServiceOrg', 'otherOrg']
const columns = [...ids, 'total']
const first = '一、本年新收政府信息公开申请数量'
const second = '二、上年结转政府信息公开申请数量'
const seven = [1, 2, 3, 4, 5, 6, 21]
const cellsOf = (figures: readonly number[]) => Object.fromEntries(columns.map((id, index) => [id, figures[index]]))

describe('section three in a real table', () => {
  const table = (headers: readonly string[], ...rows: string[]) => html(requests, row('', ...headers), ...rows)

  test.for([
    ['the usual order', order(0, 1, 2, 3, 4, 5, 6)],
    ['the total first', order(6, 0, 1, 2, 3, 4, 5)],
    ['from behind', order(6, 5, 4, 3, 2, 1, 0)],
    ['two exchanged', order(0, 2, 1, 3, 4, 5, 6)],
  ] as const)('each figure stands under its header: %s', ([, put]) => {
    const { report } = table(put(usual), row(first, ...put(seven)), row(second, ...put([0, 0, 0, 0, 0, 0, 0])))
    expect(report.requests).toEqual({ newReceived: cellsOf(seven), carriedOver: cellsOf([0, 0, 0, 0, 0, 0, 0]) })
  })

  test('headers lost are taken in the usual order where the others stand in it', () => {
    const lost = (at: number, by = '') => usual.map((header, index) => (index === at ? by : header))
    for (const by of ['', '列4', '社会组织', '社会公益团体'])
      expect(table(lost(3, by), row(first, ...seven)).report.requests).toEqual({ newReceived: cellsOf(seven) })
    for (const by of ['同比', '外国企业单位', '商业企业'])
      expect(table(lost(3, by), row(first, ...seven)).report.requests).toEqual({})
  })
  test('headers lost and others in another order: refused', () => {
    const put = order(0, 2, 1, 3, 4, 5, 6)
    const headers = put(usual).map((header, index) => (index === 5 ? '' : header))
    const reading = table(headers, row(first, ...put(seven)))
    expect(reading.report.requests).toEqual({})
    expect(reasonsOf(reading, 'requests')[0]).toContain('表头的七列认不全')
  })
  test('headers lost, and another number of columns filled: refused', () => {
    expect(
      table([...usual.slice(0, 3), '', ...usual.slice(4)], row(first, 1, 2, 3, '', 5, 6, 17)).report.requests,
    ).toEqual({})
  })
  test('a header printed again decides for the rows under it', () => {
    const put = order(6, 0, 1, 2, 3, 4, 5)
    const { report } = table(usual, row(first, ...seven), row('', ...put(usual)), row(second, ...put(seven)))
    expect(report.requests).toEqual({ newReceived: cellsOf(seven), carriedOver: cellsOf(seven) })
  })
  test('two lines of headers: the lower one decides', () => {
    const top =
      '<tr><td rowspan="2"></td><td rowspan="2">自然人</td><td colspan="5">法人或其他组织</td><td rowspan="2">总计</td></tr>'
    const { report } = html(requests, top, row(...usual.slice(1, 6)), row(first, ...seven))
    expect(report.requests).toEqual({ newReceived: cellsOf(seven) })
  })

  test('headers and cells set to different widths: one under another in their order', () => {
    const wide = `<tr><td></td>${usual.map((header) => `<td colspan="2">${header}</td>`).join('')}</tr>`
    expect(html(requests, wide, row(first, ...seven)).report.requests).toEqual({ newReceived: cellsOf(seven) })
    const put = order(6, 0, 1, 2, 3, 4, 5)
    const turned = `<tr><td></td>${put(usual)
      .map((header) => `<td colspan="2">${header}</td>`)
      .join('')}</tr>`
    expect(html(requests, turned, row(first, ...put(seven))).report.requests).toEqual({ newReceived: cellsOf(seven) })
    for (const cells of [seven.slice(1), [...seven, 9]]) {
      const reading = html(requests, wide, row(first, ...cells), row(second, ...seven))
      expect(reading.report.requests).toEqual({ carriedOver: cellsOf(seven) })
      expect(reasonsOf(reading, 'newReceived')).toEqual([expect.stringContaining('与表头对不上')])
    }
    const more = wide.replace('</tr>', '<td>备注</td></tr>')
    expect(html(requests, more, row(first, ...seven)).report.requests).toEqual({})
  })
  test('a figure beside the columns belongs to its own header, or nobody can say to which', () => {
    const beside = (header: string) => table([...usual, header], row(first, ...seven, 9)).report.requests
    expect(beside('同比增减')).toEqual({ newReceived: cellsOf(seven) })
    expect(beside('')).toEqual({})
    expect(table(usual, row(first, ...seven, 9)).report.requests).toEqual({})
    const serial = html(requests, row('序号', '', ...usual), row(1, first, ...seven))
    expect(serial.report.requests).toEqual({ newReceived: cellsOf(seven) })
  })
  test('blank cells stay blank; a row of blanks says nothing', () => {
    const { report } = table(usual, row(first, 1, '', '', '', '', '', 1), row(second, '', '', '', '', '', '', ''))
    expect(report.requests).toEqual({
      newReceived: { ...Object.fromEntries(columns.map((id) => [id, null])), naturalPerson: 1, total: 1 },
    })
  })
  test.for<[string, (string | number)[], string]>([
    ['a cell too few', [1, 2, 3, 4, 5, 6], '与表头对不上'],
    ['a cell too many', [1, 2, 3, 4, 5, 6, 21, 9], '与表头对不上'],
    ['moved up by one', [1, 0, 0, 0, 0, 1, ''], '错开了一格'],
  ])('%s: the row is not read, the others are', ([, cells, reason]) => {
    const reading = table(usual, row(first, ...cells), row(second, ...seven))
    expect(reading.report.requests).toEqual({ carriedOver: cellsOf(seven) })
    expect(reasonsOf(reading, 'newReceived')).toEqual([expect.stringContaining(reason)])
  })
  test('a total that is blank beside other sums has not moved', () => {
    const { report } = table(usual, row(first, 1, 0, 0, 0, 0, 2, ''), row(second, 0, 0, 0, 0, 0, 0, ''))
    expect(report.requests.newReceived).toMatchObject({ otherOrg: 2, total: null })
    expect(report.requests.carriedOver).toMatchObject({ otherOrg: 0, total: null })
  })
  test('a row that stands there twice is read where both say the same', () => {
    expect(table(usual, row(first, ...seven), row(first, ...seven)).report.requests).toEqual({
      newReceived: cellsOf(seven),
    })
    const reading = table(usual, row(first, ...seven), row(first, 0, 0, 0, 0, 0, 0, 0), row(second, ...seven))
    expect(reading.report.requests).toEqual({ carriedOver: cellsOf(seven) })
    expect(reasonsOf(reading, 'newReceived')).toEqual([expect.stringContaining('两次')])
  })
  test('where several rows stand there twice it is another version of the table, and no row is certain', () => {
    const others = ['四、结转下年度继续办理', '（一）予以公开', first]
    const rows = (...figures: number[]) => others.map((label) => row(label, ...figures))
    const reading = table(usual, ...rows(...seven), ...rows(0, 0, 0, 0, 0, 0, 0), row(second, ...seven))
    expect(reading.report.requests).toEqual({})
  })
  test('a row that the form does not know is not counted, and told', () => {
    const { report, findings } = table(
      usual,
      row(first, ...seven),
      row('外国人的申请', ...seven),
      row(second, ...seven),
    )
    expect(Object.keys(report.requests)).toEqual(['newReceived', 'carriedOver'])
    expect(findings.filter(({ code }) => code === 'EXTRA_ROW')).toMatchObject([
      { severity: 'note', about: 'reading', actual: '外国人的申请' },
    ])
  })
  test.for<[string, string]>([
    ['1.属于国象秘密', 'denied.stateSecret'],
    ['2.没有现成信息需', 'unableToProvide.needsCreation'],
    ['结转下年度继绩办理', 'carriedForward'],
  ])('a label that is like one only is that one: %s', ([label, id]) => {
    expect(Object.keys(table(usual, row(first, ...seven), row(label, ...seven)).report.requests)).toEqual([
      'newReceived',
      id,
    ])
  })
})

describe('section three in flattened text', () => {
  const bars = (...cells: (string | number)[]) => `${cells.join(' | ')} |`
  const table = (headers: readonly string[], ...lines: string[]) => text(requests, bars(...headers), ...lines)

  test.for([
    ['the usual order', order(0, 1, 2, 3, 4, 5, 6)],
    ['two exchanged', order(0, 2, 1, 3, 4, 5, 6)],
  ] as const)('the headers tell the order: %s', ([, put]) => {
    const { report } = table(put(usual), bars(first, ...put(seven)), bars(second, ...put(seven)))
    expect(report.requests).toEqual({ newReceived: cellsOf(seven), carriedOver: cellsOf(seven) })
  })
  test.for<[string, string[]]>([
    [
      'one of them is no header of the form, and others are exchanged',
      order(0, 2, 1, 3, 4, 5, 6)(usual).with(3, '外国企业'),
    ],
    ['one stands there twice', usual.with(3, '商业企业')],
    ['some are lost and the others exchanged', ['商业企业', '自然人', '总计']],
    ['one more than the form has', [...usual, '同比增减']],
  ])('%s: refused', ([, headers]) => {
    const reading = table(headers, bars(first, ...seven))
    expect(reading.report.requests).toEqual({})
    expect(reasonsOf(reading, 'requests')).toHaveLength(1)
  })
  test('some are lost and the others in the usual order: taken so', () => {
    expect(table(['自然人', '科研机构', '总计'], bars(first, ...seven)).report.requests).toEqual({
      newReceived: cellsOf(seven),
    })
  })
  test('no header at all, and the totals stand elsewhere: refused', () => {
    const put = order(6, 0, 1, 2, 3, 4, 5)
    expect(text(requests, bars(first, ...seven)).report.requests).toEqual({ newReceived: cellsOf(seven) })
    expect(text(requests, bars(first, ...put(seven))).report.requests).toEqual({})
  })
  test('a header of two lines names the group first', () => {
    const top = bars('自然人', '法人或其他组织', '总计')
    const { report } = text(requests, top, bars(...usual.slice(1, 6)), bars(first, ...seven))
    expect(report.requests).toEqual({ newReceived: cellsOf(seven) })
  })
  test.for<[string, string]>([
    ['six figures', bars(first, 1, 2, 3, 4, 5, 6)],
    ['eight figures', bars(first, 1, 2, 3, 4, 5, 6, 21, 9)],
  ])('%s are no row', ([, line]) => {
    const reading = table(usual, line, bars(second, ...seven))
    expect(reading.report.requests).toEqual({ carriedOver: cellsOf(seven) })
    expect(reasonsOf(reading, 'newReceived')).toHaveLength(1)
  })
  test('figures line by line belong to the label before them', () => {
    const { report } = table(usual, first, ...seven.map(String), second, ...seven.map(String))
    expect(report.requests).toEqual({ newReceived: cellsOf(seven), carriedOver: cellsOf(seven) })
  })
  test('text set in columns is read by where the words stand', () => {
    const put = order(1, 0, 2, 3, 4, 5, 6)
    const line = (label: string, cells: readonly (string | number)[]) =>
      label.padEnd(40 - label.length) +
      cells.map((cell) => String(cell).padEnd(14 - (/\d/.test(String(cell)) ? 0 : String(cell).length))).join('')
    const { report } = text(requests, line('', put(usual)), line(first, put(seven)), line(second, put(seven)))
    expect(report.requests).toEqual({ newReceived: cellsOf(seven), carriedOver: cellsOf(seven) })
  })
})
