import { describe, expect, test } from 'vitest'
import { unreadOf } from '../finding.ts'
import { pageFromHtml } from './from-html.ts'
import { pageFromText } from './from-text.ts'
import { readPage } from './read-page.ts'
import { html, order, reasonsOf, row, text } from './testing/small-pages.ts'

const heading = '二、主动公开政府信息情况'
const bars = (...cells: readonly (string | number)[]): string => `${cells.join(' | ')} |`
const flat = (...lines: readonly string[]) => text(heading, ...lines)
const table = (...rows: string[]) => html(heading, ...rows)
const counted = ['上一年项目数量', '本年增/减', '处理决定数量']
const made = ['本年制发件数', '本年废止件数', '现行有效件数']
const fee = '本年收费金额（单位：万元）'
const asCounted = (id: string, last: number, delta: number, decisions: number) => ({
  [`${id}.itemsLastYear`]: last,
  [`${id}.itemsDelta`]: delta,
  [`${id}.decisions`]: decisions,
})
const asMade = (id: string, issued: number | null, repealed: number | null, valid: number | null) => ({
  [`${id}.issuedThisYear`]: issued,
  [`${id}.repealedThisYear`]: repealed,
  [`${id}.inForce`]: valid,
})

describe('which form a row of section two follows', () => {
  test('that of the headers above it', () => {
    expect(flat(bars(...counted), bars('行政许可', 5, 1, 7)).report).toMatchObject({
      format: '2019',
      proactive: asCounted('licensing', 5, 1, 7),
    })
    expect(flat(bars('本年处理决定数量'), bars('行政许可', 5)).report).toMatchObject({
      format: '2021',
      proactive: { 'licensing.decisions': 5 },
    })
  })
  test('without headers the number of figures tells it, where only one form has so many', () => {
    expect(flat(bars('行政许可', 5)).report).toMatchObject({ format: '2021', proactive: { 'licensing.decisions': 5 } })
    expect(flat(bars('行政许可', 5, 1, 7)).report).toMatchObject({
      format: '2019',
      proactive: asCounted('licensing', 5, 1, 7),
    })
  })
  test('a row that only one form has tells it, for rows without headers too', () => {
    const { report } = flat(bars('其他对外管理服务事项', 1, 2, 3), bars('规章', 4, 5, 6))
    expect(report.format).toBe('2019')
    expect(report.proactive).toEqual({
      ...asCounted('otherServices', 1, 2, 3),
      'rules.newlyMade': 4,
      'rules.newlyPublished': 5,
      'rules.totalPublished': 6,
    })
  })
  test('a row before all headers follows the form of most signs', () => {
    const signs = [bars('政府集中采购', 1, 2), bars('本年处理决定数量'), bars('行政处罚', 3), bars(fee)]
    expect(flat(bars('规章', 4, 5, 6), ...signs, bars('行政事业性收费', 1)).report.proactive).toMatchObject(
      asMade('rules', 4, 5, 6),
    )
  })
  test('a header tells the form though no row under it is read', () => {
    expect(flat(bars(...made), bars('规章', 1, 2)).report).toMatchObject({ format: '2021', proactive: {} })
    expect(flat(bars('第二十条第（九）项'), bars('规章', 1, 2)).report).toMatchObject({ format: '2019', proactive: {} })
  })
  test('headers printed again in another order decide for the rows under them', () => {
    const put = order(2, 1, 0)
    const { report } = flat(
      bars(...counted),
      bars('行政许可', 1, 2, 3),
      bars(...put(counted)),
      bars('行政处罚', ...put([4, 5, 6])),
      bars('行政强制', ...put([7, 8, 9])),
    )
    expect(report.proactive).toEqual({
      ...asCounted('licensing', 1, 2, 3),
      ...asCounted('penalty', 4, 5, 6),
      ...asCounted('compulsion', 7, 8, 9),
    })
  })
  test('parts of wrapped headers that stand against their order: refused', () => {
    const read = (...parts: string[]) =>
      flat(bars('本年处理决定数量'), parts.join(' '), '件数 件数 件数', bars('规章', 1, 2, 3)).report.proactive
    expect(read('制发', '废止', '现行')).toEqual(asMade('rules', 1, 2, 3))
    expect(read('废止', '制发', '现行')).toEqual({})
  })
})

describe('a row of section two that stands there again', () => {
  const again = (...rows: string[]) => table(row('信息内容', ...made), ...rows)
  const rules = asMade('rules', 1, 2, 3)
  const documents = row('行政规范性文件', 4, 5, 6)
  test('with other figures is not read, though the others are', () => {
    const { report } = again(row('规章', 1, 2, 3), row('规章', 1, 2, 4), documents)
    expect(report.proactive).toEqual({
      ...asMade('rules', null, null, null),
      ...asMade('normativeDocuments', 4, 5, 6),
    })
  })
  test('and another one too: the table stands there in two versions, and no row is certain', () => {
    const two = [row('规章', 1, 2, 3), documents, row('规章', 1, 2, 4), row('行政规范性文件', 4, 5, 7)]
    const reading = again(...two, row('信息内容', '本年处理决定数量'), row('行政许可', 5))
    expect(Object.values(reading.report.proactive).every((value) => value === null)).toBe(true)
    expect(reasonsOf(reading, 'proactive')[0] ?? reasonsOf(reading, 'licensing')[0]).toContain('两次')
  })
  test('and cannot be read there is not read', () => {
    expect(again(row('规章', 1, 2, 3)).report.proactive).toEqual(rules)
    expect(again(row('规章', 1, 2, 3), row('规章', 1, 2)).report.proactive).toEqual(asMade('rules', null, null, null))
  })
})

describe('why a row of section two is not read', () => {
  test('its figures stand apart from its label', () => {
    const reading = flat(bars('本年处理决定数量'), '行政许可', '行政处罚', '1')
    expect(reasonsOf(reading, 'penalty')[0]).toContain('名称与数字分离')
  })
  test('the unit of an amount is not clear', () => {
    const reading = flat(bars('本年收费金额（单位：亿元）'), bars('行政事业性收费', 1))
    expect(reading.report.proactive).toEqual({})
    expect(reasonsOf(reading, 'administrativeFees')[0]).toContain('不能确定是元还是万元')
  })
  test('a label without figures was not read, whatever the headers are', () => {
    const reading = flat(bars('本年处理决定数量'), bars('行政处罚'), bars('行政强制', 5))
    expect(reasonsOf(reading, 'penalty')[0]).toContain('未能读出')
    expect(reasonsOf(reading, 'penalty')[0]).not.toContain('个数')
  })
  test.for([
    '三、依申请公开办理情况',
    '三、 收到和处理申请情况',
    '四、行政复议诉讼情况',
    '五、存在问题及改进情况',
    '（三）其他情况',
    '总体情况',
    '其他需要报告的事项',
  ])('the next heading (%s) is none of its cells', (next) => {
    for (const label of ['行政强制 |', '行政强制', '行政强制 | |', '| 行政强制 |']) {
      const lines = [
        heading,
        bars('本年处理决定数量'),
        bars('行政处罚', 5),
        label,
        next,
        '详细数字另见附件，此处不再重复。',
      ]
      const { report, findings } = readPage(pageFromText([...lines, ''].join('\n')))
      expect(report.proactive).toEqual({ 'penalty.decisions': 5 })
      const told = findings.filter(({ row: at }) => at === 'compulsion')
      expect(told.map(({ code, about }) => [code, about])).toEqual([['MISSING_ROW', 'reading']])
    }
  })
  test('words in its cell are told of the report in a real table, elsewhere of the reading', () => {
    const about = ({ findings }: ReturnType<typeof flat>) =>
      findings.flatMap((finding) => (finding.code === 'NOT_A_NUMBER' ? [finding.about] : []))
    expect(about(table(row('信息内容', '本年处理决定数量'), row('行政许可', '若干')))).toEqual(['report'])
    expect(about(flat(bars('本年处理决定数量'), bars('行政许可', '若干')))).toEqual(['reading'])
  })
  test('a row that is not there is told of the report only where every row stands in a real table', () => {
    const rows = `<table>${row('信息内容', '本年处理决定数量')}${row('行政许可', 5)}</table>`
    const about = (...parts: string[]) =>
      readPage(pageFromHtml(`<p>${heading}</p>${parts.join('')}<p>五、存在的主要问题及改进情况</p>`)).findings.flatMap(
        (finding) => (finding.row === 'compulsion' ? [finding.about] : []),
      )
    expect(about(rows)).toEqual(['report'])
    expect(about(rows, '<p>行政处罚 | 3 |</p>')).toEqual(['reading'])
  })
})

describe('cells of section two in a real table', () => {
  test('blank ones stay blank; a row of blanks says nothing', () => {
    const headers = row('信息内容', ...made)
    expect(table(headers, row('规章', 1, '', 3)).report.proactive).toEqual(asMade('rules', 1, null, 3))
    const blank = table(headers, row('规章', '', '', ''), row('行政规范性文件', 4, 5, 6))
    expect(blank.report.proactive).toEqual(asMade('normativeDocuments', 4, 5, 6))
  })
  test('a header lost is taken in the usual order where as many columns are filled', () => {
    const lost = row('信息内容', ...made.with(1, ''))
    expect(table(lost, row('规章', 1, 2, 3)).report.proactive).toEqual(asMade('rules', 1, 2, 3))
    expect(table(lost, row('规章', 1, '', 3)).report.proactive).toEqual({})
  })
})

describe('section two of a PDF', () => {
  const printed = (...lines: string[]) =>
    readPage({ ...pageFromText(`${[heading, ...lines].join('\n')}\n`), isSet: true }).report.proactive
  const put = order(2, 1, 0)
  test('set in columns it is believed in the usual order only', () => {
    expect(printed(bars(...made), bars('规章', 1, 2, 3))).toEqual(asMade('rules', 1, 2, 3))
    expect(printed(bars(...put(made)), bars('规章', 3, 2, 1))).toEqual({})
    expect(flat(bars(...put(made)), bars('规章', 3, 2, 1)).report.proactive).toEqual(asMade('rules', 1, 2, 3))
  })
  test('a table without headers may have lost them', () => {
    const page = pageFromHtml(`<p>${heading}</p><table>${row('行政许可', 5)}${row('行政处罚', 6)}</table>`)
    expect(readPage(page).report.proactive).toEqual({ 'licensing.decisions': 5, 'penalty.decisions': 6 })
    const drawn = readPage({ ...page, isSet: true })
    expect(drawn.report.proactive).toEqual({})
    expect([...unreadOf(drawn.findings)]).toContain('licensing')
    const headed = pageFromHtml(`<table>${row('信息内容', '本年处理决定数量')}${row('行政许可', 5)}</table>`)
    expect(readPage({ ...headed, isSet: true }).report.proactive).toEqual({ 'licensing.decisions': 5 })
  })
})

describe('section two at the end of a text that breaks off', () => {
  const broken = (...lines: string[]) => readPage(pageFromText([heading, ...lines].join('\n'))).report.proactive
  test('what begins behind its last row is none of its cells', () => {
    expect(broken(fee, '行政事业性收费', '5', '3')).toEqual({ 'administrativeFees.amountWan': '5' })
    expect(broken('本年处理决定数量', '行政许可', '5', '3')).toEqual({})
  })
  test('a count of 0 is whole, an amount may go on behind its point', () => {
    expect(broken('本年处理决定数量', bars('行政许可').concat(' 0'))).toEqual({ 'licensing.decisions': 0 })
    expect(broken(fee, '行政事业性收费 | 0')).toEqual({})
    expect(broken(bars('采购项目数量', '采购总金额'), '政府集中采购 | 3 | 0')).toEqual({})
  })
})

describe('the unit of an amount', () => {
  const read = (...lines: string[]) => {
    const { report, findings } = flat(...lines)
    const told = findings.filter(({ code }) => code === 'UNIT_SUSPECT')
    return { amount: report.proactive['administrativeFees.amountWan'], told, report }
  }
  test('元 is converted, and told of the report', () => {
    const { amount, told } = read(bars('本年收费金额（单位：元）'), bars('行政事业性收费', 12500))
    expect(amount).toBe('1.25')
    expect(told).toMatchObject([
      { severity: 'warning', about: 'report', row: 'administrativeFees', column: 'amountWan' },
    ])
  })
  test('万元 needs no word', () => {
    const { amount, told } = read(bars(fee), bars('行政事业性收费', '1.25'))
    expect([amount, told]).toEqual(['1.25', []])
  })
  test('it may stand on a line of its own', () => {
    expect(read('本年收费金额', '（单位：元）', bars('行政事业性收费', 12500)).amount).toBe('1.25')
  })
  test.for(['元', '亿元'])('%s above an amount says nothing of the counts below it', (unit) => {
    const { told, report } = read(
      bars(`本年收费金额（单位：${unit}）`),
      bars('行政事业性收费', 0),
      bars('本年处理决定数量'),
      bars('行政许可', 3),
    )
    expect(report.proactive['licensing.decisions']).toBe(3)
    expect(told.map(({ row: id }) => id)).not.toContain('licensing')
  })
})
