import { describe, expect, test } from 'vitest'
import { newDraft } from './draft.ts'
import { pageFromHtml } from './from-html.ts'
import { pageFromText } from './from-text.ts'
import { looksLikeFigure, piecesOf } from './pieces.ts'
import { runsAfter } from './remedy-runs.ts'
import { cellsBehind, isWhole } from './row-figures.ts'
import { findRows } from './table-rows.ts'
import { type HeaderWord, speaksAgainst, toldOrder } from './text-headers.ts'

const tablesOf = (text: string) => findRows(piecesOf(pageFromText(text)), newDraft())
const kindsOf = (text: string) =>
  piecesOf(pageFromText(text)).map(({ kind, raw }) => (raw === '' ? kind : `${kind} ${raw}`))

describe('the smallest parts of a page', () => {
  test.for<[string, string[]]>([
    ['规章 | 1 |  | 3 |\n', ['text 规章', 'figure 1', 'blank', 'figure 3']],
    ['规章 | 1 |  |  |\n', ['text 规章', 'figure 1', 'blank', 'blank']],
    ['规章 | 1 ||\n', ['text 规章', 'figure 1', 'pad']],
    ['规章 | 1 | |\n', ['text 规章', 'figure 1', 'pad']],
    ['规章 | 1 |  || |\n', ['text 规章', 'figure 1', 'pad', 'pad', 'pad']],
    ['规章 | 1 || 2 |\n', ['text 规章', 'figure 1', 'pad', 'figure 2']],
    ['| 规章 | 1 |\n', ['pad', 'text 规章', 'figure 1']],
    ['规章\n| 1 |\n', ['text 规章', 'figure 1']],
    ['规章 |\n| 1 |\n', ['text 规章', 'pad', 'figure 1']],
    ['属于 国家 1 2\n', ['text 属于', 'text 国家', 'figure 1', 'figure 2']],
    ['1 属于 2\n', ['text 1', 'text 属于', 'figure 2']],
    ['12 万元\n', ['figure 12 万元']],
    ['规章 12 万元\n', ['text 规章', 'figure 12万元']],
    ['规章　3 件\n', ['text 规章', 'figure 3件']],
    ['规章\n---|---|---\n|---|\n行政许可\n', ['text 规章', 'text 行政许可']],
    ['规章\n-3-\n\n第3页\n行政许可\n', ['text 规章', 'text 行政许可']],
    ['我局坚持公开，不断加强工作3。\n规章 | 我局坚持公开，不断加强工作。 | 3 |\n', ['text 规章', 'figure 3']],
    [`${'规章'.repeat(2001)}\n规章\n`, ['text 规章']],
  ])('%s', ([text, kinds]) => expect(kindsOf(text)).toEqual(kinds))

  test('prose in a cell of a real table is none of its cells', () => {
    const cells = ['规章', '我局坚持公开，不断加强工作。', ' 3 '].map((cell) => `<td>${cell}</td>`).join('')
    const pieces = piecesOf(pageFromHtml(`<table><tr>${cells}</tr></table>`))
    expect(pieces.map(({ raw }) => raw)).toEqual(['规章', '3'])
  })
  test.for<[string, boolean]>([
    ['12', true],
    ['1 2', true],
    ['1,0 2', true],
    ['1 2甲', false],
    ['甲1 2', false],
  ])('in a cell %s looks like a figure: %s', ([cell, looks]) => {
    const [piece] = piecesOf(pageFromHtml(`<table><tr><td>${cell}</td></tr></table>`))
    expect(piece && looksLikeFigure(piece)).toBe(looks)
  })
  test('a word stands where its middle is, in half-width columns', () => {
    const places = (text: string) => piecesOf(pageFromText(text)).map(({ at }) => at)
    expect(places('规章  1   23\n')).toEqual([2, 6.5, 11])
    expect(places('  12\n')).toEqual([2])
    expect(places('ab 规 3\n')).toEqual([1, 4, 6.5])
  })
  test('a whole row of a line with bars is told from its rest', () => {
    expect(piecesOf(pageFromText('规章 | 1 |\n行政许可 |\n')).map(({ row }) => row)).toEqual([0, 0, -1])
  })
  test('the last word of a text that breaks off is torn, but not where its cell is closed', () => {
    const torn = (text: string) => piecesOf(pageFromText(text)).map(({ isTorn }) => isTorn)
    expect(torn('规章\n行政许')).toEqual([false, true])
    expect(torn('规章\n行政许可\n')).toEqual([false, false])
    expect(torn('规章\n1 |')).toEqual([false, false])
    expect(torn('规章\n我局坚持公开，不断加强工作。')).toEqual([false])
  })
  test('cells of a real table keep their column', () => {
    const [one, two, three] = piecesOf(
      pageFromHtml('<table><tr><td colspan="2">规章</td><td>1</td><td></td></tr></table>'),
    )
    expect([one, two, three].map((piece) => [piece?.kind, piece?.at, piece?.isGrid, piece?.row])).toEqual([
      ['text', 0, true, 0],
      ['figure', 2, true, 0],
      ['blank', 3, true, 0],
    ])
  })
})

describe('the cells behind a label', () => {
  const behind = (
    text: string,
    count: number,
    options: { isLastRow?: boolean; isSet?: boolean; hasDecimals?: boolean } = {},
  ) => {
    const { pieces, found, rows } = tablesOf(text)
    const [row] = rows
    if (!row) throw new Error('no row')
    const figures = cellsBehind(pieces, found, row.occurrence, count, { isLastRow: false, isSet: false, ...options })
    return typeof figures === 'string' ? figures : [...figures.cells]
  }
  test.for<[string, number, ReturnType<typeof behind>]>([
    ['行政许可 | 1 | 2 |\n', 2, ['1', '2']],
    ['行政许可\n1\n2\n', 2, ['1', '2']],
    ['行政许可 1 2\n', 2, ['1', '2']],
    ['行政许可 | 1 |\n', 2, 'unclear'],
    ['行政许可 | 1 | 2 | 3 |\n', 2, 'unclear'],
    ['行政许可\n', 2, 'none'],
    ['行政许可 |  |  |\n', 2, 'none'],
    ['行政许可 | 若干 | 2 |\n', 2, ['若干', '2']],
    ['行政许可 | 1 |  |\n', 2, ['1', null]],
    ['行政许可 |  | 1 | 2 |\n', 2, ['1', '2']],
    ['行政许可 |  | 1 |  |\n', 2, 'unclear'],
    ['行政许可 | 1 |  |  |\n', 2, ['1', null]],
    ['行政许可 |  |  | 1 |\n', 2, [null, '1']],
    ['行政许可 | 1 | 2 || |\n', 2, ['1', '2']],
    ['行政许可（含审批） | 1 | 2 |\n', 2, ['1', '2']],
    ['行政许可\n（含审批）\n1\n2\n', 2, ['1', '2']],
    ['行政许可 | 1 | 2 |\n行政处罚 | 3 | 4 |\n', 2, ['1', '2']],
    ['行政许可 | 1 |\n行政处罚 | 3 | 4 |\n', 2, 'unclear'],
    ['行政许可 1 2 3\n- 4 -\n', 3, ['1', '2', '3']],
    ['行政许可 1 2 3\n4\n', 3, ['1', '2', '3']],
    ['行政许可 1 2\n4\n', 3, 'unclear'],
    ['行政许可 1 2 3\n说明文字\n4\n', 3, ['1', '2', '3']],
    ['行政许可 1 2\n说明文字\n4\n', 4, 'unclear'],
    ['行政许可\n1\n说明文字\n4\n', 3, ['1', '说明文字', '4']],
    ['行政许可\n1\n一二三四五六七八九十甲乙丙丁戊己\n4\n', 3, ['1', '一二三四五六七八九十甲乙丙丁戊己', '4']],
    ['行政许可\n1\n一二三四五六七八九十甲乙丙丁戊己庚\n4\n', 3, 'unclear'],
    ['行政许可\n1\n、\n4\n', 3, 'unclear'],
    ['行政许可 | 共（略） | 2 |\n', 2, ['共（略）', '2']],
    ['行政许可 | 若干 |  |\n', 2, ['若干', null]],
    ['行政 |  | 许可 | 1 | 2 |\n', 2, ['1', '2']],
    ['行政许可 | 1 |\n2 | 3 |\n', 3, 'unclear'],
    ['行政许可 1\n2 3\n', 3, ['1', '2', '3']],
    ['说明 | 行政许可\n| 1 | 2 |\n', 2, ['1', '2']],
    ['行政许可 1 2\n4\n', 2, 'unclear'],
    ['行政许可\n1 2\n3\n4\n', 3, 'unclear'],
    ['行政许可 || 1 | 2 |\n', 2, ['1', '2']],
    ['行政许可 || 1 | 2 |\n', 3, [null, '1', '2']],
    ['行政许可 || 1 | 2 || |\n', 3, 'unclear'],
    ['行政许可 | 1 | 2 || |\n', 3, 'unclear'],
  ])('%s', ([text, count, cells]) => expect(behind(text, count)).toEqual(cells))

  test('a text that breaks off in the last figure: it is taken only where it is whole for certain', () => {
    expect(behind('行政许可 | 1 | 2', 2)).toBe('unclear')
    expect(behind('行政许可 | 1 | 0', 2)).toEqual(['1', '0'])
    expect(behind('行政许可 | 1 | 0', 2, { hasDecimals: true })).toBe('unclear')
    expect(behind('行政许可 1 2 3 4 10', 5)).toEqual(['1', '2', '3', '4', '10'])
    expect(behind('行政许可 1 2 3 4 1', 5)).toBe('unclear')
  })
  test('what begins behind the last row when the text breaks off is none of its cells', () => {
    expect(behind('行政许可\n1\n2\n四', 2, { isLastRow: true })).toEqual(['1', '2'])
    expect(behind('行政许可\n1\n2\n4', 2, { isLastRow: true })).toEqual(['1', '2'])
    expect(behind('行政许可\n1\n2\n4', 2)).toBe('unclear')
  })
  test.for<[string, string, number, ReturnType<typeof behind>]>([
    ['on the line of the figures', '行政许可\n公 1 2\n', 3, 'unclear'],
    ['on a line of its own before theirs', '行政许可\n公\n1 2\n', 3, 'unclear'],
    ['though one that holds a digit may be a cell', '行政许可\n1x 1 2\n', 3, ['1x', '1', '2']],
    ['and one beside a single figure', '行政许可\n公\n1\n', 2, ['公', '1']],
    ['and one of cells that stand one to a line', '行政许可\n公\n1\n2\n', 3, ['公', '1', '2']],
    ['and one between bars', '行政许可 | 公 | 1 |\n', 2, ['公', '1']],
  ])('a word %s may be a part of a label', ([, text, count, cells]) => expect(behind(text, count)).toEqual(cells))

  test.for<[string, string, ReturnType<typeof behind>]>([
    ['a figure before the label', '行政许可\n1 2\n', 'unclear'],
    ['a figure before a wrapped label', '   行政\n1   22\n   许可\n', 'unclear'],
    ['figures behind the label', '行政许可  1   2\n', ['1', '2']],
    ['figures behind the first part of a wrapped label', '行政   1   2\n      许可\n', ['1', '2']],
    ['figures between bars, which have no places', '行政许可 | 1 | 2 |\n', ['1', '2']],
  ])('where words have the places of the print: %s', ([, text, cells]) => {
    expect(behind(text, 2, { isSet: true })).toEqual(cells)
    expect(behind(text, 2)).toEqual(text.includes('22') ? ['1', '22'] : ['1', '2'])
  })

  test('figures on the lines of their label belong to it for certain', () => {
    const locked = (text: string) => {
      const { pieces, found, rows } = tablesOf(text)
      const figures = rows[0] && cellsBehind(pieces, found, rows[0].occurrence, 2, { isLastRow: false, isSet: false })
      return typeof figures === 'object' ? [figures.isLocked, figures.isTrimmed, figures.used.length] : figures
    }
    expect(locked('行政许可 | 1 | 2 |\n')).toEqual([true, false, 2])
    expect(locked('行政许可\n1\n2\n')).toEqual([false, false, 2])
    expect(locked('行政许可 |  | 1 | 2 |\n')).toEqual([true, true, 2])
    expect(locked('行政\n1 2\n许可\n')).toEqual([true, false, 2])
    expect(locked('行政许可 1\n2\n')).toEqual([false, false, 2])
    expect(locked('行政许可 | 1 | 2 || |\n')).toEqual([true, false, 2])
  })
  test.for<[string[], boolean]>([
    [['0'], true],
    [['7', '0'], true],
    [['1', '2', '3', '4', '10'], true],
    [['1', '2', '3', '4', '11'], false],
    [['1', '2', '3'], false],
    [['1', '2', '若干', '4', '7'], false],
    [['1', '2', '3', '6'], false],
  ])('%j is whole at its end: %s', ([figures, whole]) => expect(isWhole(figures)).toBe(whole))
})

describe('runs of cells in section four', () => {
  const runs = (text: string, ...sizes: number[]) => {
    const tables = tablesOf(text)
    return runsAfter(tables, 0, text.split('\n').length, sizes).map(({ pieces, isTorn, isBroken }) =>
      [
        pieces.map(({ raw, kind }) => (raw === '' ? kind : raw)).join(' '),
        isTorn ? 'torn' : '',
        isBroken ? 'broken' : '',
      ]
        .filter(Boolean)
        .join(' '),
    )
  }
  test.for<[string, string[]]>([
    ['行政复议\n1 2 3\n', ['1 2 3']],
    ['行政复议\n1 2 3\n其他\n4 5\n', ['1 2 3', '4 5']],
    ['行政复议\n| 1 | 2 |\n| 3 | 4 |\n', ['1 2 pad 3 4']],
    ['行政复议\n1\n2\n3\n', ['1 2 3']],
    ['行政复议\n|| 1 |  | 2 ||\n', ['1 blank 2']],
    ['行政复议\n|  |  |\n', []],
    ['行政复议\n1 2 3\n- 4 -\n', ['1 2 3']],
    ['行政复议\n|  | 1 | 2 | 3 |\n', ['1 2 3']],
    ['行政复议\n| 1 | 2 | 3 |  |\n', ['1 2 3']],
    ['行政复议\n|  | 1 | 2 | 3 |  |  |\n', ['1 2 3']],
    ['行政复议\n|  |  | 2 | 3 |\n', ['blank 2 3']],
    ['行政复议\n1 2 3\n4\n', ['1 2 3']],
    ['行政复议\n1 2 3 4\n', ['1 2 3 4']],
    ['行政复议\n1a 2 3\n', ['2 3 broken']],
    ['行政复议\n1 2 3', ['1 2 3 torn']],
    ['行政复议\n1a\n2 3 4\n', ['2 3 4']],
    ['行政复议\n第1年 2 3 4\n', ['2 3 4']],
    ['行政复议\nab 2 3 4\n', ['2 3 4']],
    ['行政复议\n1 | 第3页 | 2 | 3 |\n', ['1 2 3']],
    ['行政复议\n|| 1 | 2 ||\n', ['1 2']],
    ['行政复议\n|| 1 | 2 | 3 | 4 ||\n', ['1 2 3 4']],
    ['行政复议\n1 2 3\n4 5\n', ['1 2 3 4 5']],
    ['行政复议\n1\n2 3\n4\n', ['1 2 3 4']],
    ['行政复议\n1 2 3 |  |\n', ['1 2 3']],
  ])('%s', ([text, expected]) => expect(runs(text, 3)).toEqual(expected))
  test('rows of a real table are runs of their own, and a row of blanks is none', () => {
    const cells = ['行政复议', '1,2', ',', '3,4'].map((line) => `<tr><td>${line.replace(',', '</td><td>')}</td></tr>`)
    const tables = findRows(piecesOf(pageFromHtml(`<table>${cells.join('')}</table>`)), newDraft())
    expect(runsAfter(tables, 0, 9, [2]).map(({ pieces }) => pieces.map(({ raw }) => raw))).toEqual([
      ['1', '2'],
      ['3', '4'],
    ])
  })
  test('those behind the end of the section are none', () => {
    expect(runsAfter(tablesOf('行政复议\n1 2\n3 4\n'), 0, 2, []).map(({ pieces }) => pieces.length)).toEqual([2])
  })
})

describe('what header words tell of the order of the columns', () => {
  const usual = ['a', 'b', 'c']
  const word = (id: string, facts: Partial<HeaderWord> = {}): HeaderWord => ({
    id,
    mayBe: [id],
    line: 0,
    at: 0,
    ...facts,
  })
  const misfit = (id: string) => word(id, id === '?' ? { mayBe: [] } : {})
  test.for<[string, string | string[]]>([
    ['abc', ['a', 'b', 'c']],
    ['bac', ['b', 'a', 'c']],
    ['abcx', ['a', 'b', 'c']],
    ['abc?', 'unclear'],
    ['ac', 'usual'],
    ['ca', 'unclear'],
    ['a?c', 'unclear'],
    ['aBc', 'usual'],
    ['aCc', 'unclear'],
    ['Abc', 'usual'],
    ['Bac', 'unclear'],
    ['aB', 'usual'],
    ['aC', 'usual'],
    ['aCB', 'unclear'],
    ['ac?', 'unclear'],
    ['?ac', 'unclear'],
    ['aBcaBc', 'usual'],
    ['aca?c', 'unclear'],
    ['a?cac', 'unclear'],
    ['abCabC', 'usual'],
    ['abcab?c', 'unclear'],
    ['aa', 'usual'],
    ['caca', 'unclear'],
    ['abcabc', ['a', 'b', 'c']],
    ['cbacba', ['c', 'b', 'a']],
    ['aba', 'unclear'],
    ['aab', 'unclear'],
    ['', 'usual'],
    ['???', 'usual'],
  ])('%s (capitals are misprinted, ? is like none): %s', ([words, told]) =>
    expect(
      toldOrder(
        [...words].map((id) => (/[A-Z]/.test(id) ? word('?', { mayBe: [id.toLowerCase()] }) : misfit(id))),
        usual,
      ),
    ).toEqual(told),
  )

  test.for<[string, HeaderWord[], boolean]>([
    ['in the usual order', [word('a', { at: 0 }), word('b', { at: 5 })], false],
    ['against it', [word('b', { at: 0 }), word('a', { at: 5 })], true],
    ['by where they stand', [word('b', { at: 5 }), word('a', { at: 0 })], false],
    ['on lines of their own', [word('b', { at: 0 }), word('a', { at: 5, line: 1 })], false],
    ['the earliest that may be', [word('', { mayBe: ['a', 'b'], at: 0 }), word('b', { at: 5 })], false],
    ['twice the same', [word('a', { at: 0 }), word('a', { at: 5 })], true],
    ['words of nothing', [word('b', { at: 0 }), word('?', { mayBe: [], at: 5 }), word('c', { at: 9 })], false],
    ['none', [], false],
  ])('parts of one line %s', ([, words, against]) => expect(speaksAgainst(words, usual)).toBe(against))
})

describe('which words are the label of a row', () => {
  const rowsOf = (text: string) => tablesOf(text).rows.map(({ label }) => label.id)
  const seven = '0 | 0 | 0 | 0 | 0 | 0 | 0 |'
  test.for<[string, string[]]>([
    [`（三）不予公开 | 1.属于国家秘密 | ${seven}\n`, ['denied.stateSecret']],
    [`三、本年度办理结果（一）予以公开 | ${seven}\n`, ['granted']],
    [`1.属于国家秘密2.其他法律行政法规禁止公开 | ${seven}\n`, ['denied.stateSecret', 'denied.prohibitedByLaw']],
    ['规章 | 1 | 2 | 3 |\n', ['rules']],
    ['规章（含废止） | 1 | 2 | 3 |\n', ['rules']],
    ['规章制度建设 | 1 | 2 | 3 |\n', []],
    ['1.规章 | 1 | 2 | 3 |\n', ['rules']],
    ['行政 许可 | 1 |\n', ['licensing']],
    ['行政\n许可\n1\n', ['licensing']],
    ['行政许可 | 行政处罚 | 1 |\n', ['licensing', 'penalty']],
    [`（七）总计 | ${seven}\n`, []],
    [`（一）予以公开 | ${seven}\n（七）总计 | ${seven}\n`, ['granted']],
    [
      `（五）不予处理 | 5.要求行政机关确认或重新出具已获取信息 | ${seven}\n3.其他 | ${seven}\n`,
      ['notProcessed.confirmOrReissue', 'other.otherMisc'],
    ],
    [`2.重复申请 | ${seven}\n其他 | 总计 |\n`, ['notProcessed.repeat']],
    [`（六）其他处理 | ${seven}\n（七）总计 | ${seven}\n`, ['other', 'resultsTotal']],
    [`三\n、本年\n度办\n理\n结果\n（一）予以公开 | ${seven}\n`, ['granted']],
    [`无法\n（四）\n1.本机关不掌握相关政府信息 | ${seven}\n提供\n`, ['unableToProvide.notHeld']],
  ])('%s', ([text, ids]) => expect(rowsOf(text)).toEqual(ids))
})
