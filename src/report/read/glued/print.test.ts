import { describe, expect, test } from 'vitest'
import { isManyFigures, piecesOf, printedOf } from './print.ts'
import { type GluedRow, type Run, solve } from './solve.ts'
import { type Item, itemsOf } from './stream.ts'
import { isOrdinal, zonesOf } from './zones.ts'

const figures = (text: string): Item => ({ kind: 'figures', text, labels: [], from: 0, to: text.length })

describe('what figures print', () => {
  const of = (text: string, ordinal: string | null = null) => {
    const printed = printedOf(figures(text), ordinal)
    return printed && [printed.print.digits, [...printed.print.breaks], [...printed.print.ends], printed.isOdd]
  }
  test.for<[string, string | null, unknown]>([
    ['123', null, ['123', [], [3], false]],
    ['12 3', null, ['123', [2], [3], false]],
    ['1 2 3', null, ['123', [1, 2], [3], false]],
    ['1\n2', null, ['12', [], [2], false]],
    [' 12 ', null, ['12', [], [2], false]],
    ['1-2', null, ['1-2', [], [3], true]],
    ['12 3.', null, ['12', [], [2], false]],
    ['123.', null, ['12', [], [2], false]],
    ['12\n3 . ', null, ['12', [], [2], false]],
    ['1.5', null, ['1.5', [], [3], true]],
    ['123', '3', ['123', [], [3, 2], false]],
    ['123', '4', ['123', [], [3], false]],
    ['123.', '3', ['12', [], [2], false]],
    ['3', '3', undefined],
    ['3.', null, undefined],
    [' ', null, undefined],
  ])('“%s” before the label %s', ([text, ordinal, expected]) => expect(of(text, ordinal)).toEqual(expected))

  test('spaces keep figures apart, the end of a line does not', () => {
    const printed = printedOf(figures('1\n2 3'), null)
    expect(printed && piecesOf(printed)).toEqual(['12', '3'])
  })
  test.for<[string, boolean]>([
    ['01', true],
    ['0', false],
    ['10', false],
    ['1'.repeat(13), true],
    ['1'.repeat(12), false],
    ['a01', false],
  ])('%s is surely more than one figure: %s', ([piece, many]) => expect(isManyFigures(piece)).toBe(many))
})

describe('stretches that may be tables', () => {
  const zones = (text: string) => zonesOf(itemsOf(text)).map((items) => items.map((item) => item.text).join(' '))
  const words = (length: number) => '甲'.repeat(length)
  test.for<[string, string[]]>([
    ['规章1', ['规章 1']],
    [`规章1${words(25)}2`, ['规章 1', '2']],
    [`规章1${words(24)}2`, [`规章 1 ${words(24)} 2`]],
    [`${words(25)}规章1${words(25)}`, ['规章 1']],
    [`${words(25)}`, []],
  ])('%s', ([text, expected]) => expect(zones(text)).toEqual(expected))

  test.for<[string, boolean]>([
    ['三', true],
    ['第三', true],
    ['十一', true],
    ['一二三四', false],
    ['三甲', false],
    ['甲三', false],
  ])('%s is only a number: %s', ([text, ordinal]) => {
    expect(isOrdinal({ ...figures(text), kind: 'words' })).toBe(ordinal)
    expect(isOrdinal({ ...figures(text), kind: 'label' })).toBe(false)
  })
})

describe('rows of one run end where the next begins', () => {
  const row = (id: string, width: number): GluedRow => ({
    id,
    cells: Array.from({ length: width }, (_, at) => `${id}${at}`),
    isSummed: false,
  })
  const run = (digits: string, ...rows: GluedRow[]): Run => ({
    rows,
    print: { digits, breaks: new Set(), ends: [digits.length] },
  })
  const solved = (first: string, second: string) => {
    const runs = [run('12345', row('a', 2), row('b', 2)), run(first, row('c', 1)), run(second, row('d', 1))]
    const answer = solve(runs, [
      { left: ['a0', 'a1'], right: ['c0'] },
      { left: ['b0', 'b1'], right: ['d0'] },
    ])
    return answer.kind === 'one' ? [...answer.figures.values()].join(' ') : answer.kind
  }
  test.for([
    ['3', '48', '1 2 3 45 3 48'],
    ['3', '39', '1 2 34 5 3 39'],
    ['24', '9', '1 23 4 5 24 9'],
    ['15', '9', '12 3 4 5 15 9'],
    ['3', '9', 'none'],
    ['24', '48', 'none'],
  ] as const)('%s and %s: %s', ([first, second, expected]) => expect(solved(first, second)).toBe(expected))
})
