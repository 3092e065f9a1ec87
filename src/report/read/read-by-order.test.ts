import { describe, expect, test } from 'vitest'
import { leafRows } from '../../law/report-format.ts'
import { reportFormats } from '../../law/report-formats.ts'
import { chanceOf } from './testing/chance.ts'
import { order, reasonsOf, text } from './testing/small-pages.ts'
import { soundFigures } from './testing/sound-figures.ts'

const requests = '三、收到和处理政府信息公开申请情况'
const applicants = ['自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计']
const ids = ['naturalPerson', 'enterprise', 'researchInstitution', 'publicInterestOrg', 'legalServiceOrg', 'otherOrg']
const columns = [...ids, 'total']

describe.each(['2021', '2019'] as const)('labels and figures of form %s torn apart', (id) => {
  const form = reportFormats[id]
  const rows = leafRows(form.requests.rows)
  const labels = rows.map(({ label }) => label)
  const truth = soundFigures(form, chanceOf(5), 900).requests
  const sevens = rows.map((row) => columns.map((column) => String(truth[row.id]?.[column])))
  const read = (names: readonly string[], lines: readonly string[], header: readonly string[] = applicants) =>
    text(requests, ...header, ...names, ...lines)
  const spaced = sevens.map((seven) => seven.join(' '))

  test('are put together by their order where every sum holds, and it is said', () => {
    const { report, findings } = read(labels, spaced)
    expect(report.requests).toEqual(truth)
    expect(findings.filter(({ row }) => row === 'requests')).toMatchObject([
      { code: 'READ_BY_ORDER', severity: 'warning', about: 'reading' },
    ])
  })
  test.for<[string, readonly string[], readonly string[]]>([
    ['one figure to a line', labels, sevens.flat()],
    ['the number of a page between whole lines', labels, spaced.toSpliced(9, 0, '7')],
    ['the number of a page behind the last row', labels, [...spaced, '7']],
    ['some labels lost', labels.filter((_, at) => at % 5 !== 2), spaced],
    ['a label on the line of its row', labels.slice(0, 9), spaced.with(15, `${labels[15]} ${spaced[15]}`)],
  ])('also with %s', ([, names, lines]) => expect(read(names, lines).report.requests).toEqual(truth))

  test('under headers in another order too', () => {
    const put = order(0, 2, 1, 3, 4, 5, 6)
    const lines = sevens.map((seven) => put(seven).join(' '))
    expect(read(labels, lines, put(applicants)).report.requests).toEqual(truth)
  })

  test('are not asked for their order where each row has its figures on its line, whatever else stands there', () => {
    const lines = sevens.map((seven, at) => `${labels[at]} | ${seven.join(' | ')} |`)
    const { report, findings } = read([], ['1x', ...lines])
    expect(report.requests).toEqual(truth)
    expect(findings.map(({ code }) => code)).not.toContain('READ_BY_ORDER')
  })

  const changed = (row: number, column: number) =>
    sevens.map((seven, at) => (at === row ? seven.with(column, String(Number(seven[column]) + 1)) : seven).join(' '))
  test.for<[string, readonly string[], readonly string[]]>([
    ['one figure is another', labels, changed(3, 2)],
    ['one total is another', labels, changed(3, 6)],
    ['two lines are exchanged', labels, order(...rows.map((_, at) => (at === 0 ? 2 : at === 2 ? 0 : at)))(spaced)],
    ['a line is lost', labels, spaced.slice(1)],
    ['a line is there twice', labels, [...spaced, ...spaced.slice(-1)]],
    ['a figure is lost', labels, [...spaced.slice(0, -1), sevens.at(-1)?.slice(1).join(' ') ?? '']],
    ['a figure is none', labels, [...spaced.slice(0, -1), sevens.at(-1)?.with(1, '/').join(' ') ?? '']],
    ['labels stand in another order', labels.toReversed(), spaced],
    ['figures more stand between the lines', labels, spaced.toSpliced(9, 0, '7 8 9')],
    ['figures more stand behind the last row', labels, [...spaced, '7 8']],
    [
      'figures are left over between two broken rows',
      labels,
      [...spaced.slice(0, -1), ...(sevens.at(-1)?.slice(0, 5) ?? []), '7 8 9'],
    ],
    ['a label stands there twice', [...labels.slice(0, 3), ...labels.slice(2)], spaced],
  ])('but nothing is read where %s', ([, names, lines]) => {
    const reading = read(names, lines)
    const figures = Object.values(reading.report.requests).flatMap((cells) => Object.values(cells))
    expect(figures.every((value) => value === null)).toBe(true)
    expect(reading.findings.some(({ about, row }) => about === 'reading' && row === 'requests')).toBe(true)
  })
})

describe('labels and figures torn apart: what the order cannot prove', () => {
  const linesOf = (id: '2021' | '2019') => {
    const rows = leafRows(reportFormats[id].requests.rows)
    const truth = soundFigures(reportFormats[id], chanceOf(5), 900).requests
    const lines = rows.map((row) => columns.map((column) => String(truth[row.id]?.[column])).join(' '))
    return { labels: rows.map(({ label }) => label), ids: rows.map((row) => row.id), lines }
  }
  test('a label on the line of another row belongs to that line, and the order is not believed', () => {
    const { labels, ids: rowIds, lines } = linesOf('2021')
    const read = (at: number) => {
      const cells = lines[at]?.replaceAll(' ', ' | ')
      const { report } = text(
        requests,
        ...applicants,
        ...labels.slice(0, 9),
        ...lines.with(at, `${labels[15]} | ${cells} |`),
      )
      return Object.keys(report.requests)
    }
    expect(read(15)).toEqual(rowIds)
    expect(read(12)).toEqual([rowIds[15]])
  })
  test('lines of 2019 under a label that only 2021 has', () => {
    const { labels, lines } = linesOf('2019')
    const other = '1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请'
    expect(text(requests, ...applicants, other, ...labels.slice(-3), ...lines).report.requests).toEqual({})
  })
})

describe('a label and its figures', () => {
  test('behind the caption of a group stand no figures of their own: its rows lost their labels', () => {
    const zeros = '0 0 0 0 0 0 0'
    const reading = text(
      requests,
      ...applicants,
      `一、本年新收政府信息公开申请数量 ${zeros}`,
      '（四）无法提供',
      zeros,
      zeros,
    )
    expect(Object.keys(reading.report.requests)).toEqual(['newReceived'])
    expect(reasonsOf(reading, 'unableToProvide')).toEqual([expect.stringContaining('之下各行的名称缺失')])
    const beside = text(requests, ...applicants, `（四）无法提供 1.本机关不掌握相关政府信息 ${zeros}`)
    expect(Object.keys(beside.report.requests)).toEqual(['unableToProvide.notHeld'])
  })

  const line = (label: string, ...cells: (string | number)[]) => `${label} | ${cells.join(' | ')} |`
  const first = '一、本年新收政府信息公开申请数量'
  const five = applicants.slice(1, 6)
  const seven = [1, 2, 3, 4, 5, 6, 21]
  const cellsOf = (figures: readonly number[]) => Object.fromEntries(columns.map((id, at) => [id, figures[at]]))
  test.for<[string, string[], readonly number[]]>([
    ['the group in the middle', ['自然人 | 法人或其他组织 | 总计 |', `${five.join(' | ')} |`], seven],
    [
      'the group last',
      ['总计 | 自然人 | 法人或其他组织 |', `${five.join(' | ')} |`],
      order(6, 0, 1, 2, 3, 4, 5)(seven),
    ],
    [
      'the group first',
      ['法人或其他组织 | 自然人 | 总计 |', `${five.join(' | ')} |`],
      order(1, 2, 3, 4, 5, 0, 6)(seven),
    ],
    ['the group not named, the sums tell', ['自然人 | 总计 |', `${five.join(' | ')} |`], seven],
    [
      'the group not named, the sums tell otherwise',
      ['自然人 | 总计 |', `${five.join(' | ')} |`],
      order(0, 6, 1, 2, 3, 4, 5)(seven),
    ],
  ])('headers of two lines: %s', ([, header, figures]) => {
    expect(text(requests, ...header, line(first, ...figures)).report.requests).toEqual({ newReceived: cellsOf(seven) })
  })
  test('where no sum tells, the usual order', () => {
    const { report } = text(requests, '自然人 | 总计 |', `${five.join(' | ')} |`, line(first, 0, 0, 0, 0, 0, 0, 0))
    expect(report.requests).toEqual({ newReceived: cellsOf([0, 0, 0, 0, 0, 0, 0]) })
  })
})

describe('section four in flattened text: under which caption', () => {
  const remedies = '四、政府信息公开行政复议、行政诉讼情况'
  const results = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计']
  const keys = ['upheld', 'corrected', 'otherResult', 'pending', 'total']
  const fives = { review: [1, 2, 3, 4, 10], suitDirect: [5, 0, 0, 1, 6], suitAfterReview: [0, 7, 0, 0, 7] } as const
  type Block = keyof typeof fives
  const truth = Object.fromEntries(
    Object.entries(fives).map(([block, five]) => [block, Object.fromEntries(keys.map((key, at) => [key, five[at]]))]),
  )
  const read = (captions: string, blocks: readonly Block[], headers = [...results, ...results, ...results]) =>
    text(
      remedies,
      captions,
      `${headers.join(' | ')} |`,
      `${blocks.flatMap((block) => [...fives[block]]).join(' | ')} |`,
    )
  const usual: Block[] = ['review', 'suitDirect', 'suitAfterReview']

  test.for<[string, Block[]]>([
    ['行政复议 | 行政诉讼 | 未经复议直接起诉 | 复议后起诉 |', usual],
    ['行政诉讼 | 行政复议 | 未经复议直接起诉 | 复议后起诉 |', ['suitDirect', 'suitAfterReview', 'review']],
    ['行政诉讼 | 行政复议 | 复议后起诉 | 未经复议直接起诉 |', ['suitAfterReview', 'suitDirect', 'review']],
    ['行政复议 | 行政诉讼 | 复议后起诉 | 未经复议直接起诉 |', ['review', 'suitAfterReview', 'suitDirect']],
    ['复议后起诉 | 行政复议 | 未经复议直接起诉 |', ['suitAfterReview', 'review', 'suitDirect']],
    ['行政复议 | 行政诉讼 |', usual],
    ['行政复议 | 复议后起诉 |', usual],
  ])('%s', ([captions, blocks]) => expect(read(captions, blocks).report.remedies).toEqual(truth))

  test('captions lost and the others exchanged: refused', () => {
    const reading = read('复议后起诉 | 行政复议 |', usual)
    expect(reading.report.remedies).toEqual({})
    expect(reasonsOf(reading, 'remedies')[0]).toContain('次序互相矛盾')
  })
  test('results named once stand for every caption', () => {
    const put = order(4, 0, 1, 2, 3)
    const figures = usual.flatMap((block) => put(fives[block]))
    const captions = '行政复议 | 行政诉讼 | 未经复议直接起诉 | 复议后起诉 |'
    expect(
      text(remedies, captions, `${put(results).join(' | ')} |`, `${figures.join(' | ')} |`).report.remedies,
    ).toEqual(truth)
    expect(read(captions, usual, [...results]).report.remedies).toEqual(truth)
  })
  test('under captions in the usual order each five may have its own order, elsewhere not', () => {
    const put = order(1, 0, 2, 3, 4)
    const headers = [...results, ...put(results), ...results]
    const line = (blocks: readonly Block[]) => {
      const [a, b, c] = blocks.map((block) => fives[block])
      return `${[...(a ?? []), ...put(b ?? []), ...(c ?? [])].join(' | ')} |`
    }
    const named = (captions: string, blocks: readonly Block[]) =>
      text(remedies, captions, `${headers.join(' | ')} |`, line(blocks)).report.remedies
    expect(named('行政复议 | 行政诉讼 | 未经复议直接起诉 | 复议后起诉 |', usual)).toEqual(truth)
    expect(named('复议后起诉 | 行政复议 | 未经复议直接起诉 |', ['suitAfterReview', 'review', 'suitDirect'])).toEqual({})
  })
})
