import { describe, expect, test } from 'vitest'
import { pageFromHtml } from './from-html.ts'
import { readPage } from './read-page.ts'
import { html, reasonsOf, row, text } from './testing/small-pages.ts'

const two = '二、主动公开政府信息情况'
const three = '三、收到和处理政府信息公开申请情况'
const four = '四、政府信息公开行政复议、行政诉讼情况'
const applicants = ['自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计']
const results = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计']
const first = '一、本年新收政府信息公开申请数量'
const second = '二、上年结转政府信息公开申请数量'
const seven = [1, 2, 3, 4, 5, 6, 21]
const fifteen = [1, 2, 3, 4, 10, 5, 0, 0, 1, 6, 0, 7, 0, 0, 7]
const parts = ['下属单位', '局机关', '机关本级', '东山分局', '直属事业单位', '派出所', '二级单位', '县本级', '各科室']
const wholes = [
  '',
  '合计',
  '数量',
  '本年度',
  '件',
  '数量（件）',
  '件数（件）',
  '单位：件',
  '本机关',
  '本单位',
  '我局',
  '（含下属单位）',
  '（含各下属单位）',
  '（含乡镇街道）',
  '（含局属各科室）',
]

const filled = ({ report }: ReturnType<typeof html>) =>
  Object.entries(report.proactive).flatMap(([key, value]) => (value === null ? [] : [key]))

describe('table four, whose row is named', () => {
  const grid = (name: string, ...more: string[]) =>
    html(
      four,
      `<tr><td></td><td colspan="5">行政复议</td><td colspan="5">未经复议直接起诉</td><td colspan="5">复议后起诉</td></tr>`,
      row('', ...results, ...results, ...results),
      row(name, ...fifteen),
      ...more,
    )
  const flat = (name: string) =>
    text(
      four,
      '行政复议 | 行政诉讼 |',
      '未经复议直接起诉 | 复议后起诉 |',
      `${[...results, ...results, ...results].join(' | ')} |`,
      `${name} | ${fifteen.join(' | ')} |`,
    )
  test.for([...parts, '某街道办事处', '教育科'])('after a part of the organ alone (%s): not read, and told', (name) => {
    for (const reading of [grid(name), flat(name)]) {
      expect(reading.report.remedies).toEqual({})
      expect([...reasonsOf(reading, 'review'), ...reasonsOf(reading, 'remedies')]).toHaveLength(1)
      expect(reading.findings.filter(({ about, row: at }) => about === 'report' && at === 'review')).toEqual([])
    }
  })
  test('after two parts with the same figures: neither is the whole', () => {
    expect(grid('下属单位', row('局机关', ...fifteen)).report.remedies).toEqual({})
  })
  test.for(wholes)('after “%s”: read', (name) => {
    expect(grid(name).report.remedies.review).toMatchObject({ upheld: 1, total: 10 })
  })
  test.for(['本机关（局机关）', '合计（东山分局）', '（局机关）', '2023年数量'])('after “%s”: not read', (name) => {
    expect(grid(name).report.remedies).toEqual({})
  })
  test('under a caption that names a part: not read', () => {
    const flatTable = `<p>${four}</p><p>（局机关）</p><table>${row('', ...results)}${row('行政复议', 1, 2, 3, 4, 10)}</table>`
    expect(readPage(pageFromHtml(flatTable)).report.remedies).toEqual({})
  })
})

describe('sections two and three of a part of the organ alone', () => {
  const where: Readonly<Record<string, (part: string) => [readonly string[], readonly string[]]>> = {
    'between label and figures': (part) => [
      [row('信息内容', '', '本年处理决定数量'), row('行政处罚', part, 7)],
      [row('', '', ...applicants), row(first, part, ...seven)],
    ],
    'before the label': (part) => [
      [row('', '信息内容', '本年处理决定数量'), row(part, '行政处罚', 7)],
      [row('', '', ...applicants), row(part, first, ...seven)],
    ],
    'before the labels of all rows': (part) => [
      [
        row('', '信息内容', '本年处理决定数量'),
        `<tr><td rowspan="2">${part}</td><td>行政处罚</td><td>7</td></tr>`,
        row('行政强制', 7),
      ],
      [
        row('', '', ...applicants),
        `<tr><td rowspan="2">${part}</td><td>${second}</td>${seven.map((cell) => `<td>${cell}</td>`).join('')}</tr>`,
        row(first, ...seven),
      ],
    ],
    'in brackets behind the label': (part) => [
      [row('信息内容', '本年处理决定数量'), row(`行政处罚（${part}）`, 7)],
      [row('', ...applicants), row(`${first}（${part}）`, ...seven)],
    ],
    'as the first line of the table': (part) => [
      [`<tr><td colspan="2">${part}</td></tr>`, row('信息内容', '本年处理决定数量'), row('行政处罚', 7)],
      [`<tr><td colspan="8">${part}情况</td></tr>`, row('', ...applicants), row(first, ...seven)],
    ],
    'in the header': (part) => [
      [row('信息内容', `${part}处理决定数量`), row('行政处罚', 7)],
      [row(part, ...applicants), row(first, ...seven)],
    ],
  }
  test.for(Object.keys(where))('%s: not read, and told', (place) => {
    for (const part of parts) {
      const [proactive = [], requests = []] = where[place]?.(part) ?? []
      const ofTwo = html(two, ...proactive)
      expect([part, filled(ofTwo)]).toEqual([part, []])
      expect([...reasonsOf(ofTwo, 'penalty'), ...reasonsOf(ofTwo, 'proactive')].length).toBeGreaterThan(0)
      const ofThree = html(three, ...requests)
      expect([part, ofThree.report.requests]).toEqual([part, {}])
      expect([...reasonsOf(ofThree, 'newReceived'), ...reasonsOf(ofThree, 'requests')].length).toBeGreaterThan(0)
    }
  })
  test.for(wholes)('“%s” before the figures is no part', (words) => {
    const reading = html(three, row('', '', ...applicants), row(first, words, ...seven))
    expect(Object.values(reading.report.requests.newReceived ?? {})).toEqual(seven)
    expect(filled(html(two, row('信息内容', '', '本年处理决定数量'), row('行政处罚', words, 7)))).toEqual([
      'penalty.decisions',
    ])
  })
  test('in flattened text too', () => {
    for (const part of parts) {
      expect(
        text(three, `| ${applicants.join(' | ')} |`, `${first} | ${part} | ${seven.join(' | ')} |`).report.requests,
      ).toEqual({})
      expect(
        text(three, part, `| ${applicants.join(' | ')} |`, `${first} | ${seven.join(' | ')} |`).report.requests,
      ).toEqual({})
      expect(filled(text(two, part, '信息内容 | 本年处理决定数量 |', '行政处罚 | 7 |'))).toEqual([])
      expect(filled(text(two, '信息内容 | 本年处理决定数量 |', `${part} |`, '行政处罚 | 7 |'))).toEqual([])
    }
  })
  test('a branch whose own report it is is no part', () => {
    const title = '<p>示例市公安局东山分局2024年政府信息公开工作年度报告</p><p>一、总体情况</p>'
    const table = `<table><tr><td colspan="8">东山分局情况</td></tr>${row('', ...applicants)}${row(first, ...seven)}</table>`
    const { report } = readPage(pageFromHtml(`${title}<p>${three}</p>${table}`))
    expect(Object.values(report.requests.newReceived ?? {})).toEqual(seven)
  })
  const ofOrgan = (title: string, above: string, name = first) => {
    const table = `<table>${row('', '', ...applicants)}${row(first, name, ...seven)}</table>`
    const head = `<p>${title}2024年政府信息公开工作年度报告</p><p>一、总体情况</p>`
    return readPage(pageFromHtml(`${head}<p>${three}</p><p>${above}</p>${table}`)).report.requests
  }
  test.for(['示例市统计局', '统计局', '2024年数量', '本机关'])(
    '“%s” before the figures is the organ itself',
    (name) => {
      expect(Object.values(ofOrgan('示例市统计局', '', name).newReceived ?? {})).toEqual(seven)
      for (const other of ['示例市司法局', '2023年数量', '东山分局', '（局机关）'])
        expect(ofOrgan('示例市统计局', '', other)).toEqual({})
    },
  )
  test('an organ whose name only the title gives is no part of itself', () => {
    expect(Object.values(ofOrgan('示例县城市管理执法大队', '县执法大队情况', '').newReceived ?? {})).toEqual(seven)
    expect(ofOrgan('示例县城市管理局', '县执法大队情况', '')).toEqual({})
  })
  test.for([
    '（含各下属单位）',
    '（含乡镇街道）',
    '（含局属各科室）',
    '填报科室：办公室',
    '责任处室：法规处',
    '承办科室：政务公开科',
    '各科室分别办理。',
    '由派出所，',
  ])('“%s” above the table names no part', (above) => {
    expect(Object.values(ofOrgan('示例市统计局', above, '').newReceived ?? {})).toEqual(seven)
  })
  test.for([
    '含山县东山分局',
    '和平分局',
    '局机关（不含派出所，大队）',
    '填报单位：东山分局',
    '统计分局',
    '东山分局，单位：件',
    '局机关及各科室',
  ])('“%s” above the table names one', (above) => expect(ofOrgan('示例市统计局', above, '')).toEqual({}))
  test('words in the cell of a figure are no part: they are told as what stands there', () => {
    const { findings } = html(three, row('', ...applicants), row(first, '没有统计', 2, 3, 4, 5, 6, 20))
    expect(findings.find(({ code }) => code === 'NOT_A_NUMBER')).toMatchObject({ row: 'newReceived', about: 'report' })
  })
})
