import { describe, expect, test } from 'vitest'
import { applicantLabels } from './applicant-columns.ts'
import { newDraft } from './draft.ts'
import { pageFromText } from './from-text.ts'
import type { Label } from './labels.ts'
import { piecesOf } from './pieces.ts'
import { findRows } from './table-rows.ts'
import { set } from './testing/small-pages.ts'
import { areInOrder, columnsAbove, type HeaderWord, headerWords } from './text-headers.ts'

const aLabel = (id: string, ...names: readonly string[]): Label => ({
  table: 'requests',
  kind: 'column',
  order: -1,
  parent: null,
  id,
  names,
})
const piecesIn = (...lines: readonly string[]) => piecesOf(pageFromText(`${lines.join('\n')}\n`))

describe('what header words of flattened text name', () => {
  const words = (...lines: readonly string[]) => {
    const tables = findRows(piecesIn(...lines), newDraft())
    const found = headerWords(tables, 'requests', applicantLabels, -1, tables.pieces.length)
    return found.map(({ id, mayBe }) => (id === '' || id === '?' ? `${id}${mayBe.join(' ')}` : id))
  }
  test.for<[string, string[], string[]]>([
    ['the column', ['自然人', '总计'], ['naturalPerson', 'total']],
    ['a column in two parts, once', ['商业', '企业'], ['enterprise']],
    ['a column with a letter misprinted', ['社会公益组只'], ['publicInterestOrg']],
    ['of three letters, what it may be', ['自某人'], ['?naturalPerson']],
    ['parts of columns', ['社会', '机构'], ['publicInterestOrg', 'researchInstitution legalServiceOrg']],
    ['none, but half of one', ['外国企业'], ['?enterprise']],
    ['none', ['外国政府', '甲乙（略）', '甲乙丙丁戊己庚辛壬癸'], ['?', '?', '?']],
    ['columns of another table are left out', ['行政复议', '结果维持'], []],
    ['words about the table are left out', ['申请人情况', '项目', '（略）'], []],
    ['so are words of one letter, or longer than any header', ['甲', '甲乙丙丁戊己庚辛壬癸子'], []],
    ['so are figures and signs', ['1 2', '、'], []],
  ])('%s', ([, lines, named]) => expect(words(...lines)).toEqual(named))
})

describe('whole header words beside each other', () => {
  const word = (id: string, at: number, line = 0): HeaderWord => ({ id, mayBe: [id], line, at })
  test.for<[string, HeaderWord[], boolean]>([
    ['stand in the order', [word('a', 0), word('b', 5), word('c', 9)], true],
    ['stand in it by their places', [word('b', 5), word('a', 0)], true],
    ['stand against it', [word('b', 0), word('a', 5)], false],
    ['stand against it on one line of two', [word('a', 0), word('c', 0, 1), word('b', 5, 1)], false],
    ['stand on lines of their own', [word('b', 0), word('a', 5, 1)], true],
    ['are the same', [word('a', 0), word('a', 5)], false],
    ['name no column of the order', [word('?', 0), word('a', 5), word('?', 9), word('b', 12)], true],
  ])('%s', ([, words, isKept]) => expect(areInOrder(words, ['a', 'b', 'c'])).toBe(isKept))
})

describe('the column over each figure of text set in columns', () => {
  const wanted = [aLabel('a', '甲'), aLabel('b', '乙', '乙数'), aLabel('c', '丙组织'), aLabel('d', '丁乙')]
  const above = (figuresAt: number, lines: readonly string[], from = -1) => {
    const pieces = piecesIn(...lines)
    const figures = pieces.filter(({ kind, line }) => kind === 'figure' && line === figuresAt)
    return columnsAbove(pieces, figures, wanted, from)
  }
  const figures = set(['1', 10], ['2', 30], ['3', 60])
  const headers = set(['甲', 10], ['乙', 30], ['丙组织', 60])
  test.for<[string, string[]]>([
    ['words right above', [headers]],
    ['words a little beside', [set(['甲', 14], ['乙', 24], ['丙组织', 50])]],
    [
      'words in several lines',
      [set(['本年', 10], ['丙', 60]), set(['甲', 10], ['乙', 30]), set(['数', 30], ['组织', 60])],
    ],
    ['words nearer to the next figure than half of the way', [headers, set(['项目', 43])]],
    ['figures and bars above', [headers, set(['7', 10]), '乙 | 甲 |']],
  ])('%s', ([, lines]) => {
    const under = lines.length
    expect(above(under, [...lines, figures, set(['说明', 10])])).toEqual(['a', 'b', 'c'])
  })
  test.for<[string, string[]]>([
    ['a figure without a word', [set(['甲', 10], ['丙组织', 60])]],
    ['a word that is no column', [set(['甲', 10], ['外', 30], ['丙组织', 60])]],
    ['words behind the name of the column', [headers, set(['人', 10])]],
    ['a word that ends with two columns', [set(['甲', 10], ['丁乙', 30], ['丙组织', 60])]],
    ['words only below', []],
  ])('%s: none is told', ([, lines]) => {
    expect(above(lines.length, [...lines, figures, headers])).toBeUndefined()
  })
  test('figures close together, or between bars, stand in no columns', () => {
    expect(above(1, ['甲 乙', '1  2'])).toEqual(['a', 'b'])
    expect(above(1, ['甲 乙', '1 2'])).toBeUndefined()
    expect(above(1, [set(['甲', 10], ['乙', 30]), `${set(['1', 10])} | ${set(['2', 18])} |`])).toBeUndefined()
    expect(above(0, ['1  2'])).toBeUndefined()
  })
  test('words before the table do not count', () => {
    expect(above(2, [set(['甲', 10]), set(['甲', 10], ['乙', 30], ['丙组织', 60]), figures], 1)).toEqual([
      'a',
      'b',
      'c',
    ])
    expect(above(2, [headers, set(['乙', 30], ['丙组织', 60]), figures], 3)).toBeUndefined()
  })
})
