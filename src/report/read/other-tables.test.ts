import { describe, expect, test } from 'vitest'
import { pageFromHtml } from './from-html.ts'
import { readPage } from './read-page.ts'
import { html, reasonsOf, row, text } from './testing/small-pages.ts'

const two = '二、主动公开政府信息情况'
const three = '三、收到和处理政府信息公开申请情况'
const usual = ['自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计']
const first = '一、本年新收政府信息公开申请数量'
const second = '二、上年结转政府信息公开申请数量'
const granted = '（一）予以公开'
const seven = [1, 2, 3, 4, 5, 6, 21]
const others = [7, 0, 1, 0, 0, 0, 8]
const filled = ({ report }: ReturnType<typeof html>) =>
  Object.fromEntries(Object.entries(report.proactive).filter(([, value]) => value !== null))
const table = (...rows: string[]) => `<table>${rows.join('')}</table>`

describe('a table of other figures under the same names is none of the form', () => {
  const topics = table(row('类别', '公开数量（条）'), row('行政许可', 333), row('行政处罚', 444), row('行政强制', 555))
  test.for<[string, string]>([
    ['in section two, whose own table is a picture', `<p>${two}</p>${topics}<p>${three}</p>`],
    [
      'in section six',
      `<p>${two}</p><p>${three}</p><p>五、存在的主要问题及改进情况</p><p>六、其他需要报告的事项</p>${topics}`,
    ],
    ['behind another table', `<p>${two}</p>${table(row('信息内容', '本年处理决定数量'), row('行政征收', 1))}${topics}`],
  ])('%s: not read', ([, page]) => {
    const reading = readPage(pageFromHtml(page))
    expect(filled(reading)).toEqual({})
    expect(reasonsOf(reading, 'penalty')).toHaveLength(1)
  })
  const words = [
    ['类别', '公开数量'],
    ['主题', '条数'],
    ['信息分类', '2024年公开'],
    ['栏目', '发布条数（条）'],
    ['项目', '小计'],
  ]
  const ways: readonly [string, (cells: readonly string[]) => string][] = [
    ['bars', (cells) => `${cells.join(' | ')} |`],
    ['spaces', (cells) => `  ${cells.join('      ')}`],
    ['tabs', (cells) => cells.join('\t')],
    ['one cell a line', (cells) => cells.join('\n')],
  ]
  test.for(ways)('in flattened text, by %s: not read, and told', ([, print]) => {
    const rows = [
      ['行政许可', '333'],
      ['行政处罚', '444'],
      ['行政事业性收费', '5'],
    ].map(print)
    const own = ['信息内容', '本年制发件数', '本年废止件数', '现行有效件数']
    const rules = [own, ['规章', '1', '2', '3']].map(print)
    for (const header of words) {
      const alone = text(two, print(header), ...rows)
      expect([header, filled(alone)]).toEqual([header, {}])
      expect(reasonsOf(alone, 'penalty')).toHaveLength(1)
      const behind = text(two, ...rules, print(header), ...rows)
      expect([header, Object.keys(filled(behind))]).toEqual([
        header,
        ['rules.issuedThisYear', 'rules.repealedThisYear', 'rules.inForce'],
      ])
      expect(reasonsOf(behind, 'penalty')).toHaveLength(1)
      const before = text(
        two,
        print(header),
        ...rows,
        print(['信息内容', '本年处理决定数量']),
        print(['行政处罚', '4']),
      )
      expect(filled(before)).toEqual({ 'penalty.decisions': 4 })
    }
  })
  test.for(['上年处理决定数量', '2023年处理决定数量', '累计处理决定数量', '去年处理决定数量'])(
    'a column headed %s is not this year’s',
    (header) => {
      expect(filled(html(two, row('信息内容', header), row('行政许可', 7)))).toEqual({})
      const inText = text(two, `信息内容 | ${header} |`, '行政处罚 | 7 |', '行政强制 | 8 |')
      expect(filled(inText)).toEqual({})
    },
  )
})

describe('two years below each other', () => {
  const twoYears = (label: string, above: string, below: string) => [
    `<tr><td rowspan="2">${label}</td><td>${above}</td>${others.map((cell) => `<td>${cell}</td>`).join('')}</tr>`,
    row(below, ...seven),
  ]
  const read = (above: string, below: string) =>
    readPage(
      pageFromHtml(
        `<p>示例市园林局2024年政府信息公开工作年度报告</p><p>一、总体情况</p><p>${three}</p>${table(
          row('', '年度', ...usual),
          ...twoYears(first, above, below),
          row(second, '', ...seven),
        )}`,
      ),
    )
  test.for([
    ['2023年', '2024年'],
    ['上年', '本年'],
    ['上一年度', '本年度'],
  ] as const)('%s before %s: a row of the other year is not read', ([above, below]) => {
    const reading = read(above, below)
    expect(Object.keys(reading.report.requests)).toEqual(['carriedOver'])
    expect(reasonsOf(reading, 'newReceived')[0]).toContain('别的年份')
  })
  test.for(['局机关', '当面申请', '2024年'])(
    '%s before another line of the same row: which one is meant is not said',
    (part) => {
      const reading = read(part, '其余各项')
      expect(Object.keys(reading.report.requests)).toEqual(['carriedOver'])
      expect(reasonsOf(reading, 'newReceived')[0]).toContain('分成了几行')
    },
  )
  test('this year’s line alone is read', () => {
    const reading = html(three, row('', '单位', ...usual), row(first, '件', ...seven), row(second, '件', ...others))
    expect(Object.values(reading.report.requests.newReceived ?? {})).toEqual(seven)
  })
  test('two tables of which the second has fewer rows: none that only the first has is taken for this year’s', () => {
    const reading = html(
      three,
      row('', ...usual),
      row(first, ...others),
      row(second, ...others),
      row(granted, ...others),
      row('', ...usual),
      row(first, ...seven),
      row(second, ...others),
    )
    expect(reading.report.requests).toEqual({})
  })
})

describe('a lone table under a caption of another year', () => {
  const title =
    '<p>示例市园林局2024年政府信息公开工作年度报告</p><p>一、总体情况</p><p>2023年以来，本机关收到申请7件。</p>'
  const requests = table(row('', ...usual), row(first, ...others), row(second, ...seven))
  const read = (...lines: string[]) => readPage(pageFromHtml(`${title}${lines.join('')}`))
  test.for(['2023年度情况', '2023年', '表三 2023年度数据统计', '上年度情况', '去年数据'])(
    '%s: section three is not read',
    (caption) => {
      const reading = read(`<p>${three}</p><p>${caption}</p>${requests}`)
      expect(reading.report.requests).toEqual({})
      expect(reasonsOf(reading, 'newReceived')[0]).toContain('别的年份')
    },
  )
  test('nor is section two', () => {
    const own = table(row('信息内容', '本年处理决定数量'), row('行政处罚', 7), row('行政强制', 8))
    const reading = read(`<p>${two}</p><p>2023年度情况</p>${own}`)
    expect(filled(reading)).toEqual({})
  })
  test.for([
    '2024年度情况',
    '（统计时间：2025年1月20日）',
    '2023年结转的申请，计入上年结转',
    '2023年度情况见上年报告。</p><p>2024年度情况',
  ])('%s: read', (caption) => {
    const { report } = read(`<p>${three}</p><p>${caption}</p>${requests}`)
    expect(Object.values(report.requests.newReceived ?? {})).toEqual(others)
  })
})

test.for(['² 27', '27※8', '1 985'])(
  'a doubtful figure (%s) left of the columns shows that the row has moved',
  (figure) => {
    const reading = html(three, row('', '', ...usual), row(first, '', ...seven), row(second, figure, ...seven))
    expect(Object.keys(reading.report.requests)).toEqual(['newReceived'])
    expect(reasonsOf(reading, 'carriedOver')[0]).toContain('对不上')
  },
)

test('a doubtful figure that looks like a year names no period', () => {
  const { report } = html(three, row('', ...usual), row(first, 1, 2, 3, 4, 5, '2 023', 9))
  expect(report.requests.newReceived).toMatchObject({ naturalPerson: 1, otherOrg: null, total: 9 })
})

describe('the unit of the fees', () => {
  const fee = (header: string, label: string, ...before: string[]) =>
    html(two, ...before, row('信息内容', header), row(label, 12_000)).report.proactive['administrativeFees.amountWan']
  test.for<[string, string, string | null]>([
    ['本年收费金额', '行政事业性收费（元）', '1.2'],
    ['本年收费金额（单位：元）', '行政事业性收费（元）', '1.2'],
    ['本年收费金额（单位：万元）', '行政事业性收费（单位：元）', null],
    ['本年收费总金额（单位：元）', '行政事业性收费', '1.2'],
    ['金额（元）', '行政事业性收费', null],
    ['本年收费金额（单位：万元）', '行政事业性收费（万元）', '12000'],
    ['本年收费金额', '行政事业性收费', '12000'],
  ])('%s, %s', ([header, label, amount]) => {
    expect(fee(header, label) ?? null).toBe(amount)
  })
  test.for([
    ['单位：元', '1.2'],
    ['单位：件、元', null],
    ['单位：件、万元', '12000'],
  ] as const)('%s above the table', ([caption, amount]) => {
    const rows = Array.from({ length: 8 }, (_, at) => row(`行政征收${at}`, at))
    const page = `<p>${two}</p><p>${caption}</p>${table(...rows, row('信息内容', '本年收费金额'), row('行政事业性收费', 12_000))}<p>${three}</p>`
    const { report } = readPage(pageFromHtml(page))
    expect(report.proactive['administrativeFees.amountWan'] ?? null).toBe(amount)
  })
})
