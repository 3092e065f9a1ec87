import { describe, expect, test } from 'vitest'
import { chooseRows } from './choose-rows.ts'
import { findLabels } from './find-labels.ts'
import { pageFromHtml } from './from-html.ts'
import { pageFromText } from './from-text.ts'
import { piecesOf } from './pieces.ts'
import { row } from './testing/small-pages.ts'

const seven = '0 | 0 | 0 | 0 | 0 | 0 | 0 |'
const found = (...lines: readonly string[]) => {
  const pieces = piecesOf(pageFromText(`${lines.join('\n')}\n`))
  return { pieces, ...findLabels(pieces) }
}

describe('letters of a caption that are set upright beside the rows', () => {
  const aside = (...lines: readonly string[]): string => {
    const { pieces, isAside } = found(...lines)
    return pieces.flatMap(({ raw }, index) => (isAside[index] ? [raw] : [])).join(' ')
  }
  test.for<[string, string[], string]>([
    ['a letter to a line', ['不', '予', '公', '开'], '不 予 公 开'],
    ['up to three letters to a line', ['本年度', '办理', '结果'], '本年度 办理 结果'],
    ['with the labels between them', ['不', '1.属于国家秘密', '予', '公', '2.重复申请', '开'], '不 予 公 开'],
    ['with figures between them', ['不', '1 2', '予', '公', '开'], '不 予 公 开'],
    ['with signs between them', ['不', '、', '予', '、', '公', '、', '、', '开'], '不 予 公 开'],
    ['with three words between them', ['不', '甲', '予', '乙', '公', '丙', '开'], '不 予 公 开'],
    ['two pieces with the ordinal', ['（三）不予', '公开'], '（三）不予 公开'],
    ['the ordinal on a line of its own', ['（三）', '不予', '公开'], '（三） 不予 公开'],
    ['behind the ordinal of another', ['（三）', '（五）', '不', '予', '处理'], '（五） 不 予 处理'],
    ['two captions', ['不', '予', '公', '开', '其', '他', '处', '理'], '不 予 公 开 其 他 处 理'],
  ])('are set aside: %s', ([, lines, letters]) => expect(aside(...lines)).toBe(letters))

  test.for<[string, string[]]>([
    ['two pieces without an ordinal', ['不予', '公开']],
    ['a piece longer than three letters', ['本年度办', '理', '结', '果']],
    ['letters that do not come to a whole caption', ['不', '予', '公']],
    ['four words between them', ['不', '甲', '予', '乙', '公', '丙', '丁', '开']],
    ['an ordinal in the midst', ['不', '予', '三公', '开']],
    ['letters in another order', ['予', '不', '公', '开']],
    ['cells between bars', ['不 | 予 | 公 | 开 |']],
  ])('are not: %s', ([, lines]) => expect(aside(...lines)).toBe(''))
})

describe('which words belong to a label', () => {
  const owned = (...lines: readonly string[]): string[] => {
    const { pieces, owner } = found(...lines)
    return pieces.flatMap(({ raw }, index) => (owner[index] ? [raw] : []))
  }
  test.for<[string, string[], string[]]>([
    ['figures inside a wrapped label are none of them', ['行政', '1 2', '许可'], ['行政', '许可']],
    [
      'nor letters of a caption beside it',
      ['1.属于', '不', '国家', '予', '公', '秘密', '开'],
      ['1.属于', '国家', '秘密'],
    ],
    ['signs inside it are none of them', ['行政', '、', '许可'], ['行政', '、', '许可']],
    ['a remark in brackets is one of them', ['行政许可（含审批）'], ['行政许可（含审批）']],
    ['words that go on behind it', ['行政许可事项'], []],
    ['words that go on behind its remark', ['行政许可（含审批）事项'], []],
    ['words before it', ['其他行政许可'], []],
  ])('%s', ([, lines, words]) => expect(owned(...lines)).toEqual(words))
})

test('what is found by its wording is no guess', () => {
  const { occurrences } = found('（三）不予公开', `1.属于国家秘密 | ${seven}`)
  expect(occurrences.map(({ isGuess }) => isGuess)).toEqual([false, false])
})

describe('labels that run into each other', () => {
  const idsOf = (line: string) => {
    const { pieces, ...labels } = found(line)
    return chooseRows(pieces, labels).map(({ label }) => label.id)
  }
  test.for<[string, string[]]>([
    ['1.属于国家秘密2.其他法律行政法规禁止公开', ['denied.stateSecret', 'denied.prohibitedByLaw']],
    ['1.属于国家秘密12.其他法律行政法规禁止公开', ['denied.stateSecret', 'denied.prohibitedByLaw']],
    ['1.属于国家秘密其他法律行政法规禁止公开', ['denied.stateSecret', 'denied.prohibitedByLaw']],
    ['1.属于国家秘密2.重复申请等', ['denied.stateSecret', 'notProcessed.repeat']],
    ['1.属于国家秘密另2.其他法律行政法规禁止公开', ['denied.stateSecret']],
    ['1.属于国家秘密2另其他法律行政法规禁止公开', ['denied.stateSecret']],
    ['1.属于国家秘密2.规章等', ['denied.stateSecret']],
    ['1.属于国家秘密 | 2.重复申请等', ['denied.stateSecret']],
  ])('%s', ([line, ids]) => expect(idsOf(`${line} | ${seven}`)).toEqual(ids))
})

describe('其他处理 is a row of one form and the caption of a group in another', () => {
  const kinds = (...lines: readonly string[]) => found(...lines).occurrences[0]?.candidates.map(({ kind }) => kind)
  const unpaid = `2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请 | ${seven}`
  test.for<[string, string[], string[]]>([
    ['with figures behind it', [`（六）其他处理 | ${seven}`], ['row']],
    ['split into words on its line', [`（六） 其他 处理 | ${seven}`], ['row']],
    ['split into letters', [`（六） 其 他 处 理 | ${seven}`], ['row']],
    ['with nothing behind it', ['（六）其他处理'], ['group']],
    [
      'with a row of another group elsewhere',
      [`（六）其他处理 | ${seven}`, `5.要求行政机关确认或重新出具已获取信息 | ${seven}`],
      ['row'],
    ],
    ['with words behind it', ['（六） 其他 处理 | 说明 |'], ['group']],
    ['with a row of its own elsewhere on the page', [`（六）其他处理 | ${seven}`, unpaid], ['group']],
    [
      'with a row of its own that is wrapped',
      [
        `（六）其他处理 | ${seven}`,
        '2.申请人逾期',
        `未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请 | ${seven}`,
      ],
      ['group'],
    ],
  ])('%s', ([, lines, expected]) => expect(kinds(...lines)).toEqual(expected))
  test('in cells of a row only letters are put together', () => {
    const inCells = (...cells: string[]) =>
      findLabels(piecesOf(pageFromHtml(`<table>${row(...cells)}</table>`))).occurrences.map(({ candidates }) =>
        candidates.map(({ id, kind }) => `${kind} ${id}`).join(),
      )
    expect(inCells('（六）其他', '处理', '0')).toEqual(['row other'])
    expect(inCells('（三）', '不予公开', '说明')).toEqual(['group denied'])
    expect(inCells('（三）不', '予公开', '说明')).toEqual(['group denied'])
  })
  test('words on two lines are one label, but no caption for certain', () => {
    expect(kinds('（六）其他', `处理 | ${seven}`)).toEqual(['group', 'row'])
    expect(kinds('（六）其他处', '理', '0 0')).toEqual(['group', 'row'])
  })
})

describe('a wording that stands for several labels is the row that its place tells', () => {
  const rowsOf = (...lines: readonly string[]) => {
    const { pieces, ...labels } = found(...lines)
    return chooseRows(pieces, labels).map(({ label }) => label.id)
  }
  const unpaid = '2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请'
  test.for<[string, string[], string[]]>([
    ['behind its sibling', [`${unpaid} | ${seven}`, `3.其他 | ${seven}`], ['other.feeUnpaid', 'other.otherMisc']],
    ['under its group', ['（六）其他处理', `3.其他 | ${seven}`], ['other.otherMisc']],
    [
      'under another group',
      ['（三）不予公开', `1.属于国家秘密 | ${seven}`, `3.其他 | ${seven}`],
      ['denied.stateSecret'],
    ],
    [
      'under its group, far behind the row before',
      [`1.属于国家秘密 | ${seven}`, '（六）其他处理', `3.其他 | ${seven}`],
      ['denied.stateSecret', 'other.otherMisc'],
    ],
    [
      'behind the row that ends the table',
      [`四、结转下年度继续办理 | ${seven}`, `（七）总计 | ${seven}`],
      ['carriedForward'],
    ],
    ['with words behind it', [`（六）其他处理 | ${seven}`, '（七）总计 | 说明 | 0 |'], ['other']],
    ['with nothing behind it', [`（六）其他处理 | ${seven}`, '（七）总计'], ['other']],
    ['a second time', ['（六）其他处理', `3.其他 | ${seven}`, `3.其他 | ${seven}`], ['other.otherMisc']],
    ['wrapped, wherever it stands', ['（六）其他', `处理 | ${seven}`], ['other']],
  ])('%s', ([, lines, ids]) => expect(rowsOf(...lines)).toEqual(ids))
  test('in a cell beside digits torn apart too, though not where they stand in no table', () => {
    const cells = row('（六）其他处理', '0') + row('（七）总计', '1 2')
    const pieces = piecesOf(pageFromHtml(`<table>${cells}</table>`))
    expect(chooseRows(pieces, findLabels(pieces)).map(({ label }) => label.id)).toEqual(['other', 'resultsTotal'])
    expect(rowsOf(`（六）其他处理 | ${seven}`, '（七）总计 1 2甲')).toEqual(['other'])
  })
})
