import { describe, expect, test } from 'vitest'
import { bare, bareName, ordinalLength, plain, recall } from './bare.ts'
import { asMarks, hasMarks, withoutMarks, withoutTrailingMarks } from './marks.ts'
import { isPageNumber, isProse } from './pieces.ts'
import { isFigure, isPrintedNone, readFigure } from './printed-figure.ts'
import { unlikeness } from './unlikeness.ts'

describe('what two prints of one label have in common', () => {
  test.for<[string, string]>([
    ['（三）不予公开', '三不予公开'],
    ['屬于國家秘密', '属于国家秘密'],
    ['重(chóng)复 申请①', '重复申请'],
    ['８．属于 行政查询事项', '8属于行政查询事项'],
  ])('%s: %s', ([text, common]) => expect(bare(text)).toBe(common))
  test('pinyin goes, other brackets stay', () => {
    expect(plain('重(chóng)复(一)')).toBe('重复(一)')
    expect(plain('重(zhongfuceshi)复')).toBe('重(zhongfuceshi)复')
  })
  test.for<[string, number]>([
    ['（三）不予公开', 1],
    ['三、本年度办理结果', 1],
    ['12.其他', 2],
    ['十一 其他', 2],
    ['【1】其他', 1],
    [' 2 ．其他', 1],
    ['其他', 0],
    ['其他三', 0],
    ['123456', 2],
  ])('the ordinal of %s takes %i', ([text, length]) => expect(ordinalLength(text)).toBe(length))
  test('a label without its ordinal', () => expect(bareName('（三）不予公开')).toBe('不予公开'))
  test('an answer is remembered for short texts only, and never changes', () => {
    let asked = 0
    const length = recall((text: string) => {
      asked += 1
      return text.length
    })
    expect([length('甲'), length('甲'), length('甲'.repeat(61)), length('甲'.repeat(61))]).toEqual([1, 1, 61, 61])
    expect(asked).toBe(3)
    for (let index = 0; index < 4000; index += 1) length(`${index}`)
    expect(length('甲')).toBe(1)
    expect(asked).toBe(4004)
  })
})

describe('marks of footnotes', () => {
  test.for<[string, string, string]>([
    ['168①', '168', '168'],
    ['①168', '168', '①168'],
    [' * 168 ² ③ ', '168', ' * 168'],
    ['1①68', '1①68', '1①68'],
    [' 168 ', ' 168 ', ' 168 '],
  ])('%s', ([text, figure, label]) => {
    expect(withoutMarks(text)).toBe(figure)
    expect(withoutTrailingMarks(text)).toBe(label)
  })
  test('raised digits keep their value, anything else is only a sign', () => {
    expect(asMarks('1 2a注')).toBe('¹²※※')
    expect(hasMarks(asMarks('12'))).toBe(true)
    expect(hasMarks('12')).toBe(false)
  })
})

describe('whether a text is one figure', () => {
  test.for([
    '168',
    '0',
    '1,234',
    '1,234,567.89',
    '12.5万元',
    '3 件',
    '+3',
    '－3',
    '减4',
    '--253',
    '负2',
    '下降5',
    '/',
    '—',
    '无',
    '零',
    '〇',
    '168(其中网上3件)',
    '168[1]',
    '168①',
    '16 万元',
  ])('%s is', (text) => expect(isFigure(text)).toBe(true))
  test.for([
    '',
    '1,23',
    '1 234',
    '1.2.3',
    '12a',
    '第3',
    '3年',
    '1①68',
    '(168)',
    '168(一)(二)',
    '1234567890123456',
    '约3',
    `168(${'一'.repeat(61)})`,
    `1${' '.repeat(90)}`,
    '1, 234',
    '12. 5',
    '168)',
  ])('%s is not', (text) => expect(isFigure(text)).toBe(false))

  test.for<[string, Parameters<typeof readFigure>[1], ReturnType<typeof readFigure>]>([
    ['168', 'count', 168],
    ['1,234件', 'count', 1234],
    ['－3', 'delta', -3],
    ['减少4', 'delta', -4],
    ['增加4', 'delta', 4],
    ['-0', 'count', 0],
    ['零', 'count', 0],
    ['〇', 'amountWan', '0'],
    ['3元', 'count', undefined],
    ['3万元', 'count', undefined],
    ['1 68', 'count', undefined],
    ['1①68', 'count', undefined],
    ['若干', 'count', undefined],
    ['2.5', 'count', undefined],
    ['999999999999999', 'count', 999999999999999],
    ['007.2800', 'amountWan', '7.28'],
    ['0.00', 'amountWan', '0'],
    ['1,234.50', 'amountWan', '1234.5'],
    ['12500元', 'amountWan', '1.25'],
    ['3元', 'amountWan', '0.0003'],
    ['12345.6元', 'amountWan', '1.23456'],
    ['3万元', 'amountWan', '3'],
    ['-2.5', 'amountWan', '-2.5'],
    ['-0.0', 'amountWan', '0'],
    ['3件', 'amountWan', undefined],
    ['0件', 'amountWan', '0'],
    ['103.3879万元', 'asPrinted', '103.3879万元'],
    ['/', 'asPrinted', '/'],
    ['无', 'asPrinted', '无'],
    ['若干', 'asPrinted', undefined],
    ['1'.repeat(41), 'asPrinted', undefined],
    ['1'.repeat(40), 'asPrinted', '1'.repeat(40)],
  ])('%s as %s: %s', ([text, kind, value]) => {
    expect(readFigure(text, kind)).toBe(value)
  })
  test('under a header in 元 an amount without its own unit is in 元', () => {
    expect(readFigure('12500', 'amountWan', true)).toBe('1.25')
    expect(readFigure('12500万元', 'amountWan', true)).toBe('12500')
    expect(readFigure('12500', 'amountWan')).toBe('12500')
  })
  test.for<[string, boolean]>([
    ['/', true],
    ['－', true],
    [' 无 ', true],
    ['无件', true],
    ['0', false],
    ['', false],
    ['无①无', false],
  ])('“%s” prints none: %s', ([text, none]) => expect(isPrintedNone(text)).toBe(none))
})

describe('lines that are no part of a table', () => {
  test.for(['-3-', '— 12 —', '第 3 页', '第3页 共5页', 'P. 3', 'p3', '3页', '·7·'])(
    '%s is the number of a page',
    (text) => expect(isPageNumber(text)).toBe(true),
  )
  test.for(['3', '-3', '第3条', '-1234-', '第三页', '共5页', `第3页${'页'.repeat(30)}`])('%s is none', (text) =>
    expect(isPageNumber(text)).toBe(false),
  )
  test.for<[string, boolean]>([
    ['我局坚持公开，不断加强工作。', true],
    ['公开；工作。', false],
    ['公开工作的各项有关情况和数量如下所示', false],
    ['公'.repeat(261), true],
    ['公'.repeat(260), false],
    [`${'公 '.repeat(150)}`, false],
  ])('%.20s is prose: %s', ([text, prose]) => expect(isProse(text)).toBe(prose))
})

describe('how unlike two words are', () => {
  test.for<[string, string, number]>([
    ['属于国家秘密', '属于国家秘密', 0],
    ['属于国家秘密', '属于国家机密', 1 / 6],
    ['属于国家秘密', '属于国家密', 1 / 6],
    ['属于国家秘密', '属于国家的秘密', 1 / 7],
    ['甲乙', '丙丁', 1],
    ['甲乙丙丁', '丁', 1],
    ['', '', 0],
  ])('%s and %s: %f', ([one, other, value]) => expect(unlikeness(one, other)).toBeCloseTo(value))
  test('how far is looked can be said', () => {
    expect(unlikeness('甲乙丙丁', '丁', 1)).toBeCloseTo(3 / 4)
    expect(unlikeness('甲乙丙', '甲乙', 1 / 3)).toBeCloseTo(1 / 3)
  })
})
