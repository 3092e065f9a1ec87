import { describe, expect, test } from 'vitest'
import { leafRows } from '../../law/report-format.ts'
import { reportFormats } from '../../law/report-formats.ts'
import { pageFromHtml } from './from-html.ts'
import { pageFromText } from './from-text.ts'
import { readPage } from './read-page.ts'
import { chanceOf } from './testing/chance.ts'
import { html, order, reasonsOf, row, text } from './testing/small-pages.ts'
import { soundFigures } from './testing/sound-figures.ts'

const heading = '三、收到和处理政府信息公开申请情况'
const columns = [
  'naturalPerson',
  'enterprise',
  'researchInstitution',
  'publicInterestOrg',
  'legalServiceOrg',
  'otherOrg',
  'total',
]
const usual = ['自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计']
const first = '一、本年新收政府信息公开申请数量'
const second = '二、上年结转政府信息公开申请数量'
const last = '四、结转下年度继续办理'
const seven = [1, 2, 3, 4, 5, 6, 21]

const bars = (...cells: readonly (string | number)[]): string => `${cells.join(' | ')} |`
const cellsOf = (figures: readonly (number | null)[]) => Object.fromEntries(columns.map((id, at) => [id, figures[at]]))
const table = (headers: readonly string[], ...rows: string[]) => html(heading, row('', ...headers), ...rows)
const flat = (...lines: string[]) => text(heading, bars(...usual), ...lines)

describe('section three in a real table', () => {
  test('two rows that stand there twice take nothing from the others', () => {
    const twice = [first, second].flatMap((label) => [row(label, ...seven), row(label, 0, 0, 0, 0, 0, 0, 0)])
    expect(table(usual, ...twice, row(last, ...seven)).report.requests).toEqual({ carriedForward: cellsOf(seven) })
  })
  test('a header lost is taken in the usual order where the rows together fill as many columns', () => {
    const rows = [row(first, 1, 2, 3, '', 5, 6, 17), row(second, ...seven)]
    expect(table(usual.with(3, ''), ...rows).report.requests).toEqual({
      newReceived: cellsOf([1, 2, 3, null, 5, 6, 17]),
      carriedOver: cellsOf(seven),
    })
  })
  test('a line of other words between the rows takes no header from those below it', () => {
    const words = '<tr><td colspan="8">以下为上年结转情况</td></tr>'
    const put = order(6, 0, 1, 2, 3, 4, 5)
    const rows = [row(first, ...put(seven)), words, row(second, ...put(seven))]
    expect(table(put(usual), ...rows).report.requests).toEqual({
      newReceived: cellsOf(seven),
      carriedOver: cellsOf(seven),
    })
  })
  test.for<[string, (string | number)[], number | null]>([
    ['its total is there', [3, 0, 0, 0, 0, 3, 6], 6],
    ['one of its cells is no number', [3, '若干', 0, 0, 0, 3, ''], null],
    ['the cell before the total is not the sum of the others', [3, 0, 0, 0, 0, 2, ''], null],
  ])('a row has not slipped where %s', ([, cells, total]) => {
    expect(table(usual, row(first, ...cells)).report.requests.newReceived).toMatchObject({ naturalPerson: 3, total })
  })
  test('a row has slipped where the total is blank and the cell before it is the sum of the others', () => {
    const reading = table(usual, row(first, 3, 0, 0, 0, 0, 3, ''))
    expect(reading.report.requests).toEqual({})
    expect(reasonsOf(reading, 'newReceived')[0]).toContain('错开了一格')
  })
  test('without headers the usual order is taken, but not in a table that the reader put together', () => {
    const page = pageFromHtml(`<p>${heading}</p><table>${row(first, ...seven)}</table>`)
    expect(readPage(page).report.requests).toEqual({ newReceived: cellsOf(seven) })
    expect(readPage({ ...page, isDrawn: true }).report.requests).toEqual({})
    const headed = pageFromHtml(`<p>${heading}</p><table>${row('', ...usual)}${row(first, ...seven)}</table>`)
    expect(readPage({ ...headed, isDrawn: true }).report.requests).toEqual({ newReceived: cellsOf(seven) })
  })
  test('a row that is not there is told of the report only where nothing else may be it', () => {
    const rows = leafRows(reportFormats['2021'].requests.rows).map(({ label }) => label)
    const about = (labels: readonly string[]) => {
      const cells = labels.map((label) => row(label, ...seven))
      const body = `<p>${heading}</p><table>${row('', ...usual)}${cells.join('')}</table>`
      const { findings } = readPage(pageFromHtml(`${body}<p>五、存在的主要问题及改进情况</p>`))
      return findings.flatMap((finding) => (finding.row === 'carriedOver' ? [finding.about] : []))
    }
    const others = rows.toSpliced(1, 1)
    expect(about(others)).toEqual(['report'])
    expect(about(others.toSpliced(5, 0, '外国人的申请'))).toEqual(['reading'])
  })
})

describe('section three in flattened text', () => {
  test('a blank first cell may be the rest of a merged one where other rows have such cells', () => {
    const blank = bars(second, '', 2, 3, 4, 5, 6, 20)
    expect(flat(bars(first, ...seven), blank).report.requests).toEqual({
      newReceived: cellsOf(seven),
      carriedOver: cellsOf([null, 2, 3, 4, 5, 6, 20]),
    })
    const reading = flat(bars(first, '', ...seven), blank)
    expect(reading.report.requests).toEqual({ newReceived: cellsOf(seven) })
    expect(reasonsOf(reading, 'carriedOver')[0]).toContain('第一格空白')
  })
  test('a row from which blank cells are left out must add up', () => {
    const reading = flat(bars(first, '', 1, 2, 3, 4, 5, 6, 22), bars(second, ...seven))
    expect(reading.report.requests).toEqual({ carriedOver: cellsOf(seven) })
    expect(reasonsOf(reading, 'newReceived')[0]).toContain('去掉空格后合计不符')
  })
  test('a row whose total is blank is certain only on the line of its label', () => {
    const cells = bars(1, 2, 3, 4, 5, 6, ' ')
    expect(flat(`${first} | ${cells}`).report.requests).toEqual({ newReceived: cellsOf([1, 2, 3, 4, 5, 6, null]) })
    const reading = flat(first, cells)
    expect(reading.report.requests).toEqual({})
    expect(reasonsOf(reading, 'newReceived')[0]).toContain('总计空白')
  })
  test('a row that was read in one place and stands without figures in another is not read', () => {
    const reading = flat(bars(first, ...seven), bars(second, ...seven), first, last)
    expect(reading.report.requests).toEqual({ carriedOver: cellsOf(seven) })
    expect(reasonsOf(reading, 'newReceived')[0]).toContain('两次')
  })
  test('what begins behind another row than the last is one of its cells', () => {
    const lines = [heading, bars(...usual), first, ...seven, 4].join('\n')
    expect(readPage(pageFromText(lines)).report.requests).toEqual({})
  })
  test('figures below the caption of all results belong to no row, and no row is given up for them', () => {
    const reading = flat(bars(first, ...seven), '三、本年度办理结果', '7', bars(last, ...seven))
    expect(Object.keys(reading.report.requests)).toEqual(['newReceived', 'carriedForward'])
    expect(reasonsOf(reading, 'results')).toEqual([])
  })
  test('nor for figures on the line of the caption of a group', () => {
    const reading = flat(bars(first, ...seven), bars('（四）无法提供', 7), bars(last, ...seven))
    expect(reasonsOf(reading, 'unableToProvide')).toEqual([])
  })
})

describe('figures that add up in rows, but not down the columns', () => {
  const form = reportFormats['2021']
  const rows = leafRows(form.requests.rows)
  const truth = soundFigures(form, chanceOf(5), 900).requests
  const sevens = rows.map(({ id }) => columns.map((column) => Number(truth[id]?.[column])))
  const read = (figures: readonly (readonly number[])[], separator: string) =>
    flat(...rows.flatMap(({ label }, at) => `${label}${separator}${figures[at]?.join(' ')}`.split('\n')))
  const moved = [...sevens.slice(1), ...sevens.slice(0, 1)]

  test('have slipped to other rows where labels and figures stand on different lines', () => {
    expect(read(sevens, '\n').report.requests).toEqual(truth)
    const reading = read(moved, '\n')
    expect(reading.report.requests).toEqual({})
    expect(reasonsOf(reading, 'requests')[0]).toContain('错了行')
  })
  test('but are those of the report on the lines of their labels', () => {
    expect(Object.keys(read(moved, ' ').report.requests)).toHaveLength(rows.length)
  })
  test('nor have they slipped where few columns fail, or rows fail too', () => {
    const more = (at: number) =>
      sevens.map((cells, index) => (index === 4 ? cells.with(at, (cells[at] ?? 0) + 1) : cells))
    const oneColumn = more(2).map((cells, index) => (index === 4 ? cells.with(6, (cells[6] ?? 0) + 1) : cells))
    expect(Object.keys(read(oneColumn, '\n').report.requests)).toHaveLength(rows.length)
    const oneRow = moved.map((cells, index) => (index === 4 ? cells.with(6, (cells[6] ?? 0) + 1) : cells))
    expect(Object.keys(read(oneRow, '\n').report.requests)).toHaveLength(rows.length)
  })
})
