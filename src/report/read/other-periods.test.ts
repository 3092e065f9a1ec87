import { describe, expect, test } from 'vitest'
import { pageFromHtml } from './from-html.ts'
import { pageFromText } from './from-text.ts'
import { readPage } from './read-page.ts'
import { row } from './testing/small-pages.ts'

const two = '二、主动公开政府信息情况'
const three = '三、收到和处理政府信息公开申请情况'
const usual = ['自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计']
const first = '一、本年新收政府信息公开申请数量'
const seven = [1, 2, 3, 4, 5, 6, 21]
const title = (year: number): string => `示例市统计局${year}年政府信息公开工作年度报告`
const grid = (heading: string, ...rows: string[]) =>
  readPage(pageFromHtml(`<p>${title(2024)}</p><p>一、总体情况</p><p>${heading}</p><table>${rows.join('')}</table>`))
    .report

describe('another year above a table', () => {
  test.for(['同比', '上年同期', '去年', '累计', '2023年'])(
    'as a column beside those of the form (%s): the others are read',
    (header) => {
      const { requests } = grid(three, row('', ...usual, header), row(first, ...seven, 9))
      expect(Object.values(requests.newReceived ?? {})).toEqual(seven)
    },
  )
  test.for([
    ['a caption', row('2023年度情况'), ''],
    ['a caption beside the unit', row('2023年度情况', '单位：件'), ''],
    ['the corner', '', '2023年度'],
  ] as const)('as %s: no row is read', ([, above, corner]) => {
    expect(grid(three, above, row(corner, ...usual), row(first, ...seven)).requests).toEqual({})
  })
  test.for(['2023年处理决定数量', '上年处理决定数量'])(
    'as the only column of figures (%s): no row is read',
    (header) => {
      expect(grid(two, row('信息内容', header), row('行政处罚', 7)).proactive).toEqual({})
    },
  )
  test('in a header of 2019 that is broken behind 上一年: its rows are read', () => {
    const lines = [
      '二、主动公开政府信息情况',
      '信息内容',
      '上一年',
      '项目数量',
      '本年增/减',
      '处理决定数量',
      '行政许可 | 7 | 1 | 9 |',
    ]
    const { report } = readPage(
      pageFromText(`${[title(2019), '一、总体情况', ...lines, '五、存在的主要问题', ''].join('\n')}`),
    )
    expect(report.proactive).toMatchObject({ 'licensing.itemsLastYear': 7 })
  })
})
