import { describe, expect, test } from 'vitest'
import { newDraft } from './draft.ts'
import { pageFromHtml } from './from-html.ts'
import { pageFromText } from './from-text.ts'
import { recognise, strangersOf } from './near-labels.ts'
import { piecesOf } from './pieces.ts'
import { holdsSeveral } from './several-reports.ts'
import { findRows } from './table-rows.ts'
import { row, text } from './testing/small-pages.ts'

const rows = [
  '行政许可 | 1 |',
  '行政处罚 | 1 |',
  '行政强制 | 1 |',
  '规章 | 1 | 1 | 1 |',
  '行政规范性文件 | 1 | 1 | 1 |',
]
const overview = '一、总体情况'
const title = (year: number, organ = '示例市统计局') => `${organ}${year}年政府信息公开工作年度报告`
const several = (...lines: readonly (string | readonly string[])[]) =>
  holdsSeveral(pageFromText(`${lines.flat().join('\n')}\n`))

test.for<[string, boolean, (string | readonly string[])[]]>([
  ['one report', false, [title(2024), overview, rows]],
  ['section one twice, and tables behind both', true, [overview, rows, overview, rows]],
  ['section one twice, and a table behind one: a table of contents', false, [overview, overview, rows]],
  ['section one twice, and four rows behind one', false, [overview, rows, overview, rows.slice(1)]],
  ['titles of two years, and tables behind both', true, [title(2023), rows, title(2024), rows]],
  ['titles of two organs', true, [title(2024), rows, title(2024, '示例市教育局'), rows]],
  ['a title that begins with its year', true, ['2023年示例市统计局政府信息公开年报', rows, title(2024), rows]],
  ['the same title twice', false, [title(2024), rows, title(2024), rows]],
  ['titles of two years, and a table behind one', false, [title(2024), rows, title(2023)]],
  ['a year in a sentence', false, [title(2024), rows, `${title(2023)}已经公布，请见网站。`, rows]],
  ['a long line', false, [title(2024), rows, title(2023, '某'.repeat(70)), rows]],
  ['no tables', false, [title(2024), title(2023), overview, overview]],
])('%s: %s', ([, expected, lines]) => expect(several(...lines)).toBe(expected))

test('a title in a cell of a table is no other report', () => {
  const table = (year: number) =>
    `<table>${row(title(year))}${rows.map((line) => row(...line.split(' | '))).join('')}</table>`
  expect(holdsSeveral(pageFromHtml(table(2023) + table(2024)))).toBe(false)
  const named = (year: number) => `<p>${title(year)}</p>${table(year)}`
  expect(holdsSeveral(pageFromHtml(named(2023) + named(2024)))).toBe(true)
})

describe('a label that is only like one', () => {
  const seven = '0 | 0 | 0 | 0 | 0 | 0 | 0 |'
  const guessed = (...lines: string[]) => {
    const pieces = piecesOf(pageFromText(`${lines.join('\n')}\n`))
    const { rows: known, found } = findRows(pieces, newDraft())
    const guesses = found.occurrences.filter(({ isGuess }) => isGuess)
    return known.filter(({ occurrence }) => guesses.includes(occurrence)).map(({ label }) => label.id)
  }
  test.for<[string, string[], string[]]>([
    ['one sign is another', [`1.属于国象秘密 | ${seven}`], ['denied.stateSecret']],
    ['cut off', [`2.没有现成信息需 | ${seven}`], ['unableToProvide.needsCreation']],
    ['cut off, and hardly anything left', [`2.没有现 | ${seven}`], []],
    ['in two pieces', [`1.属于 国象秘密 | ${seven}`], ['denied.stateSecret']],
    ['too far from any', [`某某某某某某 | ${seven}`], []],
    ['too short', [`秘密 | ${seven}`], []],
    ['without figures', ['1.属于国象秘密'], []],
    ['near two alike', [`（一）部以公开 | ${seven}`], []],
    ['the row itself is there', [`1.属于国家秘密 | ${seven}`, `1.属于国象秘密 | ${seven}`], []],
    [
      'the row itself is there, out of its place',
      [`1.属于国家秘密 | ${seven}`, `一、本年新收政府信息公开申请数量 | ${seven}`, `1.属于国象秘密 | ${seven}`],
      [],
    ],
    ['before its place', [`1.属于国象秘密 | ${seven}`, `一、本年新收政府信息公开申请数量 | ${seven}`], []],
    ['as near to another', [`二、上年新转政府信息公开申请数量 | ${seven}`], []],
    [
      'out of its place',
      [`（七）总计 | ${seven}`, `四、结转下年度继续办理 | ${seven}`, `1.属于国象秘密 | ${seven}`],
      [],
    ],
    [
      'in its place',
      [`（一）予以公开 | ${seven}`, `1.属于国象秘密 | ${seven}`, `2.重复申请 | ${seven}`],
      ['denied.stateSecret'],
    ],
  ])('%s', ([, lines, ids]) => expect(guessed(...lines)).toEqual(ids))

  test('runs of unknown words are looked at from the shortest on, over two lines at most', () => {
    const runs = (...lines: string[]) => {
      const pieces = piecesOf(pageFromText(`${lines.join('\n')}\n`))
      return strangersOf(pieces, findRows(pieces, newDraft()).found).map((forms) =>
        forms.map(({ text: words }) => words),
      )
    }
    expect(runs('甲乙 丙丁', '1')).toEqual([['丙丁', '甲乙丙丁']])
    expect(runs('甲乙', '丙丁', '戊己', '庚辛', '1')).toEqual([['庚辛', '戊己庚辛', '丙丁戊己庚辛']])
    expect(runs('甲乙 丙丁 戊己 庚辛 壬癸 1')).toEqual([['壬癸', '庚辛壬癸', '戊己庚辛壬癸', '丙丁戊己庚辛壬癸']])
    expect(runs('行政许可 甲乙 1')).toEqual([['甲乙']])
    expect(runs('甲 1', '甲乙', '丙')).toEqual([])
    expect(runs('甲乙 || 1 |')).toEqual([])
    expect(runs('甲乙 、 丙丁 1')).toEqual([['丙丁']])
  })
  test('of words as long as a sentence nothing is guessed', () => {
    const stranger = { raw: '', first: 0, last: 0 }
    expect(recognise({ ...stranger, text: '属于国象秘密' }, [])?.candidates[0]?.id).toBe('denied.stateSecret')
    expect(recognise({ ...stranger, text: '属于' }, [])).toBeUndefined()
    expect(recognise({ ...stranger, text: '属'.repeat(61) }, [])).toBeUndefined()
  })
})

describe('section two: labels and figures torn apart', () => {
  const header = '信息内容 | 本年处理决定数量 |'
  const read = (...lines: string[]) => text('二、主动公开政府信息情况', ...lines).report.proactive
  test.for<[string, string[], Record<string, number | null>]>([
    [
      'each behind its label',
      [header, '行政许可', '1', header, '行政处罚', '2', '行政强制', '3'],
      {
        'licensing.decisions': 1,
        'penalty.decisions': 2,
        'compulsion.decisions': 3,
      },
    ],
    ['a label without figures before one that has them', [header, '行政许可', '行政处罚', '1', '行政强制', '2'], {}],
    [
      'a header between the two',
      [header, '行政许可', header, '行政处罚', '1'],
      { 'licensing.decisions': null, 'penalty.decisions': 1 },
    ],
    ['a figure that no label has taken', [header, '9', '行政许可', '1'], {}],
    [
      'though not beside figures on the line of their label',
      [header, '9', '行政许可 | 1 |'],
      { 'licensing.decisions': 1 },
    ],
    [
      'words that the form does not know take nothing from the row before them',
      [header, '行政许可', '1', '行政检查', '9', '行政处罚', '2'],
      {
        'licensing.decisions': 1,
      },
    ],
  ])('%s', ([, lines, figures]) => expect(read(...lines)).toEqual(figures))
})
