import { describe, expect, test } from 'vitest'
import { leafRows } from '../../law/report-format.ts'
import { reportFormats } from '../../law/report-formats.ts'
import { pageFromHtml } from './from-html.ts'
import { pageFromText } from './from-text.ts'
import { readPage } from './read-page.ts'
import { reasonsOf, row } from './testing/small-pages.ts'

const three = '三、收到和处理政府信息公开申请情况'
const four = '四、政府信息公开行政复议、行政诉讼情况'
const six = '六、其他需要报告的事项'
const usual = ['自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计']
const seven = [1, 2, 3, 4, 5, 6, 21]
const prose = '以上不予公开的申请，均已按规定逐件说明理由并告知救济途径。'
const caption = '不予公开情况分类表'
const rows = leafRows(reportFormats['2021'].requests.rows)
const bars = (...cells: readonly (string | number)[]): string => `${cells.join(' | ')} |`
const ofThree = rows.map(({ label }, at) => [label, ...seven.map((value) => value * (at + 1))])
const truth = Object.fromEntries(rows.map(({ id }, at) => [id, seven.map((value) => value * (at + 1))]))
const lists: Readonly<Record<string, readonly (string | number)[][]>> = {
  'a word between': [['属于国家秘密', '涉密', 1, 2, 3, 4, 5, 6, 7]],
  'a number before': [[1, '属于国家秘密', 1, 2, 3, 4, 5, 6, 7]],
  'nothing else': [['1.属于国家秘密', 1, 2, 3, 4, 5, 6, 21]],
  'three rows': [
    ['重复申请', 1, 2, 3, 4, 5, 6, 21],
    ['属于行政查询事项', 1, 2, 3, 4, 5, 6, 21],
    ['信访举报投诉类申请', 1, 2, 3, 4, 5, 6, 21],
  ],
}
const inText = (list: readonly (string | number)[][]): string[] => list.map((cells) => bars(...cells))
const inHtml = (...lists: readonly (readonly (string | number)[])[]): string =>
  `<table>${lists.map((cells) => row(...cells)).join('')}</table>`
const figuresOf = ({ report }: ReturnType<typeof readPage>) =>
  Object.fromEntries(Object.entries(report.requests).map(([id, cells]) => [id, Object.values(cells)]))
const text = (...lines: string[]) => readPage(pageFromText(`${lines.join('\n')}\n`))
const page = (...blocks: string[]) =>
  readPage(pageFromHtml(blocks.map((block) => (block.startsWith('<') ? block : `<p>${block}</p>`)).join('')))
const strays = ({ findings }: ReturnType<typeof readPage>) =>
  findings.filter(({ code, about, row: id }) => code === 'EXTRA_ROW' && about === 'reading' && id !== undefined)

describe('a row of section three counts only in its table', () => {
  test.for(Object.keys(lists))('a list with %s, while the table itself is a picture: not read, and told', (name) => {
    const list = lists[name] ?? []
    const readings = [
      text(three, ...inText(list), four),
      text(three, caption, ...inText(list), four),
      page(three, inHtml(...list), four),
      page(three, caption, inHtml(...list), four),
    ]
    for (const reading of readings) {
      expect(figuresOf(reading)).toEqual({})
      expect(strays(reading).length).toBe(list.length)
      expect(reasonsOf(reading, 'requests')[0]).toContain('没有读出')
    }
  })
  test.for(Object.keys(lists))('a list with %s behind the table: the table is read, the list told', (name) => {
    const list = lists[name] ?? []
    const tableText = [bars(...usual), ...inText(ofThree)]
    const table = inHtml(['', ...usual], ...ofThree)
    const readings = [
      text(three, ...tableText, ...inText(list), four),
      text(three, ...tableText, prose, caption, ...inText(list), four),
      text(three, ...tableText, four, six, ...inText(list)),
      page(three, table, caption, inHtml(...list), four),
      page(three, table, prose, inHtml(...list), four),
      page(three, table, four, six, inHtml(...list)),
    ]
    for (const reading of readings) {
      expect(figuresOf(reading)).toEqual(truth)
      expect(strays(reading).length).toBe(list.length)
      expect(reasonsOf(reading, 'requests')).toEqual([])
    }
  })
  test.for(Object.keys(lists))('a list with %s before the table: never read for a row of it, and told', (name) => {
    const list = lists[name] ?? []
    const reading = text(three, ...inText(list), bars(...usual), ...inText(ofThree), four)
    expect([{}, truth]).toContainEqual(figuresOf(reading))
    expect(strays(reading).length).toBe(list.length)
  })
  test('what of the table is there before a paragraph is read; a row behind it is not', () => {
    const some = ofThree.slice(0, 4)
    for (const reading of [
      text(three, bars(...usual), ...inText(some), prose, bars('属于国家秘密', ...seven)),
      page(three, inHtml(['', ...usual], ...some), prose, inHtml(['属于国家秘密', ...seven])),
    ]) {
      expect(Object.keys(figuresOf(reading))).toHaveLength(4)
      expect(strays(reading)).toHaveLength(1)
    }
  })
})

describe('the table goes on over a page', () => {
  const [above, below] = [ofThree.slice(0, 20), ofThree.slice(20)]
  test.for<[string, string[]]>([
    ['the number of the page', ['- 4 -']],
    ['a running title', ['示例市园林局年度报告', '- 4 -']],
    ['nothing', []],
  ])('behind %s', ([, between]) => {
    expect(figuresOf(text(three, bars(...usual), ...inText(above), ...between, ...inText(below), four))).toEqual(truth)
    const parts = [inHtml(['', ...usual], ...above), ...between, inHtml(...below)]
    expect(figuresOf(page(three, ...parts, four))).toEqual(truth)
  })
  test('behind a paragraph with its headers printed again', () => {
    const parts = [inHtml(['', ...usual], ...above), prose, inHtml(['', ...usual], ...below)]
    expect(figuresOf(page(three, ...parts, four))).toEqual(truth)
  })
  test('behind a note, in the order of the form and to its last row', () => {
    const note = '注：以上数据截至2024年12月31日。'
    for (const at of [20, ofThree.length - 8, ofThree.length - 1]) {
      const [page1, page2] = [ofThree.slice(0, at), ofThree.slice(at)]
      for (const reading of [
        text(three, bars(...usual), ...inText(page1), note, ...inText(page2), four),
        page(three, inHtml(['', ...usual], ...page1), note, inHtml(...page2), four),
      ]) {
        expect(figuresOf(reading)).toEqual(truth)
        expect(strays(reading)).toEqual([])
      }
    }
  })
  test.for<[string, (rows: typeof ofThree) => typeof ofThree]>([
    ['in another order', (rows) => [...rows.slice(1, 2), ...rows.slice(0, 1), ...rows.slice(2)]],
    ['with a row that was there before', (rows) => [...ofThree.slice(5, 6), ...rows]],
    ['wider than before', (rows) => rows.map((cells) => [...cells, 9])],
    ['without the last row', (rows) => rows.slice(0, -1)],
  ])('behind a note, but %s: told', ([, change]) => {
    const rest = change(ofThree.slice(-5))
    const reading = page(three, inHtml(['', ...usual], ...ofThree.slice(0, -5)), prose, inHtml(...rest), four)
    expect(strays(reading)).toHaveLength(rest.length)
  })
})
