import { describe, expect, test } from 'vitest'
import { pageFromText } from './from-text.ts'
import { readPage } from './read-page.ts'
import { reasonsOf, text } from './testing/small-pages.ts'

const requests = '三、收到和处理政府信息公开申请情况'
const headers = ['自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计']
const first = '一、本年新收政府信息公开申请数量'
const second = '二、上年结转政府信息公开申请数量'
const last = '四、结转下年度继续办理'
const seven = ['1', '2', '3', '4', '5', '6', '21']
const line = seven.join(' ')

const rowsRead = (...lines: readonly string[]) => {
  const { report } = text(requests, ...headers, ...lines)
  for (const cells of Object.values(report.requests)) expect(Object.values(cells).map(String)).toEqual(seven)
  return Object.keys(report.requests)
}
const both = ['newReceived', 'carriedOver']

describe('figures on lines of their own belong to the label before them', () => {
  test.for<[string, string[], string[]]>([
    ['one to a line', [first, ...seven, second, ...seven], both],
    ['a row to a line', [first, line, second, line], both],
    [
      'a label that has no figures, before the header of the next page',
      [first, ...headers, second, ...seven],
      ['carriedOver'],
    ],
    [
      'a row with a figure too few, whose figures are its own',
      [first, ...seven.slice(1), second, ...seven],
      ['carriedOver'],
    ],
    [
      'the same behind a row that is read',
      [first, ...seven, second, ...seven.slice(1), last, ...seven],
      ['newReceived', 'carriedForward'],
    ],
    ['a row that the form does not know', [first, ...seven, '外国人的申请', '7', '8', second, ...seven], both],
    ['the number of a page between whole rows', [first, line, '17', second, line], both],
    ['the number of a page before whole rows', ['17', first, line, second, line], both],
    [
      'numbers of pages far from each other',
      ['17', first, line, '（一）', '（二）', '（三）', '（四）', '（五）', '（六）', '18', second, line],
      both,
    ],
    ['an ordinal on its own before a caption', [first, line, '3 、本年度办理结果', second, line], both],
    ['an ordinal in brackets', ['（1）', first, line, second, line], both],
    ['an ordinal with its dot', ['1.', first, line, second, line], both],
    ['a word with a number in it', ['第3页起', first, line, second, line], both],
    ['a label without figures behind the last row', [first, ...seven, second], ['newReceived']],
    [
      'a label without figures, before a row whose figures stand on its line',
      [first, `${second} ${line}`, last, ...seven],
      ['carriedOver', 'carriedForward'],
    ],
  ])('%s: read', ([, lines, read]) => expect(rowsRead(...lines)).toEqual(read))

  test.for<[string, string[]]>([
    ['a label stands before another, and only that has figures', [first, second, ...seven]],
    ['the same with a header behind them', [first, second, ...seven, ...headers]],
    ['the caption of a group stands between the two', [first, '（三）不予公开', second, ...seven]],
    ['a figure stands before the first label', ['9', first, ...seven, second, ...seven]],
    ['a figure with its unit stands there', ['9件', first, ...seven, second, ...seven]],
    [
      'figures of words that the form does not know stand there',
      ['外国人申请情况', '7', '8', first, ...seven, second, ...seven],
    ],
    ['figures of a row stand before the first label', [line, first, line, second, line]],
    ['what may be a figure stands before the first label', ['1xy', first, line, second, line]],
    ['two lone figures stand near each other', ['17', '18', first, line, second, line]],
    ['figures stand behind a word too short to be a label', [first, ...seven, '备注', '7', '8', second, ...seven]],
  ])('but %s: nobody can say whose they are', ([, lines]) => {
    expect(rowsRead(...lines)).toEqual([])
    expect(reasonsOf(text(requests, ...headers, ...lines), 'carriedOver')[0]).toContain('名称与数字分离')
  })

  test('what stands behind the last row where the text breaks off is the beginning of something else', () => {
    const read = (...lines: string[]) =>
      Object.keys(readPage(pageFromText([requests, ...headers, ...lines].join('\n'))).report.requests)
    expect(read(first, ...seven, last, ...seven, '4')).toEqual(['newReceived', 'carriedForward'])
    expect(read(first, ...seven, last, ...seven, '4', '5')).toEqual(['newReceived'])
  })

  test('figures on the line of their label are its own, whatever stands elsewhere', () => {
    const locked = `${second} | ${seven.join(' | ')} |`
    expect(rowsRead('9', '8', first, ...seven, locked)).toEqual(['carriedOver'])
    expect(rowsRead('9', '8', `${first} | ${seven.join(' | ')} |`, locked)).toEqual(both)
  })
})
